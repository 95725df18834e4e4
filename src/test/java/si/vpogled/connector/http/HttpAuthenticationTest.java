package si.vpogled.connector.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.FaultKind;
import si.vpogled.demo.server.HttpAnswer;
import si.vpogled.demo.server.HttpQuestion;

class HttpAuthenticationTest {
    private static final String READ = "{path: /contacts}";
    private final Scene scene = new Scene();
    private final AtomicReference<HttpQuestion> asked = new AtomicReference<>();
    private final AtomicInteger tokens = new AtomicInteger();
    private volatile String valid = "token-1";
    private volatile int life = 3600;

    @BeforeEach
    void start() {
        scene.backend.get("/contacts", question -> {
            asked.set(question);
            return HttpAnswer.json(List.of(Map.of("id", 1)));
        });
        scene.secrets.put("key", "š + /key");
    }

    @AfterEach
    void stop() {
        scene.close();
    }

    @Test
    void withoutAuthenticationNothingIsShown() throws Exception {
        scene.read(READ, "/id");

        assertThat(asked.get().header("Authorization")).isEmpty();
    }

    @Test
    void basicSendsUserAndPassword() throws Exception {
        scene.settings = "auth: {type: basic, user: vpogled, password: {secret: key}}";

        scene.read(READ, "/id");

        assertThat(asked.get().header("Authorization")).contains("Basic " + base64("vpogled:š + /key"));
    }

    @Test
    void bearerSendsTheToken() throws Exception {
        scene.secrets.put("key", "abc");
        scene.settings = "auth: {type: bearer, token: {secret: key}}";

        scene.read(READ, "/id");

        assertThat(asked.get().header("Authorization")).contains("Bearer abc");
    }

    @Test
    void aHeaderOfTheBackendsOwnIsSent() throws Exception {
        scene.secrets.put("key", "abc");
        scene.settings = "auth: {type: header, name: X-Api-Key, value: {secret: key}}";

        scene.read(READ, "/id");

        assertThat(asked.get().header("X-Api-Key")).contains("abc");
    }

    @Test
    void aQueryKeyIsSentEncodedAndKeptOutOfErrors() throws Exception {
        scene.settings = "auth: {type: query, name: key, value: {secret: key}}";
        scene.read(READ, "/id");
        assertThat(asked.get().parameter("key")).contains("š + /key");
        scene.backend.guard(question -> Optional.of(HttpAnswer.text(401, "no")));

        assertThat(fault()).hasMessageContaining("401").hasMessageNotContaining("key=");
    }

    @Test
    void aSecretThatIsMissingOrBreaksTheHeaderIsMisconfigured() {
        scene.settings = "auth: {type: bearer, token: {secret: other}}";
        assertThat(fault().kind()).isEqualTo(FaultKind.MISCONFIGURED);

        scene.secrets.put("other", "abc\r\nX-Other: 1");
        assertThat(fault()).hasMessageContaining("line break").hasMessageNotContaining("abc");
    }

    @Test
    void aTokenIsFetchedOnceAndKept() throws Exception {
        serveTokens();
        scene.backend.get(
                "/pages",
                question -> HttpAnswer.json(
                        question.number("page", 1) < 4
                                ? List.of(Map.of("id", question.number("page", 1)))
                                : List.of()));

        assertThat(scene.read("{path: /pages, paging: {by: page}}", "/id")).containsExactly(1L, 2L, 3L);

        assertThat(tokens).hasValue(1);
    }

    @Test
    void aTokenIsRenewedBeforeItExpires() throws Exception {
        serveTokens();
        life = 100;
        scene.backend.get("/pages", question -> {
            scene.now = scene.now.plus(Duration.ofSeconds(40));
            int page = question.number("page", 1);
            return HttpAnswer.json(page < 4 ? List.of(Map.of("id", page)) : List.of());
        });

        assertThat(scene.read("{path: /pages, paging: {by: page}}", "/id")).hasSize(3);

        assertThat(tokens).hasValue(2);
    }

    @Test
    void aTokenThatIsRefusedIsRenewedOnce() throws Exception {
        serveTokens();
        valid = "token-2";

        assertThat(scene.read(READ, "/id")).containsExactly(1L);
        assertThat(tokens).hasValue(2);

        valid = "none";
        assertThat(fault().kind()).isEqualTo(FaultKind.MISCONFIGURED);
        assertThat(tokens).hasValue(4);
    }

    @Test
    void aClientThatTheTokenAddressRefusesIsMisconfigured() {
        serveTokens();
        scene.secrets.put("key", "wrong");

        assertThat(fault().kind()).isEqualTo(FaultKind.MISCONFIGURED);
        assertThat(fault()).hasMessageContaining("POST the token address").hasMessageNotContaining("wrong");
    }

    private void serveTokens() {
        scene.secrets.put("key", "s+cret");
        scene.settings = "auth: {type: oauth2-client-credentials, token-url: '" + scene.backend.url()
                + "/token', client-id: 'vpogled:1', client-secret: {secret: key}, scope: export}";
        scene.backend.route("POST", "/token", question -> {
            tokens.incrementAndGet();
            boolean known = question.header("Authorization")
                            .filter(("Basic " + base64("vpogled%3A1:s%2Bcret"))::equals)
                            .isPresent()
                    && question.form().equals(Map.of("grant_type", "client_credentials", "scope", "export"));
            return known
                    ? HttpAnswer.json(Map.of("access_token", "token-" + tokens, "expires_in", life))
                    : HttpAnswer.json(401, Map.of("error", "invalid_client"));
        });
        scene.backend.guard(question -> question.path().getFirst().equals("token")
                        || life < 3600
                        || question.header("Authorization").equals(Optional.of("Bearer " + valid))
                ? Optional.empty()
                : Optional.of(HttpAnswer.json(401, Map.of())));
    }

    private ConnectorException fault() {
        return catchThrowableOfType(ConnectorException.class, () -> scene.read(READ, "/id"));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
