package si.vpogled.bundle;

import java.util.Map;

/**
 * A bundle that is in the store.
 *
 * @param key where
 * @param size in bytes, decrypted: what the subject downloads
 * @param sha256 of the downloaded file, lower-case hexadecimal
 * @param entries in the archive
 * @param verdicts how many items have each verdict, by {@link si.vpogled.bundle.completeness.Verdict#kind()}
 */
public record AssembledBundle(String key, long size, String sha256, int entries, Map<String, Integer> verdicts) {
    public AssembledBundle {
        verdicts = Map.copyOf(verdicts);
    }
}
