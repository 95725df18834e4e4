package si.vpogled.connector.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.FaultKind;

/**
 * A source's settings, as {@code transport-http-settings.schema.json} has them.
 *
 * @param base what paths of reads are appended to; no slash at the end
 * @param interval least time between the starts of two requests
 * @param tries of one request, the first included
 */
record HttpSettings(
        URI base, JsonNode auth, Duration interval, Timeouts timeouts, int tries, Optional<Path> caFile, Check check) {
    /** For one connection and one wait for bytes. */
    record Timeouts(Duration connect, Duration read) {}

    /**
     * How a source is tested.
     *
     * @param path asked with GET, with credentials; its answer is not read
     * @param heads whether each read's own path is asked with HEAD
     */
    record Check(Optional<String> path, boolean heads) {}

    static HttpSettings of(ObjectNode settings) throws ConnectorException {
        return of(settings, address("base-url", settings.path("base-url").asText()));
    }

    static HttpSettings of(ObjectNode settings, URI base) {
        double rate = settings.path("requests-per-second").asDouble(0);
        JsonNode timeouts = settings.path("timeouts");
        JsonNode test = settings.path("test");
        return new HttpSettings(
                base,
                settings.path("auth"),
                rate > 0 ? Duration.ofNanos((long) (1e9 / rate)) : Duration.ZERO,
                new Timeouts(
                        Duration.ofSeconds(timeouts.path("connect-seconds").asLong(10)),
                        Duration.ofSeconds(timeouts.path("read-seconds").asLong(60))),
                settings.path("tries").asInt(5),
                Optional.ofNullable(settings.path("tls").path("ca-file").textValue())
                        .map(Path::of),
                new Check(
                        Optional.ofNullable(test.path("path").textValue()),
                        !test.path("method").asText("head").equals("none")));
    }

    /** An address from the settings, without a slash at the end. */
    static URI address(String setting, String value) throws ConnectorException {
        String trimmed = value.strip();
        while (trimmed.endsWith("/")) {
            trimmed = trimmed.substring(0, trimmed.length() - 1);
        }
        Optional<URI> address = Addresses.parse(trimmed)
                .filter(uri -> Addresses.isHttp(uri) && uri.getRawQuery() == null && uri.getRawFragment() == null);
        return address.orElseThrow(() -> new ConnectorException(
                FaultKind.MISCONFIGURED,
                "The setting " + setting + " is not an http or https address without user, query and fragment;"
                        + " correct the source's settings"));
    }

    /** What one instance of a request is sent to. */
    URI at(String pathAndQuery) throws ConnectorException {
        return Addresses.parse(base + pathAndQuery)
                .orElseThrow(() -> new ConnectorException(
                        FaultKind.MISCONFIGURED,
                        "A path of the definition holds characters that an address must encode; correct the read"));
    }
}
