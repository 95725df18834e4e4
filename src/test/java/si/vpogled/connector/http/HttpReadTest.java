package si.vpogled.connector.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.Source;
import si.vpogled.connector.Visitor;
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
        assertThat(one("/other")).isEqualTo("nothing");
        assertThat(one("/list")).isEqualTo("a, 2");
        assertThat(one("/things")).isEqualTo("[{\"a\":1}]");
        assertThat(one("/empty")).isEqualTo("nothing");
        assertThat(one("/a~1b/c")).isEqualTo("deep");
        assertThatThrownBy(() -> one("text")).hasMessageContaining("JSON Pointer");
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
    void recordsAreHandedOnWhileTheirPageStillComes() throws Exception {
        CountDownLatch most = new CountDownLatch(90_000);
        scene.backend.get(
                "/log",
                question -> HttpAnswer.stream("application/json", -1, stream -> {
                    stream.write("{\"data\": [".getBytes(StandardCharsets.UTF_8));
                    byte[] record = ("{\"text\": \"" + "č".repeat(200) + "\"},").getBytes(StandardCharsets.UTF_8);
                    for (int i = 0; i < 100_000; i++) {
                        stream.write(record);
                    }
                    await(most);
                    stream.write("{}]}".getBytes(StandardCharsets.UTF_8));
                }));
        long[] count = {0};
        try (Source source = scene.open(scene.backend.url())) {
            source.read(Scene.yaml("{path: /log, records: /data}"), scene.bindings(), new Rows(count, most));
        }

        assertThat(count[0]).isEqualTo(100_001);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[{\"a\": \"", "[{\"a\": ["})
    void aRecordWithoutEndIsRefused(String start) {
        scene.backend.get(
                "/log",
                question -> HttpAnswer.stream("application/json", -1, stream -> {
                    stream.write(start.getBytes(StandardCharsets.UTF_8));
                    for (int i = 0; i < 10_000; i++) {
                        stream.write("1,1,1,1,1,1,1,1,1,1,".repeat(100).getBytes(StandardCharsets.UTF_8));
                    }
                }));

        ConnectorException fault = fault("{path: /log}");

        assertThat(fault.kind()).isEqualTo(FaultKind.REFUSED);
        assertThat(fault).hasMessageContaining("8 MiB");
    }

    @Test
    void gzipIsInflatedAndABombIsADefect() throws Exception {
        scene.backend.get("/log", question -> {
            asked.set(question);
            return gzip(stream -> stream.write("[{\"id\": 1}]".getBytes(StandardCharsets.UTF_8)));
        });
        scene.backend.get(
                "/bomb",
                question -> gzip(stream -> {
                    stream.write('[');
                    for (int i = 0; i < 1000; i++) {
                        stream.write(("{}," + " ".repeat(1000)).repeat(90).getBytes(StandardCharsets.UTF_8));
                    }
                    stream.write("{}]".getBytes(StandardCharsets.UTF_8));
                }));

        assertThat(scene.read("{path: /log}", "/id")).containsExactly(1L);
        assertThat(asked.get().header("Accept-Encoding")).contains("gzip");
        assertThat(fault("{path: /bomb}").kind()).isEqualTo(FaultKind.DEFECT);
    }

    private static HttpAnswer gzip(HttpAnswer.Body body) {
        return HttpAnswer.stream("application/json", -1, stream -> {
                    try (OutputStream gzip = new GZIPOutputStream(stream)) {
                        body.writeTo(gzip);
                    }
                })
                .header("Content-Encoding", "gzip");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void closingOrInterruptingEndsAReadAtOnce(boolean close) throws Exception {
        CountDownLatch silent = new CountDownLatch(1);
        CountDownLatch first = new CountDownLatch(1);
        scene.backend.get(
                "/log",
                question -> HttpAnswer.stream("application/json", -1, stream -> {
                    stream.write(("[{\"id\": 1}, " + " ".repeat(20_000)).getBytes(StandardCharsets.UTF_8));
                    stream.flush();
                    await(silent);
                }));
        CompletableFuture<ConnectorException> ended = new CompletableFuture<>();
        try (Source source = scene.open(scene.backend.url())) {
            Thread reader = Thread.ofPlatform()
                    .start(() -> ended.complete(catchThrowableOfType(
                            ConnectorException.class,
                            () -> source.read(
                                    Scene.yaml("{path: /log}"), scene.bindings(), new Rows(new long[1], first)))));
            await(first);
            if (close) {
                source.close();
            } else {
                reader.interrupt();
            }

            assertThat(ended.get(5, TimeUnit.SECONDS).kind()).isEqualTo(FaultKind.UNAVAILABLE);
        } finally {
            silent.countDown();
        }
        assertThat(scene.pauses).isEmpty();
    }

    @Test
    void closingDoesNotInterruptAVisitorAtWork() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        scene.backend.get(
                "/log",
                question -> HttpAnswer.stream("application/json", -1, stream -> {
                    stream.write(("[{\"id\": 1}, " + " ".repeat(20_000)).getBytes(StandardCharsets.UTF_8));
                    stream.flush();
                    await(over);
                }));
        AtomicReference<Boolean> interrupted = new AtomicReference<>();
        try (Source source = scene.open(scene.backend.url())) {
            Rows closing = new Rows(new long[1], new CountDownLatch(1)) {
                @Override
                public void row(Row row) {
                    source.close();
                    interrupted.set(Thread.currentThread().isInterrupted());
                }
            };

            ConnectorException fault = catchThrowableOfType(
                    ConnectorException.class, () -> source.read(Scene.yaml("{path: /log}"), scene.bindings(), closing));

            assertThat(fault.kind()).isEqualTo(FaultKind.UNAVAILABLE);
            assertThat(interrupted).hasValue(false);
        } finally {
            over.countDown();
        }
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Test
    void whatAVisitorThrowsComesThrough() {
        scene.backend.get("/log", question -> HttpAnswer.json(List.of(Map.of("id", 1))));

        assertThatThrownBy(() -> scene.read("{path: /log}", "no pointer")).isInstanceOf(ConnectorException.class);
    }

    private ConnectorException fault(String read) {
        return catchThrowableOfType(ConnectorException.class, () -> scene.read(read, ""));
    }

    /** Counts rows up, and a latch down. */
    private static class Rows implements Visitor {
        private final long[] count;
        private final CountDownLatch seen;

        Rows(long[] count, CountDownLatch seen) {
            this.count = count;
            this.seen = seen;
        }

        @Override
        public void row(Row row) {
            count[0]++;
            seen.countDown();
        }

        @Override
        public void file(FoundFile file) {}

        @Override
        public void leftAside(LeftAside reason) {}
    }
}
