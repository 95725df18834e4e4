package si.vpogled.bundle.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came of checking one bundle.
 *
 * @param reference of the request, the bundle's folder
 * @param files of the payload that were read, {@code bytes} together
 * @param verdicts how many items have each
 * @param ownKey whether the key came from the bundle itself, which proves only that it is whole
 */
record Verification(
        String reference,
        long files,
        long bytes,
        int items,
        Map<String, Integer> verdicts,
        boolean ownKey,
        List<Fault> faults) {
    /**
     * @param trusted JWK set
     * @throws IOException where the file is no ZIP archive
     */
    static Verification of(Path bundle, Optional<byte[]> trusted) throws IOException {
        try (Archive archive = new Archive(bundle)) {
            List<Fault> faults = new ArrayList<>(archive.faults());
            HashCheck hashes = new HashCheck(archive);
            faults.addAll(hashes.run());
            faults.addAll(new SignatureCheck(archive, trusted).run());
            CompletenessCheck completeness = new CompletenessCheck(archive);
            faults.addAll(completeness.run());
            return new Verification(
                    archive.folder(),
                    hashes.payloadFiles(),
                    hashes.octets(),
                    completeness.items(),
                    completeness.counts(),
                    trusted.isEmpty(),
                    faults.stream().distinct().toList());
        }
    }

    boolean holds() {
        return faults.isEmpty();
    }
}
