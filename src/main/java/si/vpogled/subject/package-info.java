/** The data subject: identifiers, and how identity is proved. May use {@code text}. */
package si.vpogled.subject;
