/** What the code alone cannot say of the API: problems and examples of each operation, and how to sign in. */
package si.vpogled.web.api.description;
