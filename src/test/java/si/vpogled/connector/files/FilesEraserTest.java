package si.vpogled.connector.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.Eraser;
import si.vpogled.connector.Period;
import si.vpogled.connector.Source;
import si.vpogled.subject.Identifier;

class FilesEraserTest {
    private static final ObjectNode MEANS =
            JsonNodeFactory.instance.objectNode().put("delete", "contents");

    @TempDir
    Path server;

    @BeforeEach
    void fill() throws IOException {
        for (String file : List.of(
                "home/ana/www/a/1",
                "home/ana/www/a/b/2",
                "home/ana/www/3",
                "home/ana/mail/cur/1:2,S",
                "home/ana/mail/new/2",
                "home/ana/mail/dovecot.index.cache",
                "home/ana/mail/.Sent/cur/3:2,S",
                "home/bor/www/1")) {
            Files.createDirectories(server.resolve(file).getParent());
            Files.writeString(server.resolve(file), file);
        }
        Files.createSymbolicLink(server.resolve("home/ana/www/bor"), server.resolve("home/bor/www"));
        Files.createDirectories(server.resolve("home/ana/www/empty"));
    }

    @Test
    void filesGoInBoundedStepsAndWhatIsEmptyWithTheLast() throws Exception {
        assertThat(erased("list", "www", 2)).isEqualTo(2);
        assertThat(files("home/ana/www")).hasSize(1);
        assertThat(erased("list", "www", 2)).isEqualTo(1);

        assertThat(server.resolve("home/ana/www")).isEmptyDirectory();
        assertThat(erased("list", "www", 2)).isZero();
    }

    @Test
    void aLinkGoesAsALinkAndWhatItLeadsToStays() throws Exception {
        erased("list", "www", 10);

        assertThat(server.resolve("home/ana/www/bor")).doesNotExist();
        assertThat(server.resolve("home/bor/www/1")).hasContent("home/bor/www/1");
    }

    @Test
    void whatIsExcludedStaysWithItsFolders() throws Exception {
        ObjectNode read = read("list", "www").put("exclude", "a/**");

        assertThat(erased(read, 10)).isEqualTo(1);

        assertThat(server.resolve("home/ana/www/a/b/2")).exists();
    }

    @Test
    void mailGoesFolderByFolderWithTheServersOwnIndexes() throws Exception {
        assertThat(erased("maildir", "mail", 1)).isEqualTo(1);
        assertThat(server.resolve("home/ana/mail/.Sent/cur/3:2,S")).exists();
        assertThat(erased("maildir", "mail", 1)).isEqualTo(1);

        assertThat(server.resolve("home/ana/mail")).isEmptyDirectory();
    }

    private long erased(String mode, String folder, long most) throws ConnectorException {
        return erased(read(mode, folder), most);
    }

    private long erased(ObjectNode read, long most) throws ConnectorException {
        AtomicLong erased = new AtomicLong();
        Source.Bindings ana = new Source.Bindings(new Identifier.HostingAccount("ana"), "shared-hosting");
        try (Eraser eraser = new FilesEraser(MountedTree.of(server))) {
            eraser.erase(
                    MEANS,
                    new Eraser.Scope(read, ana, new Period.All(), Optional.empty(), 10, most),
                    erased::addAndGet);
        }
        return erased.get();
    }

    private static ObjectNode read(String mode, String folder) {
        return JsonNodeFactory.instance.objectNode().put("mode", mode).put("root", "home/{hosting-account}/" + folder);
    }

    private List<Path> files(String folder) throws IOException {
        try (Stream<Path> all = Files.walk(server.resolve(folder))) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
