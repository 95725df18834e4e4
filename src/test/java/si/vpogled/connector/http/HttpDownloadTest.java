package si.vpogled.connector.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.Visitor.LeftAside;
import si.vpogled.demo.server.HttpAnswer;
import si.vpogled.demo.server.HttpQuestion;

class HttpDownloadTest {
    private static final String READ = "{path: /backups, file: {path: '/backups/{/id}', name: '{/folder}/{/id}.tar'}}";
    private static final String TAG = "\"v1\"";
    private final Scene scene = new Scene();
    private final byte[] content = new byte[300_000];
    private final List<HttpQuestion> asked = new ArrayList<>();

    @BeforeEach
    void start() {
        new Random(1).nextBytes(content);
        scene.backend.get("/backups", question -> HttpAnswer.json(List.of(Map.of("id", "a/b", "folder", "ž"))));
    }

    @AfterEach
    void stop() {
        scene.close();
    }

    /** A server that breaks off after every 100,000 bytes. */
    private void serve(Map<String, String> headers, boolean ranges) {
        scene.backend.get("/backups/{id}", question -> {
            asked.add(question);
            int from = ranges
                    ? question.header("Range").map(HttpDownloadTest::start).orElse(0)
                    : 0;
            Map<String, String> all = new LinkedHashMap<>(headers);
            if (from > 0) {
                all.put("Content-Range", "bytes " + from + "-" + (content.length - 1) + "/" + content.length);
            }
            HttpAnswer answer = new HttpAnswer(
                    from > 0 ? 206 : 200,
                    all,
                    content.length - from,
                    stream -> {
                        int end = Math.min(from + 100_000, content.length);
                        stream.write(content, from, end - from);
                        stream.flush();
                        if (end < content.length) {
                            throw new IOException("cut");
                        }
                    },
                    false);
            return answer.header("Content-Type", "application/x-tar; x=y");
        });
    }

    private static int start(String range) {
        return Integer.parseInt(range.replace("bytes=", "").replace("-", ""));
    }

    @Test
    void aFileIsDescribedAndResumedWhereItBrokeOff() throws Exception {
        serve(Map.of("ETag", TAG, "Last-Modified", "Mon, 02 Feb 2026 08:00:00 GMT"), true);

        scene.read(READ, "");

        assertThat(scene.files.get("ž/a/b.tar")).isEqualTo(content);
        assertThat(scene.found.getFirst().mediaType()).isEqualTo("application/x-tar");
        assertThat(scene.found.getFirst().size()).contains(300_000L);
        assertThat(scene.found.getFirst().modified()).contains(Instant.parse("2026-02-02T08:00:00Z"));
        assertThat(asked).extracting(question -> question.name("id")).containsOnly("a/b");
        assertThat(asked)
                .extracting(question -> question.headers().getFirst("Range"))
                .containsExactly(null, "bytes=100000-", "bytes=200000-");
        assertThat(asked)
                .extracting(question -> question.headers().getFirst("If-Range"))
                .containsExactly(null, TAG, TAG);
    }

    @Test
    void aServerWithoutRangesIsReadFromTheBeginningAgainWhereTheFileIsTheSame() throws Exception {
        scene.backend.get("/backups/{id}", question -> {
            asked.add(question);
            return HttpAnswer.stream("application/x-tar", content.length, stream -> {
                        stream.write(content, 0, asked.size() * 150_000);
                        if (asked.size() == 1) {
                            throw new IOException("cut");
                        }
                    })
                    .header("ETag", TAG);
        });

        scene.read(READ, "");

        assertThat(scene.files.get("ž/a/b.tar")).isEqualTo(content);
        assertThat(asked).hasSize(2);
    }

    @Test
    void aFileThatBreaksOffAgainAndAgainIsUnavailable() {
        serve(Map.of("ETag", TAG), false);

        assertThat(fault().kind()).isEqualTo(FaultKind.UNAVAILABLE);
        assertThat(asked).hasSize(5);
    }

    @Test
    void aFileThatChangesBeforeItIsResumedIsUnavailable() {
        scene.backend.get("/backups/{id}", question -> {
            asked.add(question);
            return HttpAnswer.stream("application/x-tar", 200_000, stream -> {
                        stream.write(content, 0, 100_000);
                        throw new IOException("cut");
                    })
                    .header("ETag", "\"v" + asked.size() + "\"");
        });

        assertThat(fault()).hasMessageContaining("changed");
        assertThat(asked).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "W/\"v1\""})
    void aFileWithoutAStrongValidatorIsNotPiecedTogether(String tag) {
        serve(tag.isEmpty() ? Map.of() : Map.of("ETag", tag), true);

        assertThat(fault().kind()).isEqualTo(FaultKind.UNAVAILABLE);
        assertThat(asked).hasSize(1);
    }

    @Test
    void aRangeThatWasNotAskedForIsNotTaken() {
        scene.backend.get("/backups/{id}", question -> {
            asked.add(question);
            HttpAnswer answer = HttpAnswer.stream("application/x-tar", 200_000, stream -> {
                stream.write(content, 0, 100_000);
                throw new IOException("cut");
            });
            return new HttpAnswer(
                    asked.size() > 1 ? 206 : 200,
                    Map.of("ETag", TAG, "Content-Range", "bytes 0-199999/200000"),
                    answer.length(),
                    answer.body(),
                    false);
        });

        assertThat(fault().kind()).isEqualTo(FaultKind.UNAVAILABLE);
    }

    @Test
    void aFileThatIsGoneIsLeftAsideWhereTheDefinitionSaysSo() throws Exception {
        scene.settings = "test: {path: /health, method: none}";
        scene.backend.get("/health", question -> HttpAnswer.text(204, ""));
        scene.read(READ.replace("name:", "not-found: none, name:"), "");

        assertThat(scene.leftAside).containsExactly(LeftAside.VANISHED);
        assertThat(fault().kind()).isEqualTo(FaultKind.MISCONFIGURED);
    }

    @Test
    void anAddressInTheRecordIsFollowedWithinTheOrigin() throws Exception {
        scene.backend.get(
                "/files",
                question -> HttpAnswer.json(List.of(
                        Map.of("at", "raw/1", "type", "text/x-log", "name", "1.log"),
                        Map.of("at", scene.backend.url() + "/raw/2", "name", "2.log"))));
        scene.backend.get("/raw/{id}", question -> HttpAnswer.text(200, "file " + question.name("id")));
        String read = "{path: /files, file: {url: /at, name: '{/name}', media-type: /type}}";

        scene.read(read, "");

        assertThat(scene.files.get("2.log")).isEqualTo("file 2".getBytes());
        assertThat(scene.found).extracting(file -> file.mediaType()).containsExactly("text/x-log", "text/plain");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://elsewhere.test/x", "file:///etc/passwd", "//elsewhere.test/", ""})
    void anAddressElsewhereIsADefect(String address) {
        scene.backend.get("/files", question -> HttpAnswer.json(List.of(Map.of("at", address))));

        ConnectorException fault = catchThrowableOfType(
                ConnectorException.class, () -> scene.read("{path: /files, file: {url: /at, name: x}}", ""));

        assertThat(fault.kind()).isEqualTo(FaultKind.DEFECT);
        assertThat(fault).hasMessageNotContaining("elsewhere");
    }

    @Test
    void aBigFileIsStreamed() throws Exception {
        long size = 300_000_000;
        scene.backend.get(
                "/backups/{id}",
                question -> HttpAnswer.stream("application/x-tar", size, stream -> {
                    byte[] block = new byte[100_000];
                    Arrays.fill(block, (byte) 7);
                    for (long written = 0; written < size; written += block.length) {
                        stream.write(block);
                    }
                }));
        AtomicLong read = new AtomicLong();
        try (var source = scene.open(scene.backend.url())) {
            source.read(Scene.yaml(READ), scene.bindings(), new Counting(read));
        }

        assertThat(read).hasValue(size);
    }

    @Test
    void closingEndsADownloadAtOnce() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        scene.backend.get(
                "/backups/{id}",
                question -> HttpAnswer.stream("application/x-tar", 200_000, stream -> {
                    stream.write(content, 0, 100_000);
                    stream.flush();
                    try {
                        over.await();
                    } catch (InterruptedException e) {
                        throw new IOException(e);
                    }
                }));
        CompletableFuture<ConnectorException> ended = new CompletableFuture<>();
        AtomicLong read = new AtomicLong();
        try (var source = scene.open(scene.backend.url())) {
            Thread.ofPlatform()
                    .start(() -> ended.complete(catchThrowableOfType(
                            ConnectorException.class,
                            () -> source.read(Scene.yaml(READ), scene.bindings(), new Counting(read)))));
            Awaitility.await().atMost(30, TimeUnit.SECONDS).until(() -> read.get() == 100_000);

            source.close();

            assertThat(ended.get(30, TimeUnit.SECONDS)).hasMessageContaining("stopped");
        } finally {
            over.countDown();
        }
    }

    private ConnectorException fault() {
        return catchThrowableOfType(ConnectorException.class, () -> scene.read(READ, ""));
    }

    private record Counting(AtomicLong read) implements si.vpogled.connector.Visitor {
        @Override
        public void row(Row row) {}

        @Override
        public void file(FoundFile file) throws ConnectorException {
            try (var content = file.content().open()) {
                byte[] buffer = new byte[65536];
                for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
                    read.addAndGet(n);
                }
            } catch (IOException e) {
                throw new ConnectorException(FaultKind.DEFECT, "cannot read", e);
            }
        }

        @Override
        public void leftAside(LeftAside reason) {}
    }
}
