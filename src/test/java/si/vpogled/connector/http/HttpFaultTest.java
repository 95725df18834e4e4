package si.vpogled.connector.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.Source;
import si.vpogled.demo.server.FaultyProxy;
import si.vpogled.demo.server.HttpAnswer;

class HttpFaultTest {
    private static final String READ =
            "{path: '/customers/{customer-number}/contacts', query: {q: '{customer-number}'}}";
    private static final String ABSENT = "{path: '/customers/{customer-number}', not-found: none}";
    private final Scene scene = new Scene();
    private final AtomicInteger asked = new AtomicInteger();

    @AfterEach
    void stop() {
        scene.close();
    }

    private void serve(HttpAnswer... answers) {
        scene.backend.get(
                "/customers/{number}/contacts",
                question -> answers[Math.min(asked.getAndIncrement(), answers.length - 1)]);
    }

    @ParameterizedTest
    @CsvSource({
        "400,MISCONFIGURED,1",
        "401,MISCONFIGURED,1",
        "403,REFUSED,1",
        "404,MISCONFIGURED,1",
        "405,MISCONFIGURED,1",
        "410,MISCONFIGURED,1",
        "422,MISCONFIGURED,1",
        "429,UNAVAILABLE,5",
        "500,UNAVAILABLE,1",
        "502,UNAVAILABLE,5",
        "503,UNAVAILABLE,5",
        "504,UNAVAILABLE,5",
        "304,DEFECT,1"
    })
    void aStatusHasAKindAndIsTriedAgainWhereThatMayHelp(int status, FaultKind kind, int times) {
        serve(HttpAnswer.json(status, Map.of("error", "for 100234")));

        ConnectorException fault = fault();

        assertThat(fault.kind()).isEqualTo(kind);
        assertThat(fault)
                .hasMessageContaining("GET /customers/{customer-number}/contacts at " + scene.backend.url())
                .hasMessageContaining("" + status)
                .hasMessageNotContaining("100234");
        assertThat(asked).hasValue(times);
    }

    @Test
    void notFoundMeansNoneWhereTheDefinitionSaysSoAndTheTestPathAnswers() throws Exception {
        scene.settings = "test: {path: /health}";
        scene.backend
                .get("/health", question -> HttpAnswer.text(204, ""))
                .get("/customers/{number}", question -> HttpAnswer.text(404, ""));

        assertThat(scene.read(ABSENT, "/id")).isEmpty();
    }

    @Test
    void whereTheTestPathIsNotThereEitherNotFoundIsNoAnswer() {
        scene.settings = "test: {path: /health}";

        assertThat(absence())
                .hasMessageContaining("Connector billing")
                .hasMessageContaining("GET /customers/{customer-number}")
                .hasMessageContaining("/health")
                .hasMessageNotContaining("100234")
                .extracting(ConnectorException::kind)
                .isEqualTo(FaultKind.UNAVAILABLE);
    }

    @Test
    void withoutATestPathNotFoundIsNoAnswer() {
        assertThat(absence())
                .hasMessageContaining("set test.path")
                .extracting(ConnectorException::kind)
                .isEqualTo(FaultKind.MISCONFIGURED);
    }

    @Test
    void aPathThatTheBackendSaysItHasNotIsNoAnswerThoughTheTestPathAnswers() {
        scene.settings = "test: {path: /health}";
        scene.backend.get("/health", question -> HttpAnswer.text(204, ""));

        assertThat(absence())
                .hasMessageContaining("is not a path that the backend has")
                .extracting(ConnectorException::kind)
                .isEqualTo(FaultKind.MISCONFIGURED);
    }

    @Test
    void theTestPathIsAskedOncePerRun() throws Exception {
        AtomicInteger tested = new AtomicInteger();
        scene.settings = "test: {path: /health, method: none}";
        scene.backend.get("/health", question -> {
            tested.incrementAndGet();
            return HttpAnswer.text(204, "");
        });
        try (Source source = scene.open(scene.backend.url())) {
            for (int i = 0; i < 3; i++) {
                source.read(Scene.checkedRead(ABSENT), scene.bindings(), scene.visitor("/id"));
            }
        }

        assertThat(scene.seen).isEmpty();
        assertThat(tested).hasValue(1);
    }

    private ConnectorException absence() {
        return catchThrowableOfType(ConnectorException.class, () -> scene.read(ABSENT, "/id"));
    }

    @Test
    void pausesBetweenTriesGrowAndVary() throws Exception {
        HttpAnswer busy = HttpAnswer.json(503, Map.of());
        serve(busy, busy, busy, busy, HttpAnswer.json(List.of(Map.of("id", 7))));

        assertThat(scene.read(READ, "/id")).containsExactly(7L);

        assertThat(scene.pauses).hasSize(4);
        for (int i = 0; i < 4; i++) {
            assertThat(scene.pauses.get(i)).isBetween(Duration.ofMillis(250 << i), Duration.ofMillis(500 << i));
        }
    }

    @Test
    void retryAfterInSecondsIsHonoured() throws Exception {
        serve(HttpAnswer.json(429, Map.of()).header("Retry-After", "120"), HttpAnswer.json(List.of(Map.of("id", 7))));

        assertThat(scene.read(READ, "/id")).containsExactly(7L);

        assertThat(scene.pauses).containsExactly(Duration.ofSeconds(120));
    }

    @Test
    void retryAfterAsADateIsHonoured() throws Exception {
        serve(
                HttpAnswer.json(503, Map.of()).header("Retry-After", "Mon, 02 Mar 2026 08:05:00 GMT"),
                HttpAnswer.json(List.of(Map.of("id", 7))));

        assertThat(scene.read(READ, "/id")).containsExactly(7L);

        assertThat(scene.pauses).containsExactly(Duration.ofMinutes(5));
    }

    @Test
    void aPauseThatTheRunHasNoTimeForIsNotTaken() {
        serve(HttpAnswer.json(429, Map.of()).header("Retry-After", "3600"));

        assertThat(fault().kind()).isEqualTo(FaultKind.UNAVAILABLE);

        assertThat(scene.pauses).isEmpty();
    }

    @Test
    void theRunsTimeEndsAListing() {
        scene.time = Duration.ofMinutes(1);
        scene.backend.get("/log", question -> {
            scene.now = scene.now.plus(Duration.ofSeconds(25));
            return HttpAnswer.json(List.of(Map.of("id", question.number("page", 0))));
        });

        ConnectorException fault = catchThrowableOfType(
                ConnectorException.class, () -> scene.read("{path: /log, paging: {by: page}}", "/id"));

        assertThat(fault.kind()).isEqualTo(FaultKind.UNAVAILABLE);
        assertThat(scene.seen).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Ivan <b>not</b> JSON",
                "[{\"id\": 1}, {\"id\": ",
                "[{\"id\": 1}] more",
                "[{\"id\": NaN}]",
                "[{\"id\": 1}}",
                "\"text\"",
                "5"
            })
    void whatIsNotTheJsonExpectedIsADefectThatIsNotQuoted(String body) {
        serve(HttpAnswer.of(200, "application/json", body.getBytes(StandardCharsets.UTF_8)));

        ConnectorException fault = fault();

        assertThat(fault.kind()).isEqualTo(FaultKind.DEFECT);
        assertThat(fault).hasMessageNotContaining("Ivan").hasNoCause();
    }

    @Test
    void anotherContentTypeIsADefect() {
        serve(HttpAnswer.html("<h1>Sign in</h1>"));

        assertThat(fault().kind()).isEqualTo(FaultKind.DEFECT);
    }

    @Test
    void anAnswerWithoutThePlaceOfRecordsIsADefect() {
        serve(HttpAnswer.json(Map.of("items", List.of())));

        ConnectorException fault = catchThrowableOfType(
                ConnectorException.class,
                () -> scene.read("{path: '/customers/{customer-number}/contacts', records: /data}", "/id"));

        assertThat(fault.kind()).isEqualTo(FaultKind.DEFECT);
        assertThat(fault).hasMessageContaining("/data");
    }

    @Test
    void whatIsNotHttpIsADefect() throws Exception {
        serve(HttpAnswer.json(List.of()));
        try (FaultyProxy proxy = FaultyProxy.to(scene.backend.port()).conduct(new FaultyProxy.Conduct.Garbage(0))) {
            assertThat(faultAt(proxy.port()).kind()).isEqualTo(FaultKind.DEFECT);
        }
    }

    @Test
    void aRefusedConnectionIsUnavailableAtOnce() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }

        assertThat(faultAt(port).kind()).isEqualTo(FaultKind.UNAVAILABLE);
        assertThat(scene.pauses).isEmpty();
    }

    @Test
    void silenceIsUnavailable() throws Exception {
        scene.settings = "timeouts: {read-seconds: 1}";
        try (FaultyProxy proxy = FaultyProxy.to(scene.backend.port()).conduct(new FaultyProxy.Conduct.Silence())) {
            ConnectorException fault = faultAt(proxy.port());

            assertThat(fault.kind()).isEqualTo(FaultKind.UNAVAILABLE);
            assertThat(fault).hasMessageContaining("in time");
        }
    }

    @Test
    void aConnectionThatAlwaysDropsIsUnavailable() throws Exception {
        serve(HttpAnswer.json(List.of(Map.of("id", "x".repeat(1000)))));
        try (FaultyProxy proxy = FaultyProxy.to(scene.backend.port()).conduct(new FaultyProxy.Conduct.Cut(500))) {
            assertThat(faultAt(proxy.port()).kind()).isEqualTo(FaultKind.UNAVAILABLE);
            assertThat(scene.pauses).hasSize(4);
        }
    }

    @Test
    void aPageThatBreaksOffIsReadAgainWithoutRepeatingRecords() throws Exception {
        serve(brokenOff(3000, "[{\"id\": 1}, {\"id\": 2}, {\"id\""), json("[{\"id\": 1}, {\"id\": 2}, {\"id\": 3}]"));

        assertThat(scene.read(READ, "/id")).containsExactly(1L, 2L, 3L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.0 200 OK\r\n\r\n", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfff\r\n"})
    void aPageOfUnknownLengthThatBreaksOffIsReadAgain(String head) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> {
                answerOnce(server, head + "[{\"id\": 1}, {\"id\"");
                answerOnce(server, "HTTP/1.0 200 OK\r\n\r\n[{\"id\": 1}, {\"id\": 2}]");
            });

            assertThat(scene.readAt("http://127.0.0.1:" + server.getLocalPort(), READ, "/id"))
                    .containsExactly(1L, 2L);
        }
    }

    private static void answerOnce(ServerSocket server, String answer) {
        try (Socket socket = server.accept()) {
            BufferedReader request =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            while (!request.readLine().isEmpty()) {
                // up to the empty line
            }
            socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[{\"id\": 2}, {\"id\": 1}, {\"id\": 3}]", "[{\"id\": 1}]"})
    void aPageThatBreaksOffAndThenDiffersIsUnavailable(String then) {
        serve(brokenOff(3000, "[{\"id\": 1}, {\"id\": 2}, {\"id\""), json(then));

        assertThat(fault().kind()).isEqualTo(FaultKind.UNAVAILABLE);
        assertThat(scene.seen).containsExactly(1L, 2L);
    }

    @Test
    void redirectsAreFollowedWithinTheOriginOnly() throws Exception {
        scene.backend.get("/moved", question -> HttpAnswer.json(List.of(Map.of("id", 7))));
        serve(
                HttpAnswer.text(307, "").header("Location", "/moved"),
                HttpAnswer.text(302, "").header("Location", "http://localhost:" + scene.backend.port() + "/moved"),
                HttpAnswer.text(301, "").header("Location", "contacts"));

        assertThat(scene.read(READ, "/id")).containsExactly(7L);
        assertThat(fault().kind()).isEqualTo(FaultKind.MISCONFIGURED);
        assertThat(fault()).hasMessageContaining("301");
    }

    private static HttpAnswer json(String body) {
        return HttpAnswer.of(200, "application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    private static HttpAnswer brokenOff(int length, String body) {
        return HttpAnswer.stream("application/json", length, stream -> {
            stream.write(body.getBytes(StandardCharsets.UTF_8));
            stream.flush();
            throw new IOException("cut");
        });
    }

    private ConnectorException fault() {
        return faultAt(scene.backend.port());
    }

    private ConnectorException faultAt(int port) {
        return catchThrowableOfType(
                ConnectorException.class, () -> scene.readAt("http://127.0.0.1:" + port, READ, "/id"));
    }
}
