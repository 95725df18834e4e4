/**
 * JSON over HTTP: authentication, paging, details, downloads, rate limits.
 *
 * <p>A read is a {@link si.vpogled.connector.http.HttpRead}; {@link si.vpogled.connector.http.Listing} walks its
 * pages, {@link si.vpogled.connector.http.Page} streams the records of one, {@link si.vpogled.connector.http.Download}
 * a file. Every request goes through {@link si.vpogled.connector.http.Exchange}, the one place that waits, tries again,
 * follows and gives up. Faults name the address as the definition has it, never what was filled in.
 */
package si.vpogled.connector.http;
