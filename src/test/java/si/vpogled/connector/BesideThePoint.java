package si.vpogled.connector;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers every GET but the first few with something else than was asked for; those, and what is posted, reach the backend. */
final class BesideThePoint implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final int backend;
    private final AtomicInteger left;
    private final int status;
    private final String mediaType;
    private final byte[] body;

    BesideThePoint(int backend, int after, int status, String mediaType, String body) throws IOException {
        this.backend = backend;
        this.left = new AtomicInteger(after);
        this.status = status;
        this.mediaType = mediaType;
        this.body = body.getBytes(StandardCharsets.UTF_8);
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (exchange.getRequestMethod().equals("GET") && left.getAndDecrement() <= 0) {
                send(exchange, status, mediaType, body);
            } else {
                pass(exchange);
            }
        }
    }

    private void pass(HttpExchange exchange) throws IOException {
        URI asked = exchange.getRequestURI();
        HttpURLConnection onward = (HttpURLConnection)
                URI.create("http://127.0.0.1:" + backend + asked).toURL().openConnection();
        onward.setRequestMethod(exchange.getRequestMethod());
        exchange.getRequestHeaders().forEach((name, values) -> onward.setRequestProperty(name, values.getFirst()));
        onward.setRequestProperty("Accept-Encoding", "identity");
        if (exchange.getRequestMethod().equals("POST")) {
            onward.setDoOutput(true);
            onward.getOutputStream().write(exchange.getRequestBody().readAllBytes());
        }
        send(
                exchange,
                onward.getResponseCode(),
                onward.getContentType(),
                onward.getInputStream().readAllBytes());
    }

    private static void send(HttpExchange exchange, int status, String mediaType, byte[] body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", mediaType);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
