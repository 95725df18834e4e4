package si.vpogled.connector.http;

import java.net.URI;
import java.util.Map;
import si.vpogled.connector.ConnectorException;

/** How a request shows who asks. */
sealed interface Authentication {
    default URI address(URI uri) {
        return uri;
    }

    default Map<String, String> headers() throws ConnectorException {
        return Map.of();
    }

    /** Forgets what was refused; whether asking again may help. */
    default boolean renew() {
        return false;
    }

    record None() implements Authentication {}

    /** Basic, bearer, or a header of the backend's own. */
    record Header(String name, String value) implements Authentication {
        @Override
        public Map<String, String> headers() {
            return Map.of(name, value);
        }

        @Override
        public String toString() {
            return "Header[" + name + "]";
        }
    }

    record QueryKey(String name, String value) implements Authentication {
        @Override
        public URI address(URI uri) {
            return Addresses.with(uri, name, value);
        }

        @Override
        public String toString() {
            return "QueryKey[" + name + "]";
        }
    }

    record ClientCredentials(TokenEndpoint tokens) implements Authentication {
        @Override
        public Map<String, String> headers() throws ConnectorException {
            return Map.of("Authorization", "Bearer " + tokens.token());
        }

        @Override
        public boolean renew() {
            tokens.forget();
            return true;
        }
    }
}
