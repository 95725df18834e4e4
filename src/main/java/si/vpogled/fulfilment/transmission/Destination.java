package si.vpogled.fulfilment.transmission;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;
import si.vpogled.fulfilment.transmission.DestinationException.Reason;

/**
 * Where a subject wants an answer to go, as they typed it.
 *
 * @param uri {@code https://host[:port]/path[?query]}, or {@code sftp://user@host[:port]/folder}
 * @param fingerprint of the host's key, {@code SHA256:…}; only by SFTP
 */
record Destination(URI uri, Optional<String> fingerprint) {
    private static final int LONGEST = 500;
    private static final int HTTPS = 443;
    private static final int SSH = 22;
    private static final Pattern FINGERPRINT = Pattern.compile("SHA256:[A-Za-z0-9+/]{43}");
    private static final Pattern SECRET = Pattern.compile("[\\x21-\\x7e]{8,500}");

    static Destination of(String address, String fingerprint) throws DestinationException {
        URI uri = uri(address.strip());
        if (isSftp(uri)) {
            if (!FINGERPRINT.matcher(fingerprint.strip()).matches()) {
                throw new DestinationException(Reason.FINGERPRINT);
            }
            return new Destination(uri, Optional.of(fingerprint.strip()));
        }
        return new Destination(uri, Optional.empty());
    }

    /** A token or password as it can stand in a header. */
    static String secret(String typed) throws DestinationException {
        if (!SECRET.matcher(typed.strip()).matches()) {
            throw new DestinationException(Reason.SECRET);
        }
        return typed.strip();
    }

    private static URI uri(String address) throws DestinationException {
        try {
            URI uri = new URI(address);
            boolean https = "https".equalsIgnoreCase(uri.getScheme()) && uri.getRawUserInfo() == null;
            boolean sftp = isSftp(uri)
                    && uri.getRawUserInfo() != null
                    && !uri.getRawUserInfo().contains(":")
                    && uri.getRawQuery() == null;
            boolean whole = uri.getHost() != null
                    && uri.getRawFragment() == null
                    && uri.getPort() != 0
                    && uri.getPort() <= 0xffff
                    && uri.getRawPath().startsWith("/");
            if (address.length() > LONGEST || !whole || !https && !sftp) {
                throw new DestinationException(Reason.MALFORMED);
            }
            return uri;
        } catch (URISyntaxException e) {
            throw new DestinationException(Reason.MALFORMED, e);
        }
    }

    private static boolean isSftp(URI uri) {
        return "sftp".equalsIgnoreCase(uri.getScheme());
    }

    boolean sftp() {
        return isSftp(uri);
    }

    /** Without the brackets of an IPv6 address. */
    String host() {
        String host = uri.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    int port() {
        return uri.getPort() > 0 ? uri.getPort() : sftp() ? SSH : HTTPS;
    }

    String path() {
        return uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
    }
}
