package si.vpogled.demo.server;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A request as a backend sees it.
 *
 * @param path segments, decoded
 * @param names what names in the route's path stand for
 * @param query first value of each parameter, decoded
 */
public record HttpQuestion(
        String method,
        List<String> path,
        Map<String, String> names,
        Map<String, String> query,
        Headers headers,
        byte[] body) {

    static HttpQuestion of(HttpExchange exchange) throws IOException {
        return new HttpQuestion(
                exchange.getRequestMethod(),
                segments(exchange.getRequestURI().getRawPath()),
                Map.of(),
                form(exchange.getRequestURI().getRawQuery()),
                exchange.getRequestHeaders(),
                exchange.getRequestBody().readAllBytes());
    }

    static List<String> segments(String path) {
        return Arrays.stream(path.split("/"))
                .filter(segment -> !segment.isEmpty())
                .map(segment -> segment.startsWith("{")
                        ? segment
                        : URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8))
                .toList();
    }

    private static Map<String, String> form(String encoded) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : (encoded == null ? "" : encoded).split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.putIfAbsent(
                        URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return Map.copyOf(values);
    }

    boolean binds(List<String> route) {
        boolean open = !route.isEmpty() && route.getLast().endsWith("...}");
        if (open ? path.size() < route.size() : path.size() != route.size()) {
            return false;
        }
        for (int i = 0; i < route.size(); i++) {
            if (!route.get(i).startsWith("{") && !route.get(i).equals(path.get(i))) {
                return false;
            }
        }
        return true;
    }

    HttpQuestion bound(List<String> route) {
        Map<String, String> bound = new LinkedHashMap<>();
        for (int i = 0; i < route.size(); i++) {
            String name = route.get(i);
            if (name.endsWith("...}")) {
                bound.put(
                        name.substring(1, name.length() - 4),
                        path.subList(i, path.size()).stream().collect(Collectors.joining("/")));
            } else if (name.startsWith("{")) {
                bound.put(name.substring(1, name.length() - 1), path.get(i));
            }
        }
        return new HttpQuestion(method, path, Map.copyOf(bound), query, headers, body);
    }

    /** What a name in the route's path stands for. */
    public String name(String name) {
        return names.get(name);
    }

    public Optional<String> parameter(String name) {
        return Optional.ofNullable(query.get(name));
    }

    public int number(String parameter, int otherwise) {
        return parameter(parameter)
                .filter(value -> value.matches("\\d{1,9}"))
                .map(Integer::valueOf)
                .orElse(otherwise);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.getFirst(name));
    }

    /** Whether it asks for something to be changed. */
    public boolean changes() {
        return !List.of("GET", "HEAD", "OPTIONS").contains(method);
    }

    /** The body as a form. */
    public Map<String, String> form() {
        return form(new String(body, StandardCharsets.UTF_8));
    }
}
