package si.vpogled.storage.zip;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;

/** The records of APPNOTE, as bytes. */
final class ZipRecords {
    private static final int LOCAL = 0x04034b50;
    private static final int DESCRIPTOR = 0x08074b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int END_64 = 0x06064b50;
    private static final int LOCATOR_64 = 0x07064b50;
    private static final int VERSION = 20;
    private static final int VERSION_64 = 45;
    private static final int UNIX = 3 << 8;
    private static final int REGULAR_0644 = 0100644 << 16;
    private static final int UTF_8 = 1 << 11;
    private static final int STREAMED = 1 << 3;
    private static final int EXTRA_64 = 0x0001;
    private static final int EXTRA_TIME = 0x5455;
    private static final int TIME_LENGTH = 9;
    private static final int MAX_16 = 0xFFFF;
    private static final int MAX_32 = 0xFFFFFFFF;
    private static final int ROOM = 128;

    private ZipRecords() {}

    /** Sizes known: no descriptor follows. */
    static byte[] local(ZipHead head, ZipSizes sizes) {
        boolean large = sizes.large();
        ByteBuffer to = local(head, large, 0);
        to.putInt((int) sizes.crc32());
        to.putInt(large ? MAX_32 : (int) sizes.compressedSize()).putInt(large ? MAX_32 : (int) sizes.size());
        return rest(to, head, large, sizes.size(), sizes.compressedSize());
    }

    /** Sizes follow in a descriptor, in eight bytes each because of the extra field that stands here. */
    static byte[] localStreamed(ZipHead head) {
        ByteBuffer to = local(head, true, STREAMED);
        to.putInt(0).putInt(MAX_32).putInt(MAX_32);
        return rest(to, head, true, 0, 0);
    }

    private static ByteBuffer local(ZipHead head, boolean large, int flags) {
        ByteBuffer to = buffer(ROOM + name(head).length);
        to.putInt(LOCAL);
        return common(to, head, large, flags);
    }

    private static ByteBuffer common(ByteBuffer to, ZipHead head, boolean large, int flags) {
        return to.putShort((short) (large ? VERSION_64 : VERSION))
                .putShort((short) (UTF_8 | flags))
                .putShort((short) head.method().number())
                .putInt(dosTime(head));
    }

    private static byte[] rest(ByteBuffer to, ZipHead head, boolean large, long size, long compressedSize) {
        byte[] name = name(head);
        boolean time = unixTime(head);
        to.putShort((short) name.length).putShort((short) ((large ? 20 : 0) + (time ? TIME_LENGTH : 0)));
        to.put(name);
        if (large) {
            to.putShort((short) EXTRA_64).putShort((short) 16).putLong(size).putLong(compressedSize);
        }
        time(to, head);
        return bytes(to);
    }

    static byte[] descriptor(ZipSizes sizes) {
        return buffer(24)
                .putInt(DESCRIPTOR)
                .putInt((int) sizes.crc32())
                .putLong(sizes.compressedSize())
                .putLong(sizes.size())
                .array();
    }

    static byte[] central(ZipHead head, ZipSizes sizes, long offset, boolean streamed) {
        byte[] name = name(head);
        boolean largeSize = sizes.size() >= ZipSizes.MAX_32;
        boolean largeCompressed = sizes.compressedSize() >= ZipSizes.MAX_32;
        boolean farOff = offset >= ZipSizes.MAX_32;
        int large = 8 * ((largeSize ? 1 : 0) + (largeCompressed ? 1 : 0) + (farOff ? 1 : 0));
        ByteBuffer to = buffer(ROOM + name.length);
        to.putInt(CENTRAL).putShort((short) (UNIX | VERSION_64));
        common(to, head, large > 0 || streamed, streamed ? STREAMED : 0);
        to.putInt((int) sizes.crc32());
        to.putInt(largeCompressed ? MAX_32 : (int) sizes.compressedSize());
        to.putInt(largeSize ? MAX_32 : (int) sizes.size());
        to.putShort((short) name.length);
        to.putShort((short) ((large > 0 ? 4 + large : 0) + (unixTime(head) ? TIME_LENGTH : 0)));
        to.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(REGULAR_0644);
        to.putInt(farOff ? MAX_32 : (int) offset);
        to.put(name);
        if (large > 0) {
            to.putShort((short) EXTRA_64).putShort((short) large);
            putIf(to, largeSize, sizes.size());
            putIf(to, largeCompressed, sizes.compressedSize());
            putIf(to, farOff, offset);
        }
        time(to, head);
        return bytes(to);
    }

    private static void putIf(ByteBuffer to, boolean wanted, long value) {
        if (wanted) {
            to.putLong(value);
        }
    }

    static byte[] end(long entries, long size, long offset) {
        boolean large = entries >= MAX_16 || size >= ZipSizes.MAX_32 || offset >= ZipSizes.MAX_32;
        ByteBuffer to = buffer(ROOM);
        if (large) {
            to.putInt(END_64).putLong(44).putShort((short) (UNIX | VERSION_64)).putShort((short) VERSION_64);
            to.putInt(0)
                    .putInt(0)
                    .putLong(entries)
                    .putLong(entries)
                    .putLong(size)
                    .putLong(offset);
            to.putInt(LOCATOR_64).putInt(0).putLong(offset + size).putInt(1);
        }
        short count = (short) Math.min(entries, MAX_16);
        to.putInt(END).putShort((short) 0).putShort((short) 0).putShort(count).putShort(count);
        to.putInt((int) Math.min(size, ZipSizes.MAX_32)).putInt((int) Math.min(offset, ZipSizes.MAX_32));
        return bytes(to.putShort((short) 0));
    }

    private static byte[] name(ZipHead head) {
        byte[] name = head.name().getBytes(StandardCharsets.UTF_8);
        if (name.length == 0 || name.length > MAX_16) {
            throw new IllegalArgumentException("The name of a ZIP entry has 1 to 65535 bytes, not " + name.length);
        }
        return name;
    }

    private static int dosTime(ZipHead head) {
        LocalDateTime time = LocalDateTime.ofInstant(head.modified(), ZoneOffset.UTC);
        if (time.getYear() < 1980) {
            return 1 << 21 | 1 << 16;
        }
        if (time.getYear() > 2107) {
            return 127 << 25 | 12 << 21 | 31 << 16;
        }
        return time.getYear() - 1980 << 25
                | time.getMonthValue() << 21
                | time.getDayOfMonth() << 16
                | time.getHour() << 11
                | time.getMinute() << 5
                | time.getSecond() >> 1;
    }

    private static boolean unixTime(ZipHead head) {
        long seconds = head.modified().getEpochSecond();
        return seconds == (int) seconds;
    }

    private static void time(ByteBuffer to, ZipHead head) {
        if (unixTime(head)) {
            to.putShort((short) EXTRA_TIME).putShort((short) 5).put((byte) 1);
            to.putInt((int) head.modified().getEpochSecond());
        }
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] bytes(ByteBuffer written) {
        return Arrays.copyOf(written.array(), written.position());
    }
}
