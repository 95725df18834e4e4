package si.vpogled.connector.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.Visitor.LeftAside;
import si.vpogled.demo.server.HttpAnswer;
import si.vpogled.demo.server.HttpQuestion;

class HttpReadTest {
    private final Scene scene = new Scene();
    private final AtomicReference<HttpQuestion> asked = new AtomicReference<>();

    @AfterEach
    void stop() {
        scene.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1/../2", "1?admin=1", "1#x", "a b+c%2F", "ž&=;,'\"<>", "100%", "..a", "{service}", "\\..\\"})
    void aBoundValueStaysOneSegmentAndOneParameter(String customer) throws Exception {
        scene.customer = customer;
        scene.backend.get("/customers/{number}/contacts", question -> {
            asked.set(question);
            return HttpAnswer.json(List.of(Map.of("id", 1)));
        });

        scene.read(
                "{path: '/customers/{customer-number}/contacts', query: {a: 'x-{customer-number}', s: '{service}'}}",
                "/id");

        assertThat(asked.get().name("number")).isEqualTo(customer);
        assertThat(asked.get().query()).isEqualTo(Map.of("a", "x-" + customer, "s", "dostavljalec"));
    }

    @ParameterizedTest
    @ValueSource(strings = {".", ".."})
    void aValueOfDotsOnlyIsRefusedInAPath(String customer) {
        scene.customer = customer;

        ConnectorException fault = fault("{path: '/customers/{customer-number}/contacts'}");

        assertThat(fault.kind()).isEqualTo(FaultKind.REFUSED);
        assertThat(scene.backend.served()).isZero();
    }

    @Test
    void aNameThatNothingBindsIsMisconfigured() {
        assertThat(fault("{path: '/customers/{domain}'}").kind()).isEqualTo(FaultKind.MISCONFIGURED);
        assertThat(new HttpTransport()
                        .names(Scene.yaml("{path: '/{domain}', query: {a: '{service}'},"
                                + " detail: {path: '/{/id}/{email}'}, file: {path: '/{/x}', name: '{website}'}}")))
                .containsExactlyInAnyOrder("domain", "service", "email", "website");
    }

    @Test
    void valuesKeepTheirKind() throws Exception {
        scene.backend.get(
                "/one",
                question -> HttpAnswer.of(200, "application/problem+json", """
                {"data": {"text": "Ž 'x' \\u0000 😀", "whole": 12345678901, "huge": 123456789012345678901234567890,
                  "exact": 0.10, "yes": true, "none": null, "list": ["a", 2], "things": [{"a": 1}], "empty": [],
                  "a/b": {"c": "deep"}}}""".getBytes(StandardCharsets.UTF_8)));

        assertThat(one("/text")).isEqualTo("Ž 'x' \u0000 😀");
        assertThat(one("/whole")).isEqualTo(12345678901L);
        assertThat(one("/huge")).isEqualTo(new BigDecimal("123456789012345678901234567890"));
        assertThat(one("/exact")).isEqualTo(new BigDecimal("0.10"));
        assertThat(one("/yes")).isEqualTo(true);
        assertThat(one("/none")).isEqualTo("nothing");
        assertThat(one("/list")).isEqualTo("a, 2");
        assertThat(one("/things")).isEqualTo("[{\"a\":1}]");
        assertThat(one("/empty")).isEqualTo("nothing");
        assertThat(one("/a~1b/c")).isEqualTo("deep");
        assertThatThrownBy(() -> one("text")).hasMessageContaining("JSON Pointer");
    }

    @Test
    void aRecordWithNoneOfThePlacesThatAreAskedForIsAnAnswerToAnotherQuestion() {
        scene.backend.get(
                "/some",
                question ->
                        HttpAnswer.json(List.of(java.util.Collections.singletonMap("id", null), Map.of("other", 1))));
        scene.backend.get("/some/", question -> HttpAnswer.json(Map.of()));

        assertThat(catchThrowableOfType(ConnectorException.class, () -> scene.read("{path: /some}", "/id"))
                        .kind())
                .isEqualTo(FaultKind.DEFECT);
        assertThat(scene.seen).containsExactly("nothing", "nothing");
        assertThat(catchThrowableOfType(
                        ConnectorException.class,
                        () -> scene.read("{path: /some, detail: {path: '/some/{/id}', not-found: none}}", "/id")))
                .hasMessageContaining("nothing at /id");
    }

    private Object one(String from) throws ConnectorException {
        return scene.read("{path: /one, records: /data}", from).getFirst();
    }

    @Test
    void aDetailCompletesTheRecord() throws Exception {
        scene.backend.get(
                "/contacts",
                question -> HttpAnswer.json(
                        List.of(Map.of("id", 1, "name", "Ana", "more", Map.of("a", 1)), Map.of("id", 2))));
        scene.backend.get(
                "/contacts/{id}",
                question -> question.name("id").equals("1")
                        ? HttpAnswer.json(
                                Map.of("contact", Map.of("name", "A.", "city", "Ptuj", "more", Map.of("a", 2, "b", 3))))
                        : HttpAnswer.json(404, Map.of()));
        scene.settings = "test: {path: /health, method: none}";
        scene.backend.get("/health", question -> HttpAnswer.text(204, ""));
        String read = "{path: /contacts, detail: {path: '/contacts/{/id}', record: /contact, not-found: none}}";

        assertThat(scene.read(read, "/name")).containsExactly("Ana", "nothing");
        assertThat(scene.leftAside).containsExactly(LeftAside.VANISHED);
        assertThat(scene.read(read, "/city")).containsExactly("Ptuj", "nothing");
        assertThat(scene.read(read, "/more")).containsExactly("{\"a\":1,\"b\":3}", "nothing");
        assertThat(fault(read.replace(", not-found: none", "")).kind()).isEqualTo(FaultKind.MISCONFIGURED);
    }

    @Test
    void nothingHeldIsNoFault() throws Exception {
        scene.backend.get("/null", question -> HttpAnswer.json(java.util.Collections.singletonMap("data", null)));
        scene.backend.get("/empty", question -> HttpAnswer.json(Map.of("data", List.of())));
        scene.backend.get("/204", question -> new HttpAnswer(204, Map.of(), 0, stream -> {}, false));

        assertThat(scene.read("{path: /null, records: /data}", "")).isEmpty();
        assertThat(scene.read("{path: /empty, records: /data}", "")).isEmpty();
        assertThat(scene.read("{path: /204, records: /data}", "")).isEmpty();
    }

    @Test
    void requestsKeepTheRate() throws Exception {
        scene.settings = "requests-per-second: 4";
        scene.backend.get(
                "/log",
                question -> HttpAnswer.json(
                        question.number("page", 1) < 5
                                ? List.of(Map.of("id", question.number("page", 1)))
                                : List.of()));

        scene.read("{path: /log, paging: {by: page}}", "/id");

        assertThat(scene.pauses).hasSize(4).containsOnly(Duration.ofMillis(250));
    }

    @Test
    void whatAVisitorThrowsComesThrough() {
        scene.backend.get("/log", question -> HttpAnswer.json(List.of(Map.of("id", 1))));

        assertThatThrownBy(() -> scene.read("{path: /log}", "no pointer")).isInstanceOf(ConnectorException.class);
    }

    private ConnectorException fault(String read) {
        return catchThrowableOfType(ConnectorException.class, () -> scene.read(read, ""));
    }
}
