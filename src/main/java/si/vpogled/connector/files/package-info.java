/**
 * A directory tree by SFTP or on a mounted path: files, Maildir, logs, listings. Paths inside the package are strings
 * of raw bytes (one {@code char} per byte, joined by {@code /}, relative to the source's folder), so that a name in any
 * encoding is listed, opened and delivered; {@link si.vpogled.connector.files.RawName} turns them into readable ones.
 */
package si.vpogled.connector.files;
