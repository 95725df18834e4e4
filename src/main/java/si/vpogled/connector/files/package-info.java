/** A directory tree by SFTP or on a mounted path: files, Maildir, logs, listings. */
package si.vpogled.connector.files;
