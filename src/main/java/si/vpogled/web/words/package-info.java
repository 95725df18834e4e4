/** Words that API and pages share for states, runs and faults. May use {@code collection} and below. */
package si.vpogled.web.words;
