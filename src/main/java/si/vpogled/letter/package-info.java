/**
 * Mails, in the subject's language. Each is a row before it is sent, one per occasion, so that nothing is sent twice
 * by design and nothing is forgotten. May use {@code request}, {@code schedule} and below.
 */
package si.vpogled.letter;
