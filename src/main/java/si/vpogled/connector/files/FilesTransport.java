package si.vpogled.connector.files;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.Eraser;
import si.vpogled.connector.Source;
import si.vpogled.connector.SourceContext;
import si.vpogled.connector.Transport;

/** {@code files}: a folder by SFTP (setting {@code host}) or on a mounted path (setting {@code path}). */
public final class FilesTransport implements Transport {
    @Override
    public String name() {
        return "files";
    }

    @Override
    public String settingsSchema() {
        return "/schema/transport-files-settings.schema.json";
    }

    @Override
    public String readSchema() {
        return "/schema/transport-files-read.schema.json";
    }

    @Override
    public Set<String> names(ObjectNode read) {
        return FilesRead.of(read).root().names();
    }

    /** A tree's files are listed only; mail folders are not known but by what is in them. */
    @Override
    public ObjectNode withoutContents(ObjectNode read) {
        return read.path("mode").asText().equals("tree") ? read.deepCopy().put("mode", "list") : read;
    }

    @Override
    public Source open(ObjectNode settings, SourceContext context) throws ConnectorException {
        return new FilesSource(tree(settings, context));
    }

    @Override
    public Optional<String> erasureSchema() {
        return Optional.of("/schema/transport-files-erasure.schema.json");
    }

    @Override
    public Optional<String> erasureObjection(ObjectNode read, ObjectNode means) {
        return switch (FilesRead.of(read).mode()) {
            case TREE, MAILDIR -> Optional.empty();
            case LOG -> Optional.of("lines cannot be taken out of a log: say under cannot what is done instead");
            case LIST -> Optional.of("what is only listed is not erased: say under cannot what is done instead");
        };
    }

    @Override
    public Eraser openEraser(ObjectNode settings, SourceContext context) throws ConnectorException {
        return new FilesEraser(tree(settings, context));
    }

    private static FileTree tree(ObjectNode settings, SourceContext context) throws ConnectorException {
        return settings.has("path")
                ? MountedTree.of(Path.of(settings.get("path").asText()))
                : SftpTree.connect(SftpSettings.of(settings, context));
    }
}
