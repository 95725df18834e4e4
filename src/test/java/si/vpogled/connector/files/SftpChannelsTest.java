package si.vpogled.connector.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static si.vpogled.connector.files.Reads.account;
import static si.vpogled.connector.files.Reads.context;
import static si.vpogled.connector.files.Reads.yaml;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.Source;
import si.vpogled.demo.server.SftpServer;

/** What a server has to bear: how many channels, and that what is opened is closed while the connection lasts. */
@Tag("slow")
class SftpChannelsTest implements ShownFolder {
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private SftpServer server;

    @BeforeEach
    void start() {
        server = SftpServer.start(folder).user("vpogled", "geslo");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Override
    public Path folder() {
        return folder;
    }

    @Override
    public Source source() throws ConnectorException {
        return new FilesSource(tree());
    }

    private SftpTree tree() throws ConnectorException {
        return SftpTree.connect(SftpSettings.of(
                yaml("{host: 127.0.0.1, user: vpogled, password: {secret: password}, folder: /}")
                        .put("port", server.port())
                        .put("host-key", server.hostKey()),
                context(Map.of("password", "geslo"))));
    }

    @Test
    void closesWhatItOpenedAheadWhereTheVisitorEndsTheWalk() throws Exception {
        for (int at = 0; at < 60; at++) {
            write("home/ana/f" + at, "content");
        }
        write("home/ana/f00", "x".repeat(NOT_READ_AHEAD));

        try (Source source = source()) {
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> source.read(yaml(TREE), account("ana"), new Seen().beforeContent(() -> {
                                throw new IllegalStateException("enough");
                            })));

            await().atMost(LONG).until(() -> server.opened() > 1 && server.open() == 0);
        }
    }

    @Test
    void closesWhatItOpenedAheadWhereTheRunIsInterrupted() throws Exception {
        for (int at = 0; at < 60; at++) {
            write("home/ana/f" + at, "content");
        }

        try (Source source = source()) {
            assertThatExceptionOfType(ConnectorException.class)
                    .isThrownBy(() -> source.read(
                            yaml(TREE),
                            account("ana"),
                            new Seen()
                                    .beforeContent(() -> Thread.currentThread().interrupt())));
            assertThat(Thread.interrupted()).isTrue();

            await().atMost(LONG).until(() -> server.opened() > 1 && server.open() == 0);
        }
    }

    @Test
    void closesFilesThatGrewSinceTheyWereListedAndThatNobodyTook() throws Exception {
        Deque<Node> listed = new ArrayDeque<>();
        for (int at = 0; at < 3; at++) {
            write("home/ana/f" + at, "grown");
            listed.add(new Node("home/ana/f" + at, Node.Kind.FILE, 1, Optional.empty()));
        }

        try (SftpTree tree = tree()) {
            try (Ahead ahead = new Ahead(tree, () -> Optional.ofNullable(listed.poll()))) {
                assertThat(ahead.next()).isPresent();
                await().atMost(LONG).until(() -> server.open() == 3);
            }

            await().atMost(LONG).until(() -> server.open() == 0);
        }
    }

    @Test
    void closesAFileThatTheServerOpensOnlyAfterTheWalkHasEnded() throws Exception {
        write("home/ana/late", "content");
        Node late = new Node("home/ana/late", Node.Kind.FILE, 7, Optional.empty());
        Deque<Node> listed = new ArrayDeque<>(List.of(late));
        CountDownLatch opening = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        server.beforeOpening(() -> {
            opening.countDown();
            ended.await();
        });

        try (SftpTree tree = tree()) {
            try (Ahead ahead = new Ahead(tree, () -> Optional.ofNullable(listed.poll()))) {
                assertThat(ahead.next()).isPresent();
                assertThat(opening.await(60, TimeUnit.SECONDS)).isTrue();
            }
            ended.countDown();

            await().atMost(LONG).until(() -> server.opened() == 1 && server.open() == 0);
        }
    }

    @Test
    void readsOnFewerChannelsWhereTheServerRefusesMore() throws Exception {
        write("home/ana/a", "a");
        server.channelsAtMost(2);

        assertThat(read(TREE, account("ana")).files).containsExactly(Map.entry("a", "a"));
    }

    @Test
    void findsAServerThatRefusesEveryChannelUnavailable() {
        server.channelsAtMost(0);

        assertThatExceptionOfType(ConnectorException.class)
                .isThrownBy(this::tree)
                .matches(e -> e.kind() == FaultKind.UNAVAILABLE);
    }
}
