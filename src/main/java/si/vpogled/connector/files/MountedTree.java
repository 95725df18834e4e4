package si.vpogled.connector.files;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.Visitor.LeftAside;

/**
 * A mounted path. Every folder on the way down is opened relative to the one above it (openat), links refused, so that
 * nobody can turn a path elsewhere between listing and reading.
 */
final class MountedTree implements FileTree {
    private final Path base;

    private MountedTree(Path base) {
        this.base = base;
    }

    static MountedTree of(Path base) throws ConnectorException {
        if (!base.isAbsolute() || !Files.isDirectory(base)) {
            throw new ConnectorException(
                    FaultKind.MISCONFIGURED,
                    "The mounted folder of the source is not there: mount it, or correct the setting path, which is absolute");
        }
        if (!Files.isReadable(base) || !Files.isExecutable(base)) {
            throw new ConnectorException(
                    FaultKind.MISCONFIGURED,
                    "The mounted folder of the source may not be read: give this process's user the right to");
        }
        return new MountedTree(base);
    }

    @Override
    public Node stat(String path) throws IOException {
        if (path.isEmpty()) {
            return node(path, Files.readAttributes(base, BasicFileAttributes.class));
        }
        try (SecureDirectoryStream<Path> parent = folder(parent(path))) {
            return node(path, attributes(parent, last(path)));
        }
    }

    @Override
    public List<Node> list(String path) throws IOException {
        List<Node> nodes = new ArrayList<>();
        try (SecureDirectoryStream<Path> folder = folder(path)) {
            for (Path entry : folder) {
                nodes.add(listed(folder, path, entry.getFileName()));
            }
        }
        return nodes;
    }

    @Override
    public Bounded open(Node file) throws IOException {
        String path = file.path();
        Path name = last(path);
        try (SecureDirectoryStream<Path> parent = folder(parent(path))) {
            // a pipe must not even be opened: that would wait for a writer
            BasicFileAttributes attributes = attributes(parent, name);
            regular(attributes);
            SeekableByteChannel channel = opened(parent, name);
            return new Bounded(Channels.newInputStream(channel), channel.size());
        }
    }

    @Override
    public void delete(Node node) throws IOException {
        try (SecureDirectoryStream<Path> parent = folder(parent(node.path()))) {
            Path name = last(node.path());
            if (node.kind() == Node.Kind.DIRECTORY) {
                parent.deleteDirectory(name);
            } else {
                parent.deleteFile(name);
            }
        }
    }

    @Override
    public void close() {}

    private SecureDirectoryStream<Path> folder(String path) throws IOException {
        SecureDirectoryStream<Path> at = secure(Files.newDirectoryStream(base));
        if (path.isEmpty()) {
            return at;
        }
        for (String segment : path.split("/")) {
            try (SecureDirectoryStream<Path> parent = at) {
                at = beneath(parent, RawName.path(segment));
            }
        }
        return at;
    }

    private static SecureDirectoryStream<Path> beneath(SecureDirectoryStream<Path> parent, Path name)
            throws IOException {
        try {
            return parent.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS);
        } catch (FileSystemException e) {
            if (e.getClass() == FileSystemException.class
                    && attributes(parent, name).isSymbolicLink()) {
                throw new LeftAsideException(LeftAside.LINK);
            }
            throw e;
        }
    }

    private static SeekableByteChannel opened(SecureDirectoryStream<Path> parent, Path name) throws IOException {
        try {
            return parent.newByteChannel(name, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
        } catch (FileSystemException e) {
            if (e.getClass() == FileSystemException.class) {
                regular(attributes(parent, name));
            }
            throw e;
        }
    }

    private static void regular(BasicFileAttributes attributes) throws LeftAsideException {
        if (attributes.isSymbolicLink()) {
            throw new LeftAsideException(LeftAside.LINK);
        }
        if (!attributes.isRegularFile()) {
            throw new LeftAsideException(LeftAside.SPECIAL_FILE);
        }
    }

    private static BasicFileAttributes attributes(SecureDirectoryStream<Path> parent, Path name) throws IOException {
        return parent.getFileAttributeView(name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                .readAttributes();
    }

    private static Node listed(SecureDirectoryStream<Path> folder, String path, Path name) throws IOException {
        String at = Node.join(path, RawName.of(name));
        try {
            return node(at, attributes(folder, name));
        } catch (NoSuchFileException e) {
            return new Node(at, Node.Kind.VANISHED, 0, Optional.empty());
        }
    }

    private static Node node(String path, BasicFileAttributes attributes) {
        Node.Kind kind = attributes.isSymbolicLink()
                ? Node.Kind.LINK
                : attributes.isDirectory()
                        ? Node.Kind.DIRECTORY
                        : attributes.isRegularFile() ? Node.Kind.FILE : Node.Kind.SPECIAL;
        return new Node(
                path,
                kind,
                kind == Node.Kind.FILE ? attributes.size() : 0,
                Optional.of(attributes.lastModifiedTime().toInstant()));
    }

    private static SecureDirectoryStream<Path> secure(DirectoryStream<Path> stream) throws IOException {
        if (stream instanceof SecureDirectoryStream<Path> secure) {
            return secure;
        }
        stream.close();
        throw new IOException("The mounted file system cannot be read without following links");
    }

    private static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    private static Path last(String path) {
        return RawName.path(path.substring(path.lastIndexOf('/') + 1));
    }
}
