/**
 * What the subject and staff write to each other about a case, with attachments: bounded, recognised by content, sealed
 * to the request's key in the store, and shredded with it. May use {@code letter} and below.
 */
package si.vpogled.correspondence;
