package si.vpogled.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import si.vpogled.demo.server.MailServer;
import si.vpogled.demo.server.ReceivedMail;

/**
 * One request's way over the public API and by mail, step by step, for the subject and for a clerk. A service that is
 * being restarted is waited for.
 */
public final class Journey implements AutoCloseable {
    private static final Pattern CODE = Pattern.compile("(?m)^(\\d{8})\\s*$");
    private static final Duration MAIL = Duration.ofMinutes(2);

    private final JsonClient api;
    private final MailServer mail;
    private final String email;
    private final DemoStaff clerk = DemoStaff.CLERK;
    private String reference = "";
    private String ticket = "";
    private String session = "";

    private Journey(Supplier<String> base, MailServer mail, String email) {
        this.api = new JsonClient(base);
        this.mail = mail;
        this.email = email;
    }

    /**
     * Asks for access.
     *
     * @param base the service's address, without a slash at the end
     * @param services of the inventory; all where none is named
     */
    public static Journey submit(String base, MailServer mail, Person person, List<String> services) {
        return submit(() -> base, mail, person, services);
    }

    /**
     * Asks for access at a service of several processes.
     *
     * @param base asked for each request: where it is sent
     */
    public static Journey submit(Supplier<String> base, MailServer mail, Person person, List<String> services) {
        return submit("access", base, mail, person, services);
    }

    /**
     * Asks by another right.
     *
     * @param right {@code portability}
     */
    public static Journey submit(
            String right, Supplier<String> base, MailServer mail, Person person, List<String> services) {
        Journey journey = new Journey(base, mail, person.email());
        Map<String, Object> body = Map.of(
                "message",
                person.message(),
                "right",
                right,
                "services",
                services,
                "name",
                person.name(),
                "email",
                person.email(),
                "language",
                "sl");
        JsonNode submitted = journey.api.post(
                "/api/v1/requests",
                body,
                Map.of("Idempotency-Key", UUID.randomUUID().toString()));
        journey.reference = submitted.get("reference").asText();
        journey.ticket = submitted.get("ticket").asText();
        return journey;
    }

    /** Who asks, and what they write. */
    public record Person(String name, String email, String message) {
        public Person(String name, String email) {
            this(name, email, "");
        }
    }

    /** Goes on with another process of the same service. */
    public Journey at(String base) {
        api.base(base);
        return this;
    }

    public String reference() {
        return reference;
    }

    /** The token of the session that was opened last. */
    public String session() {
        return session;
    }

    /** Follows the mailed link. */
    public Journey confirm() {
        return open("/api/v1/confirmations", Map.of("token", awaitToken("/confirm/", 1), "ticket", ticket));
    }

    /** Asks for a code, and sends it with the ticket. */
    public Journey signIn() {
        int before = codes().size();
        JsonNode asked = api.post("/api/v1/sign-ins", Map.of("reference", reference, "email", email), Map.of());
        String code = await("a code for " + reference, this::codes, before + 1);
        return open("/api/v1/sessions", Map.of("ticket", asked.get("ticket").asText(), "code", code));
    }

    private Journey open(String path, Map<String, String> secrets) {
        session = api.post(path, secrets, Map.of()).get("session").asText();
        return this;
    }

    /** The second proof that hosted content takes. */
    public Journey checkIdentity() {
        return decide("identity-checks", Map.of("method", "call-back", "note", "klic na številko iz pogodbe"));
    }

    public Journey accept() {
        return decide("acceptance", Map.of());
    }

    /** Releases what was found, all of it. */
    public Journey release() {
        return decide("release", Map.of());
    }

    /** Releases what was found although something is missing. */
    public Journey release(String partialReason) {
        return decide("release", Map.of("partialReason", partialReason));
    }

    /** Asks one connector again. */
    public Journey retry(String connector) {
        return decide("runs/" + connector + "/retry", Map.of());
    }

    private Journey decide(String what, Map<String, ?> body) {
        api.post("/api/v1/staff/requests/" + reference + "/" + what, body, asClerk());
        return this;
    }

    /** The state's key, as the subject sees it. */
    public String state() {
        return api.get("/api/v1/requests/" + reference, asSubject())
                .get("state")
                .asText();
    }

    /** Waits until the state has this key. */
    public Journey await(String state, Duration patience) {
        Awaitility.await(reference + " is " + state)
                .dontCatchUncaughtExceptions()
                .atMost(patience)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50))
                .until(this::state, state::equals);
        return this;
    }

    /** Does whatever is left to do, wherever the case stands, until the answer is there. */
    public Journey finish(Duration patience) {
        if (session.isEmpty()) {
            confirm();
        }
        if (state().equals("awaiting-decision")) {
            checkIdentity().accept();
        }
        if (state().equals("collecting")) {
            await("in-review", patience);
        }
        if (state().equals("in-review")) {
            release();
        }
        return await("ready", patience);
    }

    /** Everything there is of the case; the look is in its history. */
    public JsonNode staffView() {
        return api.get("/api/v1/staff/requests/" + reference, asClerk());
    }

    /** Downloads an answer to a file, which must not exist. */
    public Path download(int number, Path to) {
        api.get("/api/v1/requests/" + reference + "/bundles/" + number, asSubject(), BodyHandlers.ofFile(to));
        return to;
    }

    /** The keys that the service publishes, to a file. */
    public Path keys(Path to) {
        try {
            return Files.writeString(
                    to, api.get("/.well-known/jwks.json", Map.of()).toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The letters of this case so far. */
    public List<ReceivedMail> letters() {
        return mail.messagesTo(email).stream()
                .filter(letter -> letter.text().contains(reference))
                .toList();
    }

    /** What the links under a path end with, the oldest first. */
    public List<String> tokens(String path) {
        return letters().stream()
                .flatMap(letter -> letter.links().stream())
                .filter(link -> link.contains(path))
                .map(link -> link.substring(link.indexOf(path) + path.length()))
                .distinct()
                .toList();
    }

    /** The mailed codes to sign in with, the oldest first. */
    public List<String> codes() {
        return letters().stream()
                .map(letter -> CODE.matcher(letter.text()))
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }

    private String awaitToken(String path, int count) {
        return await("a link " + path + " for " + reference, () -> tokens(path), count);
    }

    private static String await(String what, Supplier<List<String>> found, int count) {
        return Awaitility.await(what)
                .dontCatchUncaughtExceptions()
                .atMost(MAIL)
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> Optional.of(found.get())
                                .filter(all -> all.size() >= count)
                                .map(List::getLast),
                        Optional::isPresent)
                .orElseThrow();
    }

    private Map<String, String> asSubject() {
        return Map.of("Authorization", "Bearer " + session);
    }

    private Map<String, String> asClerk() {
        String both = clerk.name() + ":" + clerk.password();
        return Map.of(
                "Authorization", "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void close() {
        api.close();
    }
}
