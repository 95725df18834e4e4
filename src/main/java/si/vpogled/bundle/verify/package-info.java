/**
 * Checks a bundle without the service: its archive, its hashes, its signature, its completeness. Needs the JDK, Jackson
 * and {@code text}, nothing else, so that whoever holds a bundle can run it.
 */
package si.vpogled.bundle.verify;
