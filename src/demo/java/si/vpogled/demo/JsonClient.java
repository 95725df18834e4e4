package si.vpogled.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** The service's API from outside; waits, within bounds, for a service that is being started. */
final class JsonClient implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration ANSWER = Duration.ofMinutes(2);
    private static final Duration START = Duration.ofMinutes(2);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private volatile Supplier<String> base;

    /** @param base asked for each request, without a slash at the end */
    JsonClient(Supplier<String> base) {
        this.base = base;
    }

    void base(String url) {
        this.base = () -> url;
    }

    /**
     * Sends a body again only where it cannot have arrived, or arriving twice has the effect of once.
     *
     * @throws UncheckedIOException where there is no telling whether it arrived
     */
    JsonNode post(String path, Map<String, ?> body, Map<String, String> headers) {
        boolean once = headers.containsKey("Idempotency-Key");
        try {
            byte[] content = JSON.writeValueAsBytes(body);
            return json(send(
                    () -> request(path, headers)
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofByteArray(content)),
                    BodyHandlers.ofByteArray(),
                    once ? IOException.class : ConnectException.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode get(String path, Map<String, String> headers) {
        return json(get(path, headers, BodyHandlers.ofByteArray()));
    }

    <T> HttpResponse<T> get(String path, Map<String, String> headers, BodyHandler<T> body) {
        return send(() -> request(path, headers).GET(), body, IOException.class);
    }

    private HttpRequest.Builder request(String path, Map<String, String> headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base.get() + path)).timeout(ANSWER);
        headers.forEach(request::header);
        return request;
    }

    private <T> HttpResponse<T> send(
            Supplier<HttpRequest.Builder> request, BodyHandler<T> body, Class<? extends IOException> harmless) {
        AtomicReference<HttpResponse<T>> answer = new AtomicReference<>();
        try {
            Awaitility.await()
                    // a mail server whose client was killed throws on a thread of its own
                    .dontCatchUncaughtExceptions()
                    .atMost(START)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(50))
                    .ignoreExceptionsMatching(harmless::isInstance)
                    .until(() -> {
                        answer.set(sent(request.get().build(), body, harmless));
                        return true;
                    });
        } catch (ConditionTimeoutException e) {
            throw new IllegalStateException(
                    "No answer from " + request.get().build().uri(), e);
        }
        if (answer.get().statusCode() / 100 != 2) {
            HttpRequest asked = answer.get().request();
            throw new IllegalStateException(asked.method() + " " + asked.uri() + " was answered with "
                    + answer.get().statusCode() + ": " + text(answer.get().body()));
        }
        return answer.get();
    }

    private <T> HttpResponse<T> sent(HttpRequest request, BodyHandler<T> body, Class<? extends IOException> harmless)
            throws IOException, InterruptedException {
        try {
            return http.send(request, body);
        } catch (IOException e) {
            if (harmless.isInstance(e)) {
                throw e;
            }
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Object body) {
        return body instanceof byte[] bytes ? new String(bytes) : String.valueOf(body);
    }

    private static JsonNode json(HttpResponse<byte[]> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
