package si.vpogled.connector.files;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.Eraser;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.Source.Bindings;

/**
 * Deletes what stands below a root of the subject's own: files one by one, mail folder by folder. Links go as links.
 * The root itself stays, so that the next look finds an empty folder and not a missing one.
 */
final class FilesEraser implements Eraser {
    private final FileTree tree;

    FilesEraser(FileTree tree) {
        this.tree = tree;
    }

    @Override
    public void erase(ObjectNode means, Scope scope, Progress progress) throws ConnectorException {
        FilesRead read = FilesRead.of(scope.read());
        Optional<Node> root = new Roots(tree).find(read, scope.bindings(), new NoVisitor());
        if (root.isEmpty()) {
            return;
        }
        Count count = new Count(scope.most(), progress);
        boolean whole =
                read.globs().include().isEmpty() && read.globs().exclude().isEmpty();
        boolean nothingLeft = switch (read.mode()) {
            case TREE, LIST -> files(read, root.get(), count);
            case MAILDIR -> mail(root.get(), count);
            case LOG -> throw Faults.misconfigured("Lines cannot be taken out of a log: say that it cannot be erased");
        };
        if (nothingLeft && whole && root.get().kind() == Node.Kind.DIRECTORY) {
            tidy(root.get(), read.mode() == FilesRead.Mode.MAILDIR);
        }
    }

    @Override
    public void tell(ObjectNode means, Bindings bindings) throws ConnectorException {
        throw Faults.misconfigured("A folder cannot be told of a hold");
    }

    @Override
    public void close() {
        tree.close();
    }

    /** Whether none is left. */
    private boolean files(FilesRead read, Node root, Count count) throws ConnectorException {
        Walk walk = new Walk(tree, root, read.globs(), new NoVisitor());
        Optional<Node> file = walk.next();
        while (file.isPresent() && !count.isReached()) {
            delete(file.get());
            count.add();
            file = walk.next();
        }
        return file.isEmpty();
    }

    /** Whether no message is left. */
    private boolean mail(Node folder, Count count) throws ConnectorException {
        List<Node> listed = Roots.listed(tree, folder);
        boolean held = false;
        for (Node below : listed) {
            if (Mailboxes.holdsMessages(below)) {
                held |= messages(below);
            }
        }
        if (held) {
            count.add();
        }
        boolean nothingLeft = true;
        for (Node below : listed) {
            if (below.kind() == Node.Kind.DIRECTORY && !Mailboxes.holdsMessages(below)) {
                nothingLeft = nothingLeft && !count.isReached() && mail(below, count);
            }
        }
        return nothingLeft;
    }

    /** Whether there were any. */
    private boolean messages(Node folder) throws ConnectorException {
        boolean held = false;
        for (Node message : Roots.listed(tree, folder)) {
            if (message.kind() == Node.Kind.FILE) {
                delete(message);
                held = true;
            }
        }
        return held;
    }

    /**
     * What is left once everything that counts has gone: links, folders without anything in them, and where mail was, the
     * mail server's own indexes. A file or a message that came meanwhile stays: nobody decided on it.
     */
    private void tidy(Node folder, boolean mail) throws ConnectorException {
        for (Node below : Roots.listed(tree, folder)) {
            switch (below.kind()) {
                case DIRECTORY -> {
                    tidy(below, mail);
                    if (Roots.listed(tree, below).isEmpty()) {
                        delete(below);
                    }
                }
                case LINK, SPECIAL -> delete(below);
                case FILE -> {
                    if (mail && !Mailboxes.holdsMessages(folder)) {
                        delete(below);
                    }
                }
                case VANISHED -> {
                    // gone already
                }
            }
        }
    }

    private void delete(Node node) throws ConnectorException {
        try {
            tree.delete(node);
        } catch (NoSuchFileException e) {
            return; // gone already
        } catch (AccessDeniedException e) {
            throw new ConnectorException(
                    FaultKind.REFUSED,
                    "The backend forbids deleting a file: give the user for erasing the right to write there",
                    e);
        } catch (LeftAsideException e) {
            throw new ConnectorException(
                    FaultKind.REFUSED, "A folder became a symbolic link, and nothing was deleted beyond it", e);
        } catch (IOException e) {
            throw Faults.of(e);
        }
    }

    private static final class Count {
        private final Progress progress;
        private long left;

        private Count(long most, Progress progress) {
            this.left = most;
            this.progress = progress;
        }

        private void add() throws ConnectorException {
            left--;
            progress.erased(1);
        }

        private boolean isReached() {
            return left <= 0;
        }
    }
}
