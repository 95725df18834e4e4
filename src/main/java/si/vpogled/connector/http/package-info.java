/** JSON over HTTP: authentication, paging, details, downloads, rate limits. */
package si.vpogled.connector.http;
