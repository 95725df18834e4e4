package si.vpogled.connector.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.SourceContext.Secrets;

/** The setting {@code auth}, its secrets looked up. */
final class Credentials {
    private final JsonNode auth;
    private final Secrets secrets;

    private Credentials(JsonNode auth, Secrets secrets) {
        this.auth = auth;
        this.secrets = secrets;
    }

    /** @param open asks without credentials, for a token */
    static Authentication of(JsonNode auth, Secrets secrets, Exchange open) throws ConnectorException {
        Credentials credentials = new Credentials(auth, secrets);
        return switch (auth.path("type").asText("none")) {
            case "none" -> new Authentication.None();
            case "basic" ->
                new Authentication.Header(
                        "Authorization", basic(credentials.value("user"), credentials.value("password")));
            case "bearer" -> new Authentication.Header("Authorization", "Bearer " + credentials.value("token"));
            case "header" -> new Authentication.Header(auth.path("name").asText(), credentials.value("value"));
            case "query" -> new Authentication.QueryKey(auth.path("name").asText(), credentials.value("value"));
            case "oauth2-client-credentials" -> new Authentication.ClientCredentials(credentials.tokens(open));
            default -> throw new ConnectorException(FaultKind.MISCONFIGURED, "Unknown auth.type; correct the settings");
        };
    }

    private TokenEndpoint tokens(Exchange open) throws ConnectorException {
        URI address =
                HttpSettings.address("auth.token-url", auth.path("token-url").asText());
        String id = value("client-id");
        String secret = value("client-secret");
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "client_credentials");
        for (String name : new String[] {"scope", "audience"}) {
            if (auth.path(name).isTextual()) {
                form.put(name, auth.path(name).asText());
            }
        }
        if (auth.path("client-authentication").asText("basic").equals("body")) {
            form.put("client_id", id);
            form.put("client_secret", secret);
            return new TokenEndpoint(open, TokenEndpoint.ask(address, form));
        }
        // RFC 6749 section 2.3.1: encoded first as in a form
        String basic = basic(Addresses.encode(id), Addresses.encode(secret));
        return new TokenEndpoint(open, TokenEndpoint.ask(address, form).header("Authorization", basic));
    }

    private static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** A text as it stands, or the secret that it names. A line break would end the header that it goes into. */
    private String value(String name) throws ConnectorException {
        JsonNode node = auth.path(name);
        String value = node.isObject() ? secrets.secret(node.path("secret").asText()) : node.asText();
        if (value.isEmpty() || value.chars().anyMatch(Character::isISOControl)) {
            throw new ConnectorException(
                    FaultKind.MISCONFIGURED,
                    "auth." + name + " is empty or holds control characters such as a line break; correct it");
        }
        return value;
    }
}
