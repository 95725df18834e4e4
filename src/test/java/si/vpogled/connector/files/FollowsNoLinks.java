package si.vpogled.connector.files;

import static org.assertj.core.api.Assertions.assertThat;
import static si.vpogled.connector.files.Reads.account;
import static si.vpogled.connector.files.ShownFolder.link;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import si.vpogled.connector.Visitor.LeftAside;

/** Nothing leads out of the subject's folder, or to what is no file. */
interface FollowsNoLinks extends ShownFolder {
    @Test
    default void followsNoLinksAndSaysSo() throws Exception {
        write("home/bojan/secret", "his");
        write("home/ana/mine", "hers");
        Files.createSymbolicLink(folder().resolve("home/ana/file"), Path.of("../bojan/secret"));
        Files.createSymbolicLink(folder().resolve("home/ana/folder"), Path.of("../bojan"));

        Seen seen = read(TREE, account("ana"));

        assertThat(seen.files).containsExactly(Map.entry("mine", "hers"));
        assertThat(seen.leftAside).containsExactly(LeftAside.LINK, LeftAside.LINK);
    }

    @Test
    default void followsNoLinkThatTakesAFilesPlaceAfterItWasListed() throws Exception {
        write("home/bojan/secret", "his");
        write("home/ana/a", "a".repeat(NOT_READ_AHEAD));
        write("home/ana/b", "b".repeat(NOT_READ_AHEAD));
        Path swapped = folder().resolve("home/ana/b");

        Seen seen = read(TREE, account("ana"), new Seen().beforeContent(() -> link(swapped, "../bojan/secret")));

        assertThat(seen.files.keySet()).containsExactly("a");
        assertThat(seen.leftAside).containsExactly(LeftAside.LINK);
    }

    @Test
    default void followsNoLinkInTheRootBeneathTheAccount() throws Exception {
        write("home/bojan/mail/x", "his");
        Files.createDirectories(folder().resolve("home/ana"));
        Files.createSymbolicLink(folder().resolve("home/ana/mail"), Path.of("../bojan/mail"));

        Seen seen = read("{mode: tree, root: 'home/{hosting-account}/mail'}", account("ana"));

        assertThat(seen.files).isEmpty();
        assertThat(seen.leftAside).containsExactly(LeftAside.LINK);
    }

    @Test
    default void leavesSpecialFilesAside() throws Exception {
        write("home/ana/a", "a");
        Path pipe = folder().resolve("home/ana/pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor(10, TimeUnit.SECONDS))
                .isTrue();

        Seen seen = read(TREE, account("ana"));

        assertThat(seen.files.keySet()).containsExactly("a");
        assertThat(seen.leftAside).containsExactly(LeftAside.SPECIAL_FILE);
    }
}
