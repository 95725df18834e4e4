/**
 * The encrypted store and its keys. {@code storage.s3}, {@code storage.seal} and {@code storage.zip} are plain Java that
 * jobs use as well; {@code storage.keys} is the service's own; {@code storage.setup} opens the store that settings name.
 * Uses nothing of the project.
 */
package si.vpogled.storage;
