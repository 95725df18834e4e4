package si.vpogled.connector.files;

import static org.assertj.core.api.Assertions.assertThat;
import static si.vpogled.connector.files.Reads.account;
import static si.vpogled.connector.files.ShownFolder.cutOff;
import static si.vpogled.connector.files.ShownFolder.delete;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import si.vpogled.connector.Visitor.LeftAside;

/** Files as they are, and listings of them. */
interface ReadsTrees extends ShownFolder {
    @Test
    default void deliversEveryFileOfTheAccountInTheOrderOfNames() throws Exception {
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
    default void deliversNamesInAnyAlphabet() throws Exception {
        write("home/ana/Čestitka 100% & ž.txt", "č");
        write("home/ana/šola/日本.txt", "日");

        assertThat(read(TREE, account("ana")).files)
                .containsExactly(Map.entry("Čestitka 100% & ž.txt", "č"), Map.entry("šola/日本.txt", "日"));
    }

    @Test
    default void takesWhatIncludeNamesWithoutWhatExcludeNames() throws Exception {
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
    default void deliversTheOneFileThatARootNames() throws Exception {
        write("home/ana.tar.gz", "tar");

        assertThat(read("{mode: tree, root: 'home/{hosting-account}.tar.gz'}", account("ana")).files)
                .containsExactly(Map.entry("ana.tar.gz", "tar"));
    }

    @Test
    default void deliversLargeFilesWhole() throws Exception {
        byte[] large = new byte[5_000_001];
        for (int at = 0; at < large.length; at++) {
            large[at] = (byte) ('a' + (at / 1000) % 26);
        }
        write("home/ana/large", large);

        assertThat(read(TREE, account("ana")).files.get("large")).isEqualTo(new String(large, StandardCharsets.UTF_8));
    }

    @Test
    default void keepsOrderOverThousandsOfSmallFiles() throws Exception {
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
    default void saysThatAFileVanishedBeforeItWasRead() throws Exception {
        write("home/ana/a", "a".repeat(NOT_READ_AHEAD));
        Path going = write("home/ana/b", "b".repeat(NOT_READ_AHEAD));
        write("home/ana/c", "c");

        Seen seen = read(TREE, account("ana"), new Seen().beforeContent(() -> delete(going)));

        assertThat(seen.files.keySet()).containsExactly("a", "c");
        assertThat(seen.leftAside).containsExactly(LeftAside.VANISHED);
    }

    @Test
    default void deliversWhatIsLeftOfAFileThatIsCutOffWhileItIsRead() throws Exception {
        Path file = write("home/ana/a", "a".repeat(NOT_READ_AHEAD));
        write("home/ana/b", "b");

        Seen seen = read(TREE, account("ana"), new Seen().beforeContent(() -> cutOff(file, 100_000)));

        assertThat(seen.files.get("a")).isEqualTo("a".repeat(100_000));
        assertThat(seen.files.get("b")).isEqualTo("b");
    }

    @Test
    default void listsFilesWithSizeAndDayWithoutReadingThem() throws Exception {
        Path file = write("home/ana/backup/monday.tar", "12345");
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-05T03:00:00Z")));

        assertThat(read(LIST, account("ana"), "name", "size", "modified").rows)
                .containsExactly(Map.of(
                        "name", "backup/monday.tar", "size", 5L, "modified", Instant.parse("2026-01-05T03:00:00Z")));
    }
}
