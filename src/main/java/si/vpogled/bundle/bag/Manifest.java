package si.vpogled.bundle.bag;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;

/** SHA-512 of each file, by path from the bag's folder (RFC 8493 section 2.1.3), in the order of the paths. */
final class Manifest {
    private final TreeMap<String, String> hashes = new TreeMap<>();
    private final String prefix;
    private long octets;

    /** @param prefix of every path, not part of the names given here */
    Manifest(String prefix) {
        this.prefix = prefix;
    }

    void add(String path, String sha512, long size) {
        if (hashes.put(path, sha512) != null) {
            throw new IllegalArgumentException("Two files of one bag have the same name");
        }
        octets += size;
    }

    boolean has(String path) {
        return hashes.containsKey(path);
    }

    /** Payload-Oxum: octets and number of files. */
    String oxum() {
        return octets + "." + hashes.size();
    }

    long octets() {
        return octets;
    }

    /** The lines as {@code sha512sum} writes them. */
    Iterator<byte[]> lines() {
        Iterator<Map.Entry<String, String>> entries = hashes.entrySet().iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return entries.hasNext();
            }

            @Override
            public byte[] next() {
                Map.Entry<String, String> entry = entries.next();
                return (entry.getValue() + "  " + prefix + entry.getKey() + "\n").getBytes(StandardCharsets.UTF_8);
            }
        };
    }
}
