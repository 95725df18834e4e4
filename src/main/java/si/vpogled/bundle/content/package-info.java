/** What the extracts bring: which entries go into the bundle, which are written anew without what is left out. */
package si.vpogled.bundle.content;
