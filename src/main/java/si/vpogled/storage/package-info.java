/**
 * The encrypted store and its keys. {@code storage.seal} and {@code storage.zip} are plain Java that jobs use as well;
 * {@code storage.keys} is the service's own. Uses nothing of the project.
 */
package si.vpogled.storage;
