package si.vpogled.storage.grant;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import si.vpogled.storage.Authorities;
import si.vpogled.storage.Grant;
import si.vpogled.storage.PartBuffer;
import si.vpogled.storage.StoreException;

/** Sends requests that are signed already, again where that may help. By the JDK's client that is up soonest. */
final class SignedRequests {
    private static final int TRIES = 6;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final int CONNECT = 10_000;
    private static final int SILENCE = 60_000;
    private static final int MOST_READ = 1 << 16;
    private static final Pattern ERROR = Pattern.compile("<Error>.*?<Code>([A-Za-z0-9]+)</Code>", Pattern.DOTALL);

    private final Optional<SSLSocketFactory> trusting;
    private final GrantFaults faults;

    SignedRequests(Grant.Parts grant, InstantSource clock) throws StoreException {
        this.trusting = grant.authorities().isEmpty()
                ? Optional.empty()
                : Optional.of(trusting(grant.authorities().get()));
        this.faults = new GrantFaults(grant, clock);
    }

    private static SSLSocketFactory trusting(String pem) throws StoreException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, Authorities.of(new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8))), null);
            return context.getSocketFactory();
        } catch (IOException | GeneralSecurityException e) {
            throw new StoreException(
                    StoreException.Kind.MISCONFIGURED, "The authorities that the grant names are no certificates", e);
        }
    }

    /**
     * How the store answered.
     *
     * @param code its own word for what is wrong, also where the status says that all is well; empty without
     */
    record Answer(int status, String code, String etag) {
        boolean done() {
            return status / 100 == 2 && code.isEmpty();
        }
    }

    /** @throws StoreException where it is not done */
    Answer send(Grant.Request request, PartBuffer body, Map<String, String> more) throws IOException {
        for (int tries = 1; ; tries++) {
            StoreException told;
            try {
                Answer answer = ask(request, body, more);
                if (answer.done()) {
                    return answer;
                }
                told = faults.refused(answer);
                if (!GrantFaults.passes(answer)) {
                    throw told;
                }
            } catch (StoreException e) {
                throw e;
            } catch (IOException e) {
                told = faults.unanswered(e);
                if (told.kind() == StoreException.Kind.MISCONFIGURED) {
                    throw told;
                }
            }
            if (tries == TRIES) {
                throw told;
            }
            pause(tries);
        }
    }

    private static void pause(int tries) throws InterruptedIOException {
        try {
            Thread.sleep(FIRST_PAUSE.multipliedBy(1L << (tries - 1)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while the store was asked");
        }
    }

    private Answer ask(Grant.Request request, PartBuffer body, Map<String, String> more) throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("Interrupted while the store was asked");
        }
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(request.url()).toURL().openConnection();
        if (connection instanceof HttpsURLConnection secure) {
            trusting.ifPresent(secure::setSSLSocketFactory);
        }
        connection.setConnectTimeout(CONNECT);
        connection.setReadTimeout(SILENCE);
        connection.setInstanceFollowRedirects(false);
        connection.setRequestMethod(request.method());
        connection.setDoOutput(true);
        connection.setFixedLengthStreamingMode(body.length());
        request.headers().forEach(connection::setRequestProperty);
        more.forEach(connection::setRequestProperty);
        try (OutputStream out = connection.getOutputStream()) {
            body.content().transferTo(out);
        }
        return answer(connection);
    }

    /** Read to its end, so that the connection is used again. */
    private static Answer answer(HttpURLConnection connection) throws IOException {
        int status = connection.getResponseCode();
        InputStream answered = status >= 400 ? connection.getErrorStream() : connection.getInputStream();
        String said = "";
        if (answered != null) {
            try (answered) {
                said = new String(answered.readNBytes(MOST_READ), StandardCharsets.UTF_8);
            }
        }
        Matcher error = ERROR.matcher(said);
        String etag = connection.getHeaderField("ETag");
        return new Answer(status, error.find() ? error.group(1) : "", etag == null ? "" : etag);
    }
}
