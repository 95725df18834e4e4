package si.vpogled.connector.files;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Set;
import si.vpogled.connector.ConnectorException;
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

    @Override
    public Source open(ObjectNode settings, SourceContext context) throws ConnectorException {
        return new FilesSource(
                settings.has("path")
                        ? MountedTree.of(Path.of(settings.get("path").asText()))
                        : SftpTree.connect(SftpSettings.of(settings, context)));
    }
}
