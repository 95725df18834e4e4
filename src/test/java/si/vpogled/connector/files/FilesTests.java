package si.vpogled.connector.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static si.vpogled.connector.files.Reads.account;
import static si.vpogled.connector.files.Reads.email;
import static si.vpogled.connector.files.Reads.yaml;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.Source;
import si.vpogled.connector.Source.Bindings;
import si.vpogled.connector.Visitor.LeftAside;

/** What a files source does, however it reaches the folder. */
abstract class FilesTests {
    /** Bytes of a file that is opened only when its turn comes. */
    static final int NOT_READ_AHEAD = 2_000_000;

    static final String TREE = "{mode: tree, root: 'home/{hosting-account}'}";
    static final String MAIL = "{mode: maildir, root: 'home/{hosting-account}/mail'}";
    static final String LIST = "{mode: list, root: 'home/{hosting-account}'}";
    static final String LOG = """
            mode: log
            root: logs
            pattern: '^(?<at>\\S+ \\S+) (?<user>\\S+) (?<ip>\\S+)$'
            match: user
            times: {at: 'dd/MMM/yyyy:HH:mm:ss Z'}
            """;

    /** The folder that the source shows. */
    abstract Path folder();

    abstract Source source() throws ConnectorException;

    Seen read(String read, Bindings bindings, String... places) throws ConnectorException {
        return read(read, bindings, new Seen(places));
    }

    Seen read(String read, Bindings bindings, Seen seen) throws ConnectorException {
        try (Source source = source()) {
            source.read(yaml(read), bindings, seen);
        }
        return seen;
    }

    FaultKind fault(String read, Bindings bindings) {
        return assertThatExceptionOfType(ConnectorException.class)
                .isThrownBy(() -> read(read, bindings))
                .actual()
                .kind();
    }

    Path write(String path, String content) throws IOException {
        return write(path, content.getBytes(StandardCharsets.UTF_8));
    }

    Path write(String path, byte[] content) throws IOException {
        Path file = folder().resolve(path);
        Files.createDirectories(file.getParent());
        return Files.write(file, content);
    }

    @Test
    void deliversEveryFileOfTheAccountInTheOrderOfNames() throws Exception {
        write("home/ana/www/index.html", "<h1>");
        write("home/ana/www/a/b.txt", "b");
        write("home/ana/.htaccess", "x");
        write("home/ana/empty", "");
        write("home/anamarija/secret", "not hers");

        Seen seen = read(TREE, account("ana"));

        assertThat(seen.files)
                .containsExactly(
                        Map.entry(".htaccess", "x"),
                        Map.entry("empty", ""),
                        Map.entry("www/a/b.txt", "b"),
                        Map.entry("www/index.html", "<h1>"));
        assertThat(seen.found.get("www/index.html").mediaType()).isEqualTo("text/html");
        assertThat(seen.found.get("www/index.html").size()).hasValue(4L);
        assertThat(seen.leftAside).isEmpty();
    }

    @Test
    void deliversNamesInAnyAlphabet() throws Exception {
        write("home/ana/Čestitka 100% & ž.txt", "č");
        write("home/ana/šola/日本.txt", "日");

        assertThat(read(TREE, account("ana")).files)
                .containsExactly(Map.entry("Čestitka 100% & ž.txt", "č"), Map.entry("šola/日本.txt", "日"));
    }

    @Test
    void takesWhatIncludeNamesWithoutWhatExcludeNames() throws Exception {
        write("home/ana/a.txt", "1");
        write("home/ana/deep/er/b.txt", "2");
        write("home/ana/cache/c.txt", "3");
        write("home/ana/d.bin", "4");

        Seen seen = read(
                "{mode: tree, root: 'home/{hosting-account}', include: ['**/*.txt'], exclude: ['cache/**']}",
                account("ana"));

        assertThat(seen.files.keySet()).containsExactly("a.txt", "deep/er/b.txt");
    }

    @Test
    void deliversTheOneFileThatARootNames() throws Exception {
        write("home/ana.tar.gz", "tar");

        assertThat(read("{mode: tree, root: 'home/{hosting-account}.tar.gz'}", account("ana")).files)
                .containsExactly(Map.entry("ana.tar.gz", "tar"));
    }

    @Test
    void deliversLargeFilesWhole() throws Exception {
        byte[] large = new byte[5_000_001];
        for (int at = 0; at < large.length; at++) {
            large[at] = (byte) ('a' + (at / 1000) % 26);
        }
        write("home/ana/large", large);

        assertThat(read(TREE, account("ana")).files.get("large")).isEqualTo(new String(large, StandardCharsets.UTF_8));
    }

    @Test
    void keepsOrderOverThousandsOfSmallFiles() throws Exception {
        List<String> names = new ArrayList<>();
        for (int at = 0; at < 1000; at++) {
            String name = "f" + at;
            write("home/ana/" + name, name);
            names.add(name);
        }
        Collections.sort(names);

        Seen seen = read(TREE, account("ana"));

        assertThat(seen.files.keySet()).containsExactlyElementsOf(names);
        assertThat(seen.files).allSatisfy((name, content) -> assertThat(content).isEqualTo(name));
    }

    @Test
    void holdsNothingOfAnAccountThatIsNotThere() throws Exception {
        write("home/other/x", "x");

        Seen seen = read(TREE, account("ana"));

        assertThat(seen.files).isEmpty();
        assertThat(seen.leftAside).isEmpty();
    }

    @Test
    void findsAMissingRootAFaultWhereTheReadSaysSo() throws Exception {
        write("home/other/x", "x");

        assertThat(fault("{mode: tree, root: 'home/{hosting-account}', missing: fault}", account("ana")))
                .isEqualTo(FaultKind.MISCONFIGURED);
    }

    @Test
    void findsAFolderOfAllAccountsThatIsNotThereAFault() throws Exception {
        write("elsewhere/ana/x", "x");

        assertThat(fault(TREE, account("ana"))).isEqualTo(FaultKind.MISCONFIGURED);
    }

    @Test
    void findsAnEmptySourceUnavailableRatherThanNothingHeld() {
        assertThat(fault(TREE, account("ana"))).isEqualTo(FaultKind.UNAVAILABLE);
        assertThat(fault("{mode: tree, root: '{hosting-account}'}", account("ana")))
                .isEqualTo(FaultKind.UNAVAILABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", ".", "a/b", "../ana", "a\\b"})
    void usesNoIdentifierAsAPathThatIsNoName(String name) throws Exception {
        write("home/ana/x", "x");

        assertThat(fault(TREE, account(name))).isEqualTo(FaultKind.DEFECT);
    }

    @Test
    void refusesAReadThatWouldGiveOneSubjectTheFilesOfAll() throws Exception {
        write("home/ana/x", "x");

        assertThat(fault("{mode: tree, root: home}", account("ana"))).isEqualTo(FaultKind.MISCONFIGURED);
    }

    @Test
    void followsNoLinksAndSaysSo() throws Exception {
        write("home/bojan/secret", "his");
        write("home/ana/mine", "hers");
        Files.createSymbolicLink(folder().resolve("home/ana/file"), Path.of("../bojan/secret"));
        Files.createSymbolicLink(folder().resolve("home/ana/folder"), Path.of("../bojan"));

        Seen seen = read(TREE, account("ana"));

        assertThat(seen.files).containsExactly(Map.entry("mine", "hers"));
        assertThat(seen.leftAside).containsExactly(LeftAside.LINK, LeftAside.LINK);
    }

    @Test
    void followsNoLinkThatTakesAFilesPlaceAfterItWasListed() throws Exception {
        write("home/bojan/secret", "his");
        write("home/ana/a", "a".repeat(NOT_READ_AHEAD));
        write("home/ana/b", "b".repeat(NOT_READ_AHEAD));
        Path swapped = folder().resolve("home/ana/b");

        Seen seen = read(TREE, account("ana"), new Seen().beforeContent(() -> link(swapped, "../bojan/secret")));

        assertThat(seen.files.keySet()).containsExactly("a");
        assertThat(seen.leftAside).containsExactly(LeftAside.LINK);
    }

    @Test
    void followsNoLinkInTheRootBeneathTheAccount() throws Exception {
        write("home/bojan/mail/x", "his");
        Files.createDirectories(folder().resolve("home/ana"));
        Files.createSymbolicLink(folder().resolve("home/ana/mail"), Path.of("../bojan/mail"));

        Seen seen = read("{mode: tree, root: 'home/{hosting-account}/mail'}", account("ana"));

        assertThat(seen.files).isEmpty();
        assertThat(seen.leftAside).containsExactly(LeftAside.LINK);
    }

    @Test
    void leavesSpecialFilesAside() throws Exception {
        write("home/ana/a", "a");
        Path pipe = folder().resolve("home/ana/pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor(10, TimeUnit.SECONDS))
                .isTrue();

        Seen seen = read(TREE, account("ana"));

        assertThat(seen.files.keySet()).containsExactly("a");
        assertThat(seen.leftAside).containsExactly(LeftAside.SPECIAL_FILE);
    }

    @Test
    void saysThatAFileVanishedBeforeItWasRead() throws Exception {
        write("home/ana/a", "a".repeat(NOT_READ_AHEAD));
        Path going = write("home/ana/b", "b".repeat(NOT_READ_AHEAD));
        write("home/ana/c", "c");

        Seen seen = read(TREE, account("ana"), new Seen().beforeContent(() -> delete(going)));

        assertThat(seen.files.keySet()).containsExactly("a", "c");
        assertThat(seen.leftAside).containsExactly(LeftAside.VANISHED);
    }

    @Test
    void listsFilesWithSizeAndDayWithoutReadingThem() throws Exception {
        Path file = write("home/ana/backup/monday.tar", "12345");
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-05T03:00:00Z")));

        assertThat(read(LIST, account("ana"), "name", "size", "modified").rows)
                .containsExactly(Map.of(
                        "name", "backup/monday.tar", "size", 5L, "modified", Instant.parse("2026-01-05T03:00:00Z")));
    }

    @Test
    void makesOneMboxOfEachMailFolder() throws Exception {
        write("home/ana/mail/cur/1700000000.M1.host:2,S", "Return-Path: <peter@primer.si>\nSubject: a\n\nFrom here\n");
        write("home/ana/mail/new/1700000001.M2.host", "Subject: b\r\n\r\nno end");
        write("home/ana/mail/tmp/1700000002.M3.host", "half delivered");
        write("home/ana/mail/.Poslana po&AWE-ta.2025/cur/1600000000.M4.host:2,", "Subject: c\n\n>From x\n");
        Files.createDirectories(folder().resolve("home/ana/mail/.Prazno/cur"));

        Seen seen = read(MAIL, account("ana"));

        assertThat(seen.files).containsExactly(Map.entry("INBOX.mbox", """
                                From peter@primer.si Tue Nov 14 22:13:20 2023
                                Return-Path: <peter@primer.si>
                                Subject: a

                                >From here

                                From MAILER-DAEMON Tue Nov 14 22:13:21 2023
                                Subject: b

                                no end

                                """), Map.entry("Poslana pošta.2025.mbox", """
                                From MAILER-DAEMON Sun Sep 13 12:26:40 2020
                                Subject: c

                                >>From x

                                """));
        assertThat(seen.found.get("INBOX.mbox").mediaType()).isEqualTo("application/mbox");
    }

    @Test
    void findsTheMailboxesOfSeveralAddresses() throws Exception {
        write("home/ana/mail/primer.si/info/cur/1", "Subject: 1\n\n");
        write("home/ana/mail/primer.si/info/.Sent/cur/2", "Subject: 2\n\n");
        write("home/ana/mail/primer.si/ana/Maildir/new/3", "Subject: 3\n\n");

        assertThat(read(MAIL, account("ana")).files.keySet())
                .containsExactly(
                        "primer.si/ana/Maildir/INBOX.mbox", "primer.si/info/INBOX.mbox", "primer.si/info/Sent.mbox");
    }

    @Test
    void findsAMessageThatWasReadAndRenamedMeanwhile() throws Exception {
        Path fresh = write("home/ana/mail/new/1700000001.M2.host", "Subject: b\n\n" + "x".repeat(200_000));
        Files.createDirectories(folder().resolve("home/ana/mail/cur"));

        Seen seen = read(
                MAIL,
                account("ana"),
                new Seen()
                        .beforeContent(
                                () -> move(fresh, folder().resolve("home/ana/mail/cur/1700000001.M2.host:2,S"))));

        assertThat(seen.files.get("INBOX.mbox")).contains("Subject: b");
        assertThat(seen.leftAside).isEmpty();
    }

    @Test
    void readsLogLinesOfThisAccountAndOfNoLongerOne() throws Exception {
        write("logs/panel.log", """
                01/Feb/2026:10:00:00 +0100 ana 192.0.2.1
                01/Feb/2026:10:00:01 +0100 anamarija 192.0.2.2
                01/Feb/2026:10:00:02 +0100 bojan ana
                nonsense ana
                01/Feb/2026:10:00:03 +0100 ana 192.0.2.3""");

        assertThat(read(LOG, account("ana"), "at", "ip").rows)
                .containsExactly(
                        Map.of("at", OffsetDateTime.parse("2026-02-01T10:00:00+01:00"), "ip", "192.0.2.1"),
                        Map.of("at", OffsetDateTime.parse("2026-02-01T10:00:03+01:00"), "ip", "192.0.2.3"));
    }

    @Test
    void readsPackedLogs() throws Exception {
        Path packed = write("logs/panel.log.1.gz", "");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write("01/Feb/2026:10:00:00 +0100 ana 192.0.2.1\r\n".getBytes(StandardCharsets.US_ASCII));
        }

        assertThat(read(LOG, account("ana"), "ip").rows).containsExactly(Map.of("ip", "192.0.2.1"));
    }

    @Test
    void findsABrokenPackedLogADefect() throws Exception {
        write("logs/panel.log.1.gz", "no gzip at all");

        assertThat(fault(LOG, account("ana"))).isEqualTo(FaultKind.DEFECT);
    }

    @Test
    void comparesAddressesInLogsWithoutCase() throws Exception {
        write("logs/mail.log", "01/Feb/2026:10:00:00 +0100 Ana@Primer.SI 192.0.2.1\n");

        assertThat(read(LOG, email("ana@primer.si"), "ip").rows).hasSize(1);
    }

    @Test
    void readsOnOverLinesLongerThanAnyLogHas() throws Exception {
        write("logs/panel.log", "ana " + "x".repeat(1_000_000) + "\n01/Feb/2026:10:00:00 +0100 ana 192.0.2.1\n");

        assertThat(read(LOG, account("ana"), "ip").rows).containsExactly(Map.of("ip", "192.0.2.1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a|aa)+$", "([a-z]+)*$", "a*a*a*a*$"})
    void stopsAPatternThatBacktracksWithoutEnd(String rest) throws Exception {
        write("logs/panel.log", "ana " + "a".repeat(20_000) + "!\n");

        assertThat(fault("{mode: log, root: logs, pattern: '^(?<user>ana) " + rest + "', match: user}", account("ana")))
                .isEqualTo(FaultKind.MISCONFIGURED);
    }

    @Test
    void testsAReadWithoutAnAccount() throws Exception {
        write("home/ana/x", "x");
        write("logs/panel.log", "x");

        try (Source source = source()) {
            source.test(yaml(TREE), List.of());
            source.test(yaml(LIST), List.of("name", "size", "modified"));
            source.test(yaml(LOG), List.of("at", "user", "ip"));
            assertThatExceptionOfType(ConnectorException.class)
                    .isThrownBy(() -> source.test(yaml(LOG), List.of("usr")))
                    .withMessageContaining("usr");
            assertThatExceptionOfType(ConnectorException.class)
                    .isThrownBy(() -> source.test(yaml("{mode: tree, root: 'hom/{hosting-account}'}"), List.of()))
                    .matches(e -> e.kind() == FaultKind.MISCONFIGURED);
        }
    }

    static void link(Path at, String target) {
        delete(at);
        try {
            Files.createSymbolicLink(at, Path.of(target));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static void move(Path from, Path to) {
        try {
            Files.move(from, to);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
