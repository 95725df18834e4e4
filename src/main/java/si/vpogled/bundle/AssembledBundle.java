package si.vpogled.bundle;

import java.util.List;
import java.util.Map;
import si.vpogled.bundle.completeness.LeftOut;

/**
 * A bundle that is in the store.
 *
 * @param key where
 * @param size in bytes, decrypted: what the subject downloads
 * @param sha256 of the downloaded file, lower-case hexadecimal
 * @param entries in the archive
 * @param verdicts how many items have each verdict, by {@link si.vpogled.bundle.completeness.Verdict#kind()}
 * @param leftOut what we hold and it does not hand out
 */
public record AssembledBundle(
        String key, long size, String sha256, int entries, Map<String, Integer> verdicts, List<LeftOut> leftOut) {
    public AssembledBundle {
        verdicts = Map.copyOf(verdicts);
        leftOut = List.copyOf(leftOut);
    }
}
