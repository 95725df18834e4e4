package si.vpogled.demo.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * A small web server: routes with {@code {names}} in their paths, an optional check of who asks, a virtual thread for
 * each exchange.
 */
public final class HttpBackend implements AutoCloseable {
    static {
        // without it, small answers wait for the other side's delayed acknowledgement
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Route> routes = new CopyOnWriteArrayList<>();
    private final AtomicLong served = new AtomicLong();
    private volatile Guard guard = request -> Optional.empty();

    private HttpBackend(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(Ports.HOST, port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("No HTTP server on port " + port, e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::exchange);
        server.start();
    }

    /** On a free port. */
    public static HttpBackend start() {
        return new HttpBackend(0);
    }

    public static HttpBackend start(int port) {
        return new HttpBackend(port);
    }

    /** Answers a request. */
    @FunctionalInterface
    public interface Handler {
        HttpAnswer answer(HttpQuestion question) throws IOException;
    }

    /** Says no before any route is asked, or nothing. */
    @FunctionalInterface
    public interface Guard {
        Optional<HttpAnswer> refuse(HttpQuestion question);
    }

    private record Route(String method, List<String> path, Handler handler) {
        boolean matches(HttpQuestion question) {
            return method.equals(question.method()) && question.binds(path);
        }
    }

    /** Adds a route; {@code {name}} stands for one segment, a last {@code {name...}} for all that follow. */
    public HttpBackend route(String method, String path, Handler handler) {
        routes.add(new Route(method, HttpQuestion.segments(path), handler));
        return this;
    }

    public HttpBackend get(String path, Handler handler) {
        return route("GET", path, handler);
    }

    /** Asked before every route. */
    public HttpBackend guard(Guard check) {
        this.guard = check;
        return this;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** Without a slash at the end. */
    public String url() {
        return "http://" + Ports.HOST + ":" + port();
    }

    /** How many requests were answered so far. */
    public long served() {
        return served.get();
    }

    private void exchange(HttpExchange exchange) throws IOException {
        HttpAnswer answer = answer(HttpQuestion.of(exchange));
        served.incrementAndGet();
        if (answer.dropped()) {
            exchange.close();
            return;
        }
        try (exchange) {
            answer.headers()
                    .forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
            boolean empty = answer.length() == 0 || exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(answer.status(), empty ? -1 : Math.max(answer.length(), 0));
            if (!empty) {
                OutputStream body = exchange.getResponseBody();
                answer.body().writeTo(body);
                body.close();
            }
        }
    }

    private HttpAnswer answer(HttpQuestion question) {
        try {
            Optional<HttpAnswer> refusal = guard.refuse(question);
            if (refusal.isPresent()) {
                return refusal.get();
            }
            if (question.method().equals("OPTIONS")) {
                return options(question);
            }
            for (Route route : routes) {
                if (route.matches(question)) {
                    return route.handler().answer(question.bound(route.path()));
                }
            }
            return HttpAnswer.json(404, Map.of("error", "not found"));
        } catch (IOException | RuntimeException e) {
            return HttpAnswer.json(500, Map.of("error", String.valueOf(e.getMessage())));
        }
    }

    /** Which methods a path takes (RFC 9110, section 9.3.7), whatever its names stand for. */
    private HttpAnswer options(HttpQuestion question) {
        String methods = routes.stream()
                .filter(route -> question.binds(route.path()))
                .map(Route::method)
                .distinct()
                .collect(Collectors.joining(", "));
        return methods.isEmpty()
                ? HttpAnswer.json(404, Map.of("error", "not found"))
                : HttpAnswer.text(204, "").header("Allow", methods);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
