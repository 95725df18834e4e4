package si.vpogled.connector.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Addresses: encoding (RFC 3986), resolving, comparing origins (RFC 6454). */
final class Addresses {
    private Addresses() {}

    static Optional<URI> parse(String address) {
        try {
            return Optional.of(new URI(address));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    static boolean isHttp(URI uri) {
        String scheme = uri.getScheme();
        return ("http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme))
                && uri.getHost() != null
                && uri.getRawUserInfo() == null;
    }

    /** Everything but unreserved characters in percent encoding, so that a value stays one segment or one value. */
    static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    /** Scheme, host and port, for messages and for comparison. */
    static String origin(URI uri) {
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        int port = uri.getPort();
        boolean usual = port == -1 || port == (scheme.equals("https") ? 443 : 80);
        return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + (usual ? "" : ":" + port);
    }

    /** What a reference (RFC 3986 section 5) in an answer means, if it stays at the origin asked. */
    static Optional<URI> resolve(URI asked, String reference) {
        String absolute = reference.startsWith("?") ? withoutQuery(asked) + reference : reference;
        return parse(absolute)
                .map(asked::resolve)
                .filter(uri -> isHttp(uri) && origin(uri).equals(origin(asked)));
    }

    /** With a query parameter set, in place of any of that name. */
    static URI with(URI uri, String name, String value) {
        String own = encode(name);
        String others = uri.getRawQuery() == null
                ? ""
                : Arrays.stream(uri.getRawQuery().split("&"))
                        .filter(pair -> !pair.equals(own) && !pair.startsWith(own + "="))
                        .map(pair -> pair + "&")
                        .collect(Collectors.joining());
        return URI.create(withoutQuery(uri) + "?" + others + own + "=" + encode(value));
    }

    private static String withoutQuery(URI uri) {
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        return uri.getScheme() + "://" + uri.getRawAuthority() + path;
    }
}
