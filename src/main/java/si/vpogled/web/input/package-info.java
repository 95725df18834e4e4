/** What may be typed: constraints that API and forms share. Messages are in {@code ValidationMessages_sl/_en}. */
package si.vpogled.web.input;
