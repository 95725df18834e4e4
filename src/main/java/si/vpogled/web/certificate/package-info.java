/**
 * The certificate of an erasure in words and as a document, for subject and staff. May use {@code web.page} and everything
 * below {@code web}.
 */
package si.vpogled.web.certificate;
