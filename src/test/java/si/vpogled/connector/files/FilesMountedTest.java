package si.vpogled.connector.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static si.vpogled.connector.files.Reads.account;
import static si.vpogled.connector.files.Reads.context;
import static si.vpogled.connector.files.ShownFolder.link;
import static si.vpogled.connector.files.ShownFolder.move;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.Source;
import si.vpogled.connector.Visitor.LeftAside;

class FilesMountedTest implements FindsRoots, ReadsTrees, FollowsNoLinks, ReadsMail, ReadsLogs {
    @TempDir
    private Path folder;

    @Override
    public Path folder() {
        return folder;
    }

    @Override
    public Source source() throws ConnectorException {
        return source(folder);
    }

    private static Source source(Path path) throws ConnectorException {
        return new FilesTransport()
                .open(JsonNodeFactory.instance.objectNode().put("path", path.toString()), context(Map.of()));
    }

    @Test
    void findsAFolderThatIsNotMountedMisconfigured() {
        assertThatExceptionOfType(ConnectorException.class)
                .isThrownBy(() -> source(folder.resolve("absent")))
                .matches(e -> e.kind() == FaultKind.MISCONFIGURED);
    }

    @Test
    void deliversFilesWhoseNamesAreNotUtf8() throws Exception {
        write("home/ana/x", "y");
        Path odd = folder.resolve("home/ana").resolve(RawName.path("ra\u00e8un.txt"));
        Files.writeString(odd, "legacy");

        assertThat(read(TREE, account("ana")).files).containsEntry("račun.txt", "legacy");
    }

    @Test
    void followsNoLinkThatTakesAFoldersPlaceAfterItWasListed() throws Exception {
        write("home/bojan/b", "his");
        write("home/ana/a/a", "a".repeat(NOT_READ_AHEAD));
        write("home/ana/a/b", "hers" + "b".repeat(NOT_READ_AHEAD));
        Path swapped = folder.resolve("home/ana/a");

        Seen seen = read(TREE, account("ana"), new Seen().beforeContent(() -> {
                    move(swapped, folder.resolve("home/ana/moved"));
                    link(swapped, "../bojan");
                }));

        assertThat(seen.files.keySet()).containsExactly("a/a");
        assertThat(seen.leftAside).containsExactly(LeftAside.LINK);
        assertThat(Files.isSymbolicLink(swapped)).isTrue();
    }
}
