package si.vpogled.connector.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.Source;
import si.vpogled.demo.server.HttpAnswer;
import si.vpogled.demo.server.HttpQuestion;

/** What {@link Source#test} asks. */
class HttpProbeTest {
    private static final String READ = "{path: '/customers/{customer-number}', query: {all: '{service}'}}";
    private final Scene scene = new Scene();
    private final List<HttpQuestion> asked = new ArrayList<>();

    @AfterEach
    void stop() {
        scene.close();
    }

    private void answer(int status) {
        scene.backend.guard(question -> {
            asked.add(question);
            return Optional.of(HttpAnswer.text(status, ""));
        });
    }

    @Test
    void asksForTheHeadersOfNobody() throws Exception {
        answer(200);

        scene.test(READ);

        assertThat(asked).singleElement().satisfies(question -> {
            assertThat(question.method()).isEqualTo("HEAD");
            assertThat(question.path()).containsExactly("customers", "vpogled-test");
        });
    }

    @Test
    void asksTheTestPathToo() throws Exception {
        scene.settings = "test: {path: /health, method: none}";
        answer(204);

        scene.test(READ);

        assertThat(asked).extracting(HttpQuestion::method).containsExactly("GET");
        assertThat(asked.getFirst().path()).containsExactly("health");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 405, 410, 422, 501})
    void thatNobodyIsHereIsNoFault(int status) {
        answer(status);

        assertThatCode(() -> scene.test(READ)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"401,MISCONFIGURED", "403,REFUSED", "500,UNAVAILABLE"})
    void wrongCredentialsAndABrokenBackendAreFaults(int status, FaultKind kind) {
        answer(status);

        assertThat(fault(READ).kind()).isEqualTo(kind);
    }

    @Test
    void aPathWithoutNamesMustBeThere() {
        answer(404);

        assertThat(fault("{path: /contacts}").kind()).isEqualTo(FaultKind.MISCONFIGURED);
    }

    @Test
    void aFieldThatIsNoPointerIsMisconfigured() throws Exception {
        answer(200);
        try (Source source = scene.open(scene.backend.url())) {
            ConnectorException fault = catchThrowableOfType(
                    ConnectorException.class, () -> source.test(Scene.yaml(READ), List.of("/name", "name")));

            assertThat(fault.kind()).isEqualTo(FaultKind.MISCONFIGURED);
        }
    }

    @Test
    void aPathThatTheBackendHasNotIsToldFromSomebodyWhomItHasNot() throws Exception {
        scene.settings = "test: {path: /health}";
        scene.backend
                .get("/health", question -> HttpAnswer.text(200, ""))
                .get("/customers/{number}", question -> HttpAnswer.text(404, ""));

        assertThatCode(() -> scene.test(READ)).doesNotThrowAnyException();
        assertThat(fault("{path: '/clients/{customer-number}'}"))
                .hasMessageContaining("/clients/{customer-number}")
                .hasMessageContaining("correct the read's path")
                .extracting(ConnectorException::kind)
                .isEqualTo(FaultKind.MISCONFIGURED);
    }

    @Test
    void pathsThatAreAskedForEachRecordMustBeThereToo() {
        scene.settings = "test: {path: /health}";
        scene.backend
                .get("/health", question -> HttpAnswer.text(200, ""))
                .get("/customers/{number}", question -> HttpAnswer.text(404, ""));

        assertThat(fault("{path: '/customers/{customer-number}', detail: {path: '/orders/{/id}'}}"))
                .hasMessageContaining("/orders/{/id}");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 404, 403, 500, 501})
    void aBackendThatAnswersOptionsAlikeForEveryPathIsAskedNoMore(int status) {
        scene.settings = "test: {path: /health}";
        scene.backend.guard(question -> {
            asked.add(question);
            return Optional.of(HttpAnswer.text(
                    switch (question.method()) {
                        case "GET" -> 200;
                        case "OPTIONS" -> status;
                        default -> 404;
                    },
                    ""));
        });

        assertThatCode(() -> scene.test(READ)).doesNotThrowAnyException();
        assertThat(asked)
                .filteredOn(question -> question.method().equals("OPTIONS"))
                .noneMatch(question -> question.path().contains("customers"));
    }

    private ConnectorException fault(String read) {
        return catchThrowableOfType(ConnectorException.class, () -> scene.test(read));
    }
}
