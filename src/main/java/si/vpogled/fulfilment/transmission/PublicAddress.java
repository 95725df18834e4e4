package si.vpogled.fulfilment.transmission;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/**
 * Whether an address is one of the public Internet, by the IANA registries of special-purpose addresses (RFC 6890): what
 * a stranger names must never be something of ours, nor lead there. What is not known to be public is not.
 */
final class PublicAddress {
    /** Network and length of its prefix. */
    private record Block(int network, int prefix) {
        static Block of(int a, int b, int c, int d, int prefix) {
            return new Block(a << 24 | b << 16 | c << 8 | d, prefix);
        }

        boolean holds(int address) {
            return (address ^ network) >>> (Integer.SIZE - prefix) == 0;
        }
    }

    private static final List<Block> SPECIAL = List.of(
            Block.of(0, 0, 0, 0, 8),
            Block.of(10, 0, 0, 0, 8),
            Block.of(100, 64, 0, 0, 10),
            Block.of(127, 0, 0, 0, 8),
            // that of the metadata of most clouds is among them
            Block.of(169, 254, 0, 0, 16),
            Block.of(172, 16, 0, 0, 12),
            Block.of(192, 0, 0, 0, 24),
            Block.of(192, 0, 2, 0, 24),
            Block.of(192, 31, 196, 0, 24),
            Block.of(192, 52, 193, 0, 24),
            Block.of(192, 88, 99, 0, 24),
            Block.of(192, 168, 0, 0, 16),
            Block.of(192, 175, 48, 0, 24),
            Block.of(198, 18, 0, 0, 15),
            Block.of(198, 51, 100, 0, 24),
            Block.of(203, 0, 113, 0, 24),
            // a cloud's own services to its machines, at a public address
            Block.of(168, 63, 129, 16, 32),
            Block.of(224, 0, 0, 0, 3));

    private PublicAddress() {}

    static boolean is(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? isV4(number(bytes, 0)) : isV6(bytes);
    }

    private static boolean isV4(int address) {
        return SPECIAL.stream().noneMatch(block -> block.holds(address));
    }

    /** Of global unicast (2000::/3) what is not set apart in it; mapped, translated and tunnelled IPv4 is not. */
    private static boolean isV6(byte[] bytes) {
        int first = number(bytes, 0);
        boolean global = first >>> 29 == 1;
        boolean protocols = first >>> 9 == 0x20010000 >>> 9;
        boolean documentation = first == 0x20010db8 || first >>> 12 == 0x3fff0000 >>> 12;
        boolean sixToFour = first >>> 16 == 0x2002;
        return global && !protocols && !documentation && !sixToFour;
    }

    private static int number(byte[] bytes, int from) {
        return (bytes[from] & 0xff) << 24
                | (bytes[from + 1] & 0xff) << 16
                | (bytes[from + 2] & 0xff) << 8
                | bytes[from + 3] & 0xff;
    }
}
