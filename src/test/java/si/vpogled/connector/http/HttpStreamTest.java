package si.vpogled.connector.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
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

/** Answers are read as they come, within bounds, until somebody ends it. */
class HttpStreamTest {
    private final Scene scene = new Scene();
    private final AtomicReference<HttpQuestion> asked = new AtomicReference<>();

    @AfterEach
    void stop() {
        scene.close();
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

            assertThat(ended.get(30, TimeUnit.SECONDS).kind()).isEqualTo(FaultKind.UNAVAILABLE);
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
