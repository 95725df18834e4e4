/** The encrypted store (a directory or S3) and its keys. May use nothing of the project but {@code text}. */
package si.vpogled.storage;
