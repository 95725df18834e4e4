package si.vpogled.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Replicas are replaced one after the other, and a version may be taken back: so migrations only add, and what an older
 * version writes and reads goes on. What is to go is first left unused for a version.
 */
class MigrationsTest {
    private static final Path FOLDER = Path.of("src/main/resources/db/migration");

    /** Held up what an older version wrote, until V13 and V17 came to its help. */
    private static final Set<String> KNOWN = Set.of(
            "alter table portal_session alter column idle_at set not null",
            // an older version itself sees to it that it tells nobody twice
            "alter table erasure_notice drop constraint erasure_notice_request_id_recipient_key",
            "alter table request add check ((settled_at is null) = (settled_as is null))");

    private static final Pattern NOT_SQL =
            Pattern.compile("--[^\\n]*|/\\*.*?\\*/|\\$\\$.*?\\$\\$|'(?:[^']|'')*'", Pattern.DOTALL);
    private static final Pattern GOES =
            Pattern.compile("(?<!on commit )\\b(drop (?!index\\b|default\\b|not null\\b)\\w+|rename)\\b|^truncate\\b");
    private static final Pattern NARROWS = Pattern.compile(
            "\\bset not null\\b|\\balter (column )?\\w+ (set data )?type\\b|\\badd (constraint|check|unique|primary|foreign|exclude)\\b");
    private static final Pattern DEMANDS =
            Pattern.compile("\\badd (column )?(if not exists )?\\w+ [^,]*\\bnot null\\b[^,]*");
    private static final Pattern REFERS =
            Pattern.compile("\\badd (column )?(if not exists )?\\w+ [^,]*\\b(unique|check|primary key)\\b");
    private static final Pattern UNIQUE = Pattern.compile("create unique index .*\\bon (\\w+)");
    private static final Pattern CREATED = Pattern.compile("create (?:temporary )?table (?:if not exists )?(\\w+)");
    private static final Pattern ALTERED = Pattern.compile("alter table (?:if exists )?(?:only )?(\\w+)");

    @Test
    void what_an_older_version_reads_and_writes_beside_a_newer_one_stays() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.flatMap(MigrationsTest::breaking))
                    .as("a statement that an older version does not survive: add something instead")
                    .containsExactlyInAnyOrderElementsOf(KNOWN);
        }
    }

    @Test
    void each_has_a_number_of_its_own() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString().split("__")[0]))
                    .doesNotHaveDuplicates()
                    .allMatch(version -> version.matches("V\\d+"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drop table letter",
                "drop trigger request_settled_by_state on request",
                "alter table letter drop column facts",
                "alter table letter drop constraint letter_request_id_kind_about_key",
                "alter table letter rename column facts to said",
                "alter table letter rename to post",
                "alter table letter alter column about type varchar(10)",
                "alter table letter alter about set data type int",
                "alter table letter alter column facts set not null",
                "alter table letter add column language text not null",
                "alter table letter add column a int not null default 0, add column b int not null",
                "alter table letter add language text not null",
                "alter table letter add column code text unique",
                "alter table letter add check (about <> '')",
                "alter table letter add constraint one unique (kind)",
                "create unique index letter_once on letter (kind)",
                "truncate letter"
            })
    void what_takes_away_narrows_or_demands_is_refused(String statement) {
        assertThat(breaking(statement + ";")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table post (id uuid primary key, kind text not null check (kind <> ''))",
                "create table post (id uuid); alter table post add constraint one unique (id); create unique index p on post (id)",
                "alter table letter add column language text",
                "alter table letter add column tries int not null default 0",
                "alter table letter alter column facts set default '{}'",
                "alter table letter alter column facts drop not null",
                "create index letter_kind on letter (kind)",
                "drop index letter_kind",
                "update letter set about = 'drop table letter' -- rename",
            })
    void what_adds_is_not(String statement) {
        assertThat(breaking(statement + ";")).isEmpty();
    }

    private static Stream<String> breaking(Path file) {
        try {
            return breaking(Files.readString(file)).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> breaking(String script) {
        Set<String> own = new HashSet<>();
        return Stream.of(NOT_SQL.matcher(script)
                        .replaceAll(found -> found.group().matches("(?s)(--|/\\*).*") ? " " : "''")
                        .split(";"))
                .map(statement -> statement.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT))
                .peek(statement -> first(CREATED, statement).ifPresent(own::add))
                .filter(statement -> first(ALTERED, statement).or(() -> first(UNIQUE, statement)).stream()
                        .noneMatch(own::contains))
                .filter(statement -> !statement.startsWith("create table"))
                .filter(MigrationsTest::breaks)
                .toList();
    }

    private static boolean breaks(String statement) {
        return GOES.matcher(statement).find()
                || NARROWS.matcher(statement).find()
                || REFERS.matcher(statement).find()
                || UNIQUE.matcher(statement).find()
                || DEMANDS.matcher(statement)
                        .results()
                        .anyMatch(added -> !added.group().contains(" default "));
    }

    private static Optional<String> first(Pattern pattern, String statement) {
        Matcher matcher = pattern.matcher(statement);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
