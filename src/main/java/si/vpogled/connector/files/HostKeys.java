package si.vpogled.connector.files;

import java.io.IOException;
import java.net.SocketAddress;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.sshd.client.config.hosts.KnownHostEntry;
import org.apache.sshd.client.keyverifier.ServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.signature.Signature;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.files.SftpSettings.Address;

/**
 * The keys that the server may have, and no other: OpenSSH public keys, lines of a file of known hosts, or
 * {@code SHA256:} fingerprints. A key met first is never believed.
 */
record HostKeys(List<PublicKey> keys, Set<String> fingerprints, List<PublicKey> revoked) implements ServerKeyVerifier {
    private static final Pattern PUBLIC_KEY =
            Pattern.compile("(ssh-(rsa|dss|ed25519)|ecdsa-sha2-\\S+|sk-\\S+@openssh\\.com)\\s");

    HostKeys {
        keys = List.copyOf(keys);
        fingerprints = Set.copyOf(fingerprints);
        revoked = List.copyOf(revoked);
    }

    static HostKeys of(List<String> lines, Address address) throws ConnectorException {
        List<PublicKey> keys = new ArrayList<>();
        List<PublicKey> revoked = new ArrayList<>();
        Set<String> fingerprints = new LinkedHashSet<>();
        for (String line : lines.stream().map(String::strip).toList()) {
            if (line.startsWith("SHA256:")) {
                fingerprints.add(line);
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                read(line, address, keys, revoked);
            }
        }
        if (keys.isEmpty() && fingerprints.isEmpty()) {
            throw Faults.misconfigured(
                    "The source's host-key names no key of this host: take it from the server itself,"
                            + " as ssh-keyscan shows it, once checked");
        }
        return new HostKeys(keys, fingerprints, revoked);
    }

    @Override
    public boolean verifyServerKey(ClientSession session, SocketAddress remote, PublicKey key) {
        return !known(revoked, key)
                && (known(keys, key) || fingerprints.contains(KeyUtils.getFingerPrint(BuiltinDigests.sha256, key)));
    }

    /** Those algorithms first whose keys are known: a server with several keys shall show one of them. */
    List<NamedFactory<Signature>> preferred(List<NamedFactory<Signature>> algorithms) {
        Set<String> types = new LinkedHashSet<>();
        keys.forEach(key -> types.add(KeyUtils.getKeyType(key)));
        return algorithms.stream()
                .sorted(Comparator.comparing(
                        algorithm -> !types.contains(KeyUtils.getCanonicalKeyType(algorithm.getName()))))
                .toList();
    }

    private static void read(String line, Address address, List<PublicKey> keys, List<PublicKey> revoked)
            throws ConnectorException {
        try {
            if (PUBLIC_KEY.matcher(line).lookingAt()) {
                keys.add(key(PublicKeyEntry.parsePublicKeyEntry(line)));
                return;
            }
            KnownHostEntry entry = KnownHostEntry.parseKnownHostEntry(line);
            if (entry.isHostMatch(address.host(), address.port())) {
                // of authorities (@cert-authority) nothing is known here
                if (entry.getMarker() == null) {
                    keys.add(key(entry.getKeyEntry()));
                } else if (entry.getMarker().equals("revoked")) {
                    revoked.add(key(entry.getKeyEntry()));
                }
            }
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            throw Faults.misconfigured("A line of the source's host-key cannot be read: it is an OpenSSH public key, a"
                    + " line of known_hosts, or a SHA256 fingerprint");
        }
    }

    private static PublicKey key(PublicKeyEntry entry) throws IOException, GeneralSecurityException {
        return entry.resolvePublicKey(null, java.util.Map.of(), PublicKeyEntryResolver.FAILING);
    }

    private static boolean known(List<PublicKey> keys, PublicKey key) {
        return keys.stream().anyMatch(known -> KeyUtils.compareKeys(known, key));
    }
}
