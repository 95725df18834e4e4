package si.vpogled.connector.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static si.vpogled.connector.files.Reads.account;
import static si.vpogled.connector.files.Reads.email;
import static si.vpogled.connector.files.Reads.yaml;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.Source;
import si.vpogled.connector.Source.Bindings;
import si.vpogled.connector.Visitor.LeftAside;

/** The lines of shared logs that are the subject's. */
interface ReadsLogs extends ShownFolder {
    @Test
    default void readsLogLinesOfThisAccountAndOfNoLongerOne() throws Exception {
        write("logs/panel.log", """
                01/Feb/2026:10:00:00 +0100 ana 192.0.2.1
                01/Feb/2026:10:00:01 +0100 anamarija 192.0.2.2
                01/Feb/2026:10:00:02 +0100 bojan ana
                nonsense ana
                01/Feb/2026:10:00:03 +0100 ana 192.0.2.3""");

        Seen seen = read(LOG, account("ana"), "at", "ip");

        assertThat(seen.rows)
                .containsExactly(
                        Map.of("at", OffsetDateTime.parse("2026-02-01T10:00:00+01:00"), "ip", "192.0.2.1"),
                        Map.of("at", OffsetDateTime.parse("2026-02-01T10:00:03+01:00"), "ip", "192.0.2.3"));
        assertThat(seen.leftAside).containsExactly(LeftAside.UNREADABLE_LINE);
    }

    @Test
    default void tellsOfLinesThatNameTheAccountAndCannotBeRead() throws Exception {
        write("logs/panel.log", """
                01/Feb/2026:10:00:00 +0100 ana 192.0.2.1
                ana: prijava še ni uspela
                anamarija: prijava še ni uspela
                ana-marija: prijava še ni uspela
                ana.si: prijava še ni uspela
                Odjava uporabnika ana.
                """);

        Seen seen = read(LOG, account("ana"), "ip");

        assertThat(seen.rows).hasSize(1);
        assertThat(seen.leftAside).containsExactly(LeftAside.UNREADABLE_LINE, LeftAside.UNREADABLE_LINE);
    }

    @Test
    default void findsALogOfWhichNoLineOfTheAccountCanBeReadADefect() throws Exception {
        write("logs/panel.log", "2026-02-01T10:00:00Z ip=192.0.2.1 user=ana\n2026-02-01T10:00:01Z user=bojan\n");

        assertThat(fault(LOG, account("ana"))).isEqualTo(FaultKind.DEFECT);
        assertThat(read(LOG, account("cene"), "ip").rows).isEmpty();
    }

    @Test
    default void tellsOfLinesOfTheAccountsOwnLogThatCannotBeRead() throws Exception {
        write("home/ana/own.log", "# made by panel\n\nip=192.0.2.1\nnonsense\n");
        String own = "{mode: log, root: 'home/{hosting-account}', pattern: '^ip=(?<ip>.*)$'}";

        Seen seen = read(own, account("ana"), "ip");

        assertThat(seen.rows).containsExactly(Map.of("ip", "192.0.2.1"));
        assertThat(seen.leftAside).containsExactly(LeftAside.UNREADABLE_LINE);
    }

    @Test
    default void readsRotatedLogsBesideTheNewestAndNoOtherFile() throws Exception {
        write("logs/panel.log", "01/Feb/2026:10:00:00 +0100 ana 192.0.2.1\n");
        write("logs/panel.log.1", "01/Jan/2026:10:00:00 +0100 ana 192.0.2.2\n");
        write("logs/other.log", "01/Jan/2026:10:00:00 +0100 ana 192.0.2.3\n");
        write("logs/old/panel.log", "01/Jan/2026:10:00:00 +0100 ana 192.0.2.4\n");

        assertThat(read(LOG + "include: 'panel.log*'\n", account("ana"), "ip").rows)
                .containsExactly(Map.of("ip", "192.0.2.1"), Map.of("ip", "192.0.2.2"));
    }

    @Test
    default void findsLogsOfAllThatAreNotThereOrPackedOtherwiseMisconfigured() throws Exception {
        write("logs/panel.log.2.xz", "packed");

        assertThat(fault(LOG, account("ana"))).isEqualTo(FaultKind.MISCONFIGURED);
        assertThat(fault(LOG + "include: 'mail.log*'\n", account("ana"))).isEqualTo(FaultKind.MISCONFIGURED);
        try (Source source = source()) {
            assertThatExceptionOfType(ConnectorException.class)
                    .isThrownBy(() -> source.test(yaml(LOG + "include: 'mail.log*'\n"), List.of("at")))
                    .matches(e -> e.kind() == FaultKind.MISCONFIGURED);
        }
    }

    @Test
    default void readsLinesOfTheNamesByWhichTheAccountSignsInAndOfNoOther() throws Exception {
        write("logs/panel.log", """
                01/Feb/2026:10:00:00 +0100 ana@primer.si 192.0.2.1
                01/Feb/2026:10:00:01 +0100 ana 192.0.2.2
                01/Feb/2026:10:00:02 +0100 ana@drugi.si 192.0.2.3
                """);
        Bindings bindings =
                new Bindings(account("ana").identifier(), "shared-hosting", List.of("ana@primer.si"), List.of());

        assertThat(read(LOG, bindings, "ip").rows)
                .containsExactly(Map.of("ip", "192.0.2.1"), Map.of("ip", "192.0.2.2"));
    }

    @Test
    default void tellsOfLinesOfANameThatOthersHaveTooEvenOfTheAccountsOwnAndKeepsThem() throws Exception {
        write("logs/panel.log", """
                01/Feb/2026:10:00:00 +0100 skupni 192.0.2.1
                01/Feb/2026:10:00:01 +0100 ana 192.0.2.2
                01/Feb/2026:10:00:02 +0100 ana@primer.si 192.0.2.3
                skupni: prijava še ni uspela
                """);
        List<String> own = List.of("ana@primer.si");

        Seen shared = read(
                LOG, new Bindings(account("ana").identifier(), "shared-hosting", own, List.of("skupni", "ana")), "ip");

        assertThat(shared.rows).containsExactly(Map.of("ip", "192.0.2.3"));
        assertThat(shared.leftAside).hasSize(3).containsOnly(LeftAside.SHARED_LOGIN);
    }

    @Test
    default void readsPackedLogs() throws Exception {
        Path packed = write("logs/panel.log.1.gz", "");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write("01/Feb/2026:10:00:00 +0100 ana 192.0.2.1\r\n".getBytes(StandardCharsets.US_ASCII));
        }

        assertThat(read(LOG, account("ana"), "ip").rows).containsExactly(Map.of("ip", "192.0.2.1"));
    }

    @Test
    default void findsABrokenPackedLogADefect() throws Exception {
        write("logs/panel.log.1.gz", "no gzip at all");

        assertThat(fault(LOG, account("ana"))).isEqualTo(FaultKind.DEFECT);
    }

    @Test
    default void comparesAddressesInLogsWithoutCase() throws Exception {
        write("logs/mail.log", "01/Feb/2026:10:00:00 +0100 Ana@Primer.SI 192.0.2.1\n");

        assertThat(read(LOG, email("ana@primer.si"), "ip").rows).hasSize(1);
    }

    @Test
    default void readsOnOverLinesLongerThanAnyLogHas() throws Exception {
        write("logs/panel.log", "ana " + "x".repeat(1_000_000) + "\n01/Feb/2026:10:00:00 +0100 ana 192.0.2.1\n");

        Seen seen = read(LOG, account("ana"), "ip");

        assertThat(seen.rows).containsExactly(Map.of("ip", "192.0.2.1"));
        assertThat(seen.leftAside).contains(LeftAside.LONG_LINE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a|aa)+$", "([a-z]+)*$", "a*a*a*a*$"})
    default void stopsAPatternThatBacktracksWithoutEnd(String rest) throws Exception {
        write("logs/panel.log", "ana " + "a".repeat(20_000) + "!\n");

        assertThat(fault("{mode: log, root: logs, pattern: '^(?<user>ana) " + rest + "', match: user}", account("ana")))
                .isEqualTo(FaultKind.MISCONFIGURED);
    }
}
