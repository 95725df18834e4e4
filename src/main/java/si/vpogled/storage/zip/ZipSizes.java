package si.vpogled.storage.zip;

/**
 * What is known of an entry's bytes.
 *
 * @param crc32 of the uncompressed bytes, 0 to 2^32-1
 * @param size uncompressed
 * @param compressedSize as in the archive; equal to {@code size} where stored
 */
public record ZipSizes(long crc32, long size, long compressedSize) {
    static final long MAX_32 = 0xFFFFFFFFL;

    public ZipSizes {
        if (crc32 < 0 || crc32 > MAX_32 || size < 0 || compressedSize < 0) {
            throw new IllegalArgumentException("Sizes and checksum of a ZIP entry are not negative");
        }
    }

    boolean large() {
        return size >= MAX_32 || compressedSize >= MAX_32;
    }
}
