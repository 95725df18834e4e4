package si.vpogled.connector.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.http.HttpRead.Absence;

/** Where access tokens come from (RFC 6749 section 4.4); the last one is kept until shortly before it expires. */
final class TokenEndpoint {
    private static final int LARGEST = 64 * 1024;
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private final Exchange exchange;
    private final Ask ask;
    private Optional<Token> kept = Optional.empty();

    TokenEndpoint(Exchange exchange, Ask ask) {
        this.exchange = exchange;
        this.ask = ask;
    }

    static Ask ask(URI address, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(entry -> Addresses.encode(entry.getKey()) + "=" + Addresses.encode(entry.getValue()))
                .collect(Collectors.joining("&"));
        return Ask.post(address, "the token address", body).header("Accept", "application/json");
    }

    String token() throws ConnectorException {
        Instant now = exchange.now();
        if (kept.filter(token -> token.until().isAfter(now)).isEmpty()) {
            kept = Optional.of(fetch(now));
        }
        return kept.get().value();
    }

    void forget() {
        kept = Optional.empty();
    }

    private Token fetch(Instant now) throws ConnectorException {
        JsonNode answer = exchange.whole(ask, LARGEST, Absence.FAULT).orElseThrow();
        String token = answer.path("access_token").asText("");
        if (token.isEmpty() || token.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            throw Faults.defect(ask, "gave no access_token");
        }
        Duration life = Duration.ofSeconds(Math.clamp(answer.path("expires_in").asLong(300), 1, 86_400));
        Duration margin = life.compareTo(MARGIN.multipliedBy(2)) > 0 ? MARGIN : life.dividedBy(2);
        return new Token(token, now.plus(life).minus(margin));
    }

    private record Token(String value, Instant until) {
        @Override
        public String toString() {
            return "Token[until=" + until + "]";
        }
    }
}
