package si.vpogled.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import si.vpogled.demo.DemoStaff;
import si.vpogled.demo.server.MailServer;

/** One case over the API, by its subject and a clerk. */
final class CaseSteps implements AutoCloseable {
    private static final Pattern TOKEN = Pattern.compile("/confirm/([A-Za-z0-9_-]+)");
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final ObjectMapper JSON = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final String api;
    private String reference;
    private String ticket;
    private String session;

    CaseSteps(String url) {
        this.api = url + "/api/v1/";
    }

    void submit(String name, String email) throws IOException, InterruptedException {
        Map<String, String> form = Map.of("right", "access", "name", name, "email", email, "language", "sl");
        JsonNode submitted = send("requests", "", form);
        reference = submitted.get("reference").asText();
        ticket = submitted.get("ticket").asText();
    }

    void confirm(MailServer mail, String email) throws IOException, InterruptedException {
        String token = await(() -> mail.messagesTo(email).stream()
                .filter(one -> one.text().contains(reference))
                .map(one -> TOKEN.matcher(one.text()))
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst()
                .orElse(""));
        session = send("confirmations", "", Map.of("token", token, "ticket", ticket))
                .get("session")
                .asText();
        staff("identity-checks", Map.of("method", "call-back", "note", "klic na številko iz pogodbe"));
    }

    void accept() throws IOException, InterruptedException {
        staff("acceptance", Map.of());
    }

    void release() throws IOException, InterruptedException {
        staff("release", Map.of());
    }

    void await(String state) {
        await(() -> {
            String now = send(request("requests/" + reference)
                            .header("Authorization", "Bearer " + session)
                            .GET())
                    .get("state")
                    .asText();
            return now.equals(state) ? now : "";
        });
    }

    void download(Path zip) throws IOException, InterruptedException {
        HttpRequest asked = request("requests/" + reference + "/bundles/1")
                .header("Authorization", "Bearer " + session)
                .build();
        checked(http.send(asked, BodyHandlers.ofFile(zip)));
    }

    private void staff(String action, Map<String, String> body) throws IOException, InterruptedException {
        String login = DemoStaff.CLERK.name() + ":" + DemoStaff.CLERK.password();
        String basic = "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
        send("staff/requests/" + reference + "/" + action, basic, body);
    }

    private JsonNode send(String path, String authorization, Map<String, String> body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return send(request);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(api + path));
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return JSON.readTree(
                checked(http.send(request.build(), BodyHandlers.ofString())).body());
    }

    private static <T> HttpResponse<T> checked(HttpResponse<T> answer) {
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(
                    answer.uri().getPath() + " was answered with " + answer.statusCode() + ": " + answer.body());
        }
        return answer;
    }

    private interface Looked {
        String found() throws IOException, InterruptedException;
    }

    /** Looks every 50 ms until something is found. */
    private static String await(Looked looked) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (System.nanoTime() < end) {
                String found = looked.found();
                if (!found.isEmpty()) {
                    return found;
                }
                LockSupport.parkNanos(50_000_000);
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("The case broke off", e);
        }
        throw new IllegalStateException("The case did not go on within " + PATIENCE);
    }

    @Override
    public void close() {
        http.close();
    }
}
