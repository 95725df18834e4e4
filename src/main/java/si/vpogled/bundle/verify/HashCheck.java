package si.vpogled.bundle.verify;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Manifests and Payload-Oxum (RFC 8493 sections 2.1.3, 2.2.1, 2.2.2): every file that is listed, and no other. */
final class HashCheck {
    private static final int BUFFER = 1 << 18;
    private static final Set<String> NOT_LISTED = Set.of("tagmanifest-sha512.txt", "signature.jws");

    private final Archive archive;
    private final List<Fault> faults = new ArrayList<>();
    private long octets;
    private long payloadFiles;

    HashCheck(Archive archive) {
        this.archive = archive;
    }

    List<Fault> run() throws IOException {
        Map<String, String> listed = new HashMap<>(manifest("manifest-sha512.txt"));
        listed.keySet().removeIf(path -> !path.startsWith("data/"));
        listed.putAll(manifest("tagmanifest-sha512.txt"));
        for (String required : List.of("bagit.txt", "bag-info.txt", "manifest-sha512.txt", "signature.jws")) {
            if (!archive.files().containsKey(required)) {
                faults.add(new Fault(Fault.Kind.MISSING, required));
            }
        }
        listed.keySet().stream()
                .filter(path -> !archive.files().containsKey(path))
                .sorted()
                .forEach(path -> faults.add(new Fault(Fault.Kind.MISSING, path)));
        for (String path : archive.files().keySet()) {
            check(path, Optional.ofNullable(listed.get(path)));
        }
        oxum();
        return faults;
    }

    long octets() {
        return octets;
    }

    long payloadFiles() {
        return payloadFiles;
    }

    private void check(String path, Optional<String> hash) throws IOException {
        if (hash.isEmpty()) {
            if (!NOT_LISTED.contains(path)) {
                faults.add(new Fault(Fault.Kind.ADDED, path));
            }
            return;
        }
        try (InputStream stream = archive.open(path)) {
            Summed summed = sum(stream);
            if (path.startsWith("data/")) {
                octets += summed.size();
                payloadFiles++;
            }
            if (!summed.sha512().equalsIgnoreCase(hash.get())) {
                faults.add(new Fault(Fault.Kind.CHANGED, path));
            }
        } catch (IOException e) {
            faults.add(new Fault(Fault.Kind.UNREADABLE, path));
        }
    }

    private record Summed(String sha512, long size) {}

    private static Summed sum(InputStream stream) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-512");
            byte[] buffer = new byte[BUFFER];
            long size = 0;
            for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
                digest.update(buffer, 0, count);
                size += count;
            }
            return new Summed(HexFormat.of().formatHex(digest.digest()), size);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-512", e);
        }
    }

    /** Hash by path; two spaces or a space and an asterisk stand between, and a path may be percent-encoded. */
    private Map<String, String> manifest(String name) throws IOException {
        Map<String, String> hashes = new HashMap<>();
        Optional<String> text = archive.text(name);
        if (text.isEmpty()) {
            faults.add(new Fault(Fault.Kind.MISSING, name));
        }
        text.orElse("").lines().filter(line -> !line.isBlank()).forEach(line -> {
            String[] parts = line.split("\\s+\\*?", 2);
            if (parts.length < 2 || hashes.put(parts[1], parts[0]) != null) {
                faults.add(new Fault(Fault.Kind.UNREADABLE, name));
            }
        });
        return hashes;
    }

    private void oxum() throws IOException {
        String expected = "Payload-Oxum: " + octets + "." + payloadFiles;
        if (archive.text("bag-info.txt").orElse("").lines().noneMatch(expected::equals)) {
            faults.add(new Fault(Fault.Kind.OXUM, octets + "." + payloadFiles));
        }
    }
}
