package si.vpogled.connector.files;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Collection;
import java.util.Optional;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.Source;
import si.vpogled.connector.Visitor;

/** An open folder, read in one of four ways. */
final class FilesSource implements Source {
    private final FileTree tree;
    private final Roots roots;

    FilesSource(FileTree tree) {
        this.tree = tree;
        this.roots = new Roots(tree);
    }

    @Override
    public void test(ObjectNode read, Collection<String> fields) throws ConnectorException {
        FilesRead asked = understood(read);
        for (String field : fields) {
            boolean known = switch (asked.mode()) {
                case TREE, MAILDIR -> false;
                case LIST -> ListedFile.FIELDS.contains(field);
                case LOG -> asked.log().orElseThrow().groups().contains(field);
            };
            if (!known) {
                throw Faults.misconfigured("The read has no place named " + field + ": correct the field's from");
            }
        }
        roots.rehearse(asked);
    }

    @Override
    public void read(ObjectNode read, Bindings bindings, Visitor visitor) throws ConnectorException {
        FilesRead asked = understood(read);
        Optional<Node> root = roots.find(asked, bindings, visitor);
        if (root.isEmpty()) {
            return;
        }
        switch (asked.mode()) {
            case TREE -> tree(walk(asked, root.get(), visitor), visitor);
            case LIST -> list(walk(asked, root.get(), visitor), visitor);
            case MAILDIR -> new Mailboxes(tree, visitor).read(root.get(), asked.globs());
            case LOG -> log(asked, walk(asked, root.get(), visitor), bindings, visitor);
        }
    }

    @Override
    public void close() {
        tree.close();
    }

    private void log(FilesRead read, Walk walk, Bindings bindings, Visitor visitor) throws ConnectorException {
        new LogFiles(tree, read.log().orElseThrow(), LogNames.of(bindings), visitor).read(walk);
        if (!read.root().personal() && walk.files() == 0) {
            throw Roots.noLog();
        }
    }

    private Walk walk(FilesRead read, Node root, Visitor visitor) throws ConnectorException {
        return new Walk(tree, root, read.globs(), visitor);
    }

    private void tree(Walk walk, Visitor visitor) throws ConnectorException {
        try (Ahead ahead = new Ahead(tree, walk)) {
            for (Optional<Ahead.Next> next = ahead.next(); next.isPresent(); next = ahead.next()) {
                Node node = next.get().node();
                try (Bounded content = next.get().open()) {
                    new Delivery(content, () -> tree.open(node))
                            .to(visitor, walk.shown(node), node.modified(), Optional.of(content.length()));
                } catch (IOException e) {
                    visitor.leftAside(LeftAsideException.reason(e).orElseThrow(() -> Faults.of(e)));
                }
            }
        }
    }

    private static void list(Walk walk, Visitor visitor) throws ConnectorException {
        for (Optional<Node> node = walk.next(); node.isPresent(); node = walk.next()) {
            visitor.row(new ListedFile(walk.shown(node.get()), node.get()));
        }
    }

    private static FilesRead understood(ObjectNode read) throws ConnectorException {
        try {
            return FilesRead.of(read);
        } catch (IllegalArgumentException e) {
            throw Faults.misconfigured(e.getMessage());
        }
    }
}
