package si.vpogled.connector.files;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.sftp.client.SftpClient.Attributes;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.Visitor.LeftAside;

/**
 * A folder by SFTP. The protocol cannot refuse links when it opens, so each file and folder is looked at again once it
 * is open: it must stand there itself, at the end of a path that the server resolves to that very path.
 */
final class SftpTree implements FileTree {
    private final SftpConnection connection;

    private SftpTree(SftpConnection connection) {
        this.connection = connection;
    }

    static SftpTree connect(SftpSettings settings) throws ConnectorException {
        return new SftpTree(SftpConnection.connect(settings));
    }

    @Override
    public Node stat(String path) throws IOException, ConnectorException {
        return connection.call((line, channel) -> node(path, channel.lstat(line.absolute(path))));
    }

    @Override
    public List<Node> list(String path) throws IOException, ConnectorException {
        return connection.call((line, channel) -> {
            String absolute = line.absolute(path);
            SftpChannel.Opened opened = channel.openFolder(absolute);
            try {
                if (!path.isEmpty()) {
                    verify(opened, absolute, Node.Kind.DIRECTORY);
                }
                return channel.entries(opened.handle()).stream()
                        .filter(entry -> !entry.getFilename().equals(".")
                                && !entry.getFilename().equals(".."))
                        .map(entry -> node(Node.join(path, entry.getFilename()), entry.getAttributes()))
                        .toList();
            } finally {
                channel.release(opened.handle());
            }
        });
    }

    @Override
    public Bounded open(Node file) throws IOException, ConnectorException {
        SftpContent.Opened opened = connection.call((line, channel) -> opened(line, channel, file));
        return new Bounded(new SftpContent(connection, file, opened, SftpTree::opened), opened.size());
    }

    @Override
    public void delete(Node node) throws IOException, ConnectorException {
        connection.call((line, channel) -> {
            String absolute = line.absolute(node.path());
            String folder = absolute.substring(0, absolute.lastIndexOf('/'));
            if (!folder.isEmpty() && !channel.canonicalPath(folder).equals(folder)) {
                throw new LeftAsideException(LeftAside.LINK);
            }
            if (node.kind() == Node.Kind.DIRECTORY) {
                channel.rmdir(absolute);
            } else {
                channel.remove(absolute);
            }
            return absolute;
        });
    }

    @Override
    public void close() {
        connection.close();
    }

    private static SftpContent.Opened opened(SftpLine line, SftpChannel channel, Node file) throws IOException {
        String absolute = line.absolute(file.path());
        if (file.size() == 0 && kind(channel.lstat(absolute)) != Node.Kind.FILE) {
            // a pipe that the server lists as a file; opening it would wait for a writer
            throw new LeftAsideException(LeftAside.SPECIAL_FILE);
        }
        SftpChannel.Opened opened = channel.openFile(absolute);
        try {
            verify(opened, absolute, Node.Kind.FILE);
            return new SftpContent.Opened(
                    line, channel, opened.handle(), opened.attributes().getSize());
        } catch (LeftAsideException e) {
            channel.release(opened.handle());
            throw e;
        }
    }

    private static void verify(SftpChannel.Opened opened, String absolute, Node.Kind kind) throws LeftAsideException {
        Node.Kind found = kind(opened.attributes());
        if (found == Node.Kind.LINK || !opened.canonical().equals(absolute)) {
            throw new LeftAsideException(LeftAside.LINK);
        }
        if (found != kind) {
            throw new LeftAsideException(LeftAside.SPECIAL_FILE);
        }
    }

    private static Node node(String path, Attributes attributes) {
        return new Node(
                path,
                kind(attributes),
                attributes.isRegularFile() ? attributes.getSize() : 0,
                Optional.ofNullable(attributes.getModifyTime()).map(time -> time.toInstant()));
    }

    private static Node.Kind kind(Attributes attributes) {
        if (attributes.isSymbolicLink()) {
            return Node.Kind.LINK;
        }
        if (attributes.isDirectory()) {
            return Node.Kind.DIRECTORY;
        }
        return attributes.isRegularFile() ? Node.Kind.FILE : Node.Kind.SPECIAL;
    }
}
