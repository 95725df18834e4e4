package si.vpogled.storage.zip;

/**
 * An entry that stands in the archive.
 *
 * @param sha512 of its uncompressed bytes, lower-case hexadecimal
 */
public record Written(ZipHead head, ZipSizes sizes, String sha512) {}
