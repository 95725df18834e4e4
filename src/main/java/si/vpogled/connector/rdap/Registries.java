package si.vpogled.connector.rdap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.FaultKind;

/**
 * Which server answers for domains under which suffix; the longest suffix decides, RDAP before WHOIS, what settings
 * name before what the bootstrap file (RFC 9224) says.
 *
 * @param others the WHOIS server for every other suffix
 */
record Registries(Map<String, URI> rdap, Map<String, WhoisServer> whois, Optional<WhoisServer> others) {
    private static final ObjectMapper JSON = new ObjectMapper();

    Registries {
        rdap = Map.copyOf(rdap);
        whois = Map.copyOf(whois);
    }

    /** Who answers for a domain. */
    sealed interface Registry {}

    /** @param base with a slash at its end */
    record Rdap(URI base) implements Registry {}

    record Whois(WhoisServer server) implements Registry {}

    static Registries of(ObjectNode settings) throws ConnectorException {
        Map<String, URI> rdap = new HashMap<>();
        if (settings.has("bootstrap")) {
            rdap.putAll(bootstrap(Path.of(settings.get("bootstrap").asText())));
        }
        for (Map.Entry<String, JsonNode> entry : settings.path("base-url").properties()) {
            rdap.put(suffix(entry.getKey()), base(entry.getValue().asText()));
        }
        Map<String, WhoisServer> whois = new HashMap<>();
        for (Map.Entry<String, JsonNode> entry : settings.path("whois").properties()) {
            whois.put(suffix(entry.getKey()), WhoisServer.of(entry.getValue().asText()));
        }
        Optional<WhoisServer> others = settings.has("whois-default")
                ? Optional.of(WhoisServer.of(settings.get("whois-default").asText()))
                : Optional.empty();
        return new Registries(rdap, whois, others);
    }

    /**
     * @throws ConnectorException of kind misconfigured, naming the suffix, where nobody answers for it
     */
    Registry of(AskedDomain domain) throws ConnectorException {
        for (String suffix : domain.suffixes()) {
            // a setting for this suffix is as near as can be: RDAP tells more, and tells it in a structure
            if (rdap.containsKey(suffix)) {
                return new Rdap(rdap.get(suffix));
            }
            if (whois.containsKey(suffix)) {
                return new Whois(whois.get(suffix));
            }
        }
        return others.<Registry>map(Whois::new)
                .orElseThrow(() -> new ConnectorException(
                        FaultKind.MISCONFIGURED,
                        "No server is set for domains under ."
                                + domain.suffixes().getLast() + ": add it to base-url or whois, or set whois-default"));
    }

    private static Map<String, URI> bootstrap(Path file) throws ConnectorException {
        Map<String, URI> servers = new HashMap<>();
        try {
            for (JsonNode service : JSON.readTree(file.toFile()).path("services")) {
                Optional<String> address = StreamSupport.stream(service.path(1).spliterator(), false)
                        .map(JsonNode::asText)
                        .min(Comparator.comparing(url -> !url.startsWith("https:")));
                for (JsonNode suffix : service.path(0)) {
                    if (address.isPresent()) {
                        servers.put(suffix(suffix.asText()), base(address.get()));
                    }
                }
            }
        } catch (IOException e) {
            throw misconfigured("The bootstrap file cannot be read: it is JSON as RFC 9224 has it");
        }
        if (servers.isEmpty()) {
            throw misconfigured("The bootstrap file names no server: it is JSON as RFC 9224 has it");
        }
        return servers;
    }

    private static String suffix(String suffix) {
        String plain = suffix.startsWith(".") ? suffix.substring(1) : suffix;
        return java.net.IDN.toASCII(plain).toLowerCase(Locale.ROOT);
    }

    private static URI base(String address) throws ConnectorException {
        try {
            URI base = URI.create(address.endsWith("/") ? address : address + "/");
            if (base.getHost() != null
                    && String.valueOf(base.getScheme()).matches("(?i)https?")
                    && base.getRawUserInfo() == null
                    && base.getRawQuery() == null
                    && base.getRawFragment() == null) {
                return base;
            }
        } catch (IllegalArgumentException e) {
            // told below
        }
        throw misconfigured("An RDAP address is not http or https without user, query and fragment: correct base-url");
    }

    private static ConnectorException misconfigured(String message) {
        return new ConnectorException(FaultKind.MISCONFIGURED, message);
    }
}
