/**
 * Who works here, as far as an identity provider told: colleagues who signed in, and their sessions. May use
 * {@code storage}.
 */
package si.vpogled.staff;
