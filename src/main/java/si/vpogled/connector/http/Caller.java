package si.vpogled.connector.http;

import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.ProtocolException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;
import si.vpogled.connector.ConnectorException;

/** Sends one request once. The JDK's old client: a job starts with it in half the time of the new one. */
final class Caller {
    private final HttpSettings.Timeouts timeouts;
    private final Optional<SSLSocketFactory> trust;
    private final Pace pace;

    private Caller(HttpSettings.Timeouts timeouts, Optional<SSLSocketFactory> trust, Pace pace) {
        this.timeouts = timeouts;
        this.trust = trust;
        this.pace = pace;
    }

    static Caller of(HttpSettings settings, Pace pace) throws ConnectorException {
        Optional<SSLSocketFactory> trust = settings.caFile().isPresent()
                ? Optional.of(Trust.in(settings.caFile().get()))
                : Optional.empty();
        return new Caller(settings.timeouts(), trust, pace);
    }

    Response call(Ask ask, URI uri, Map<String, String> credentials) throws IOException, ConnectorException {
        HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
        connection.setRequestMethod(ask.method());
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
        connection.setConnectTimeout(millis(timeouts.connect()));
        connection.setReadTimeout(millis(timeouts.read()));
        if (connection instanceof HttpsURLConnection secure) {
            trust.ifPresent(secure::setSSLSocketFactory);
        }
        connection.setRequestProperty("User-Agent", "Vpogled");
        ask.headers().forEach(connection::setRequestProperty);
        credentials.forEach(connection::setRequestProperty);
        if (ask.form().isPresent()) {
            connection.setDoOutput(true);
            try (OutputStream body = connection.getOutputStream()) {
                body.write(ask.form().get().getBytes(StandardCharsets.US_ASCII));
            }
        }
        int status = connection.getResponseCode();
        if (status < 0) {
            throw new ProtocolException("not HTTP");
        }
        return new Response(connection, status);
    }

    /** A time-out that ends no later than the run. */
    private int millis(Duration timeout) throws ConnectorException {
        return (int) Math.clamp(Math.min(timeout.toMillis(), pace.left().toMillis()), 1, Integer.MAX_VALUE);
    }
}
