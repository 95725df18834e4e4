/**
 * ZIP archives as a stream: entries whose compression is done already are copied, new ones are compressed by all
 * cores, and memory stays the same whatever the size (PKWARE APPNOTE 6.3.10, with ZIP64). Plain Java.
 */
package si.vpogled.storage.zip;
