package si.vpogled.testing;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** What has arrived in the demo's mailbox. */
public record Mails(String mailbox) {
    private static final Pattern CODE = Pattern.compile("(?m)^(\\d{8})\\s*$");

    public List<JsonNode> to(String address) {
        try {
            JsonNode all = new ObjectMapper()
                    .readTree(URI.create(
                                    mailbox + "/api/messages?to=" + URLEncoder.encode(address, StandardCharsets.UTF_8))
                            .toURL());
            return StreamSupport.stream(all.spliterator(), false).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The token of the newest link under a path such as {@code /confirm/}, once a mail that names the case has it. */
    public String token(String address, String reference, String path) {
        return await().atMost(Duration.ofSeconds(100))
                .until(
                        () -> to(address).reversed().stream()
                                .filter(mail -> mail.get("text").asText().contains(reference))
                                .flatMap(mail ->
                                        StreamSupport.stream(mail.get("links").spliterator(), false))
                                .map(JsonNode::asText)
                                .filter(link -> link.contains(path))
                                .map(link -> link.substring(link.indexOf(path) + path.length()))
                                .findFirst()
                                .orElse(""),
                        token -> !token.isEmpty());
    }

    /** The code of the newest mail to sign in with that names the case, other than the ones before. */
    public String code(String address, String reference, String... before) {
        return await().atMost(Duration.ofSeconds(100))
                .until(
                        () -> to(address).reversed().stream()
                                .map(mail -> mail.get("text").asText())
                                .filter(text -> text.contains(reference))
                                .map(CODE::matcher)
                                .filter(Matcher::find)
                                .map(found -> found.group(1))
                                .filter(code -> !List.of(before).contains(code))
                                .findFirst()
                                .orElse(""),
                        code -> !code.isEmpty());
    }
}
