/**
 * Direct transmission (GDPR Art. 20(2)): an answer to a portability request is sent to a destination that the subject
 * names and proves, by HTTPS or SFTP, and the receipt is kept. Owns what addresses may be reached; may use what
 * {@code fulfilment} may.
 */
package si.vpogled.fulfilment.transmission;
