package si.vpogled.connector.files;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.Visitor;
import si.vpogled.connector.Visitor.LeftAside;

/** Every wanted regular file below a root, depth first, by the bytes of the names; one listing per level in memory. */
final class Walk implements Nodes {
    private static final int DEPTH = 256;

    private final FileTree tree;
    private final Node root;
    private final Globs globs;
    private final Visitor visitor;
    private long files;
    private final Deque<Iterator<Node>> levels = new ArrayDeque<>();

    Walk(FileTree tree, Node root, Globs globs, Visitor visitor) throws ConnectorException {
        this.tree = tree;
        this.root = root;
        this.globs = globs;
        this.visitor = visitor;
        if (root.kind() == Node.Kind.DIRECTORY) {
            levels.push(Roots.listed(tree, root).iterator());
        } else {
            levels.push(List.of(root).iterator());
        }
    }

    @Override
    public Optional<Node> next() throws ConnectorException {
        while (!levels.isEmpty()) {
            if (!levels.peek().hasNext()) {
                levels.pop();
                continue;
            }
            Node node = levels.peek().next();
            switch (node.kind()) {
                case FILE -> {
                    if (globs.wants(shown(node))) {
                        files++;
                        return Optional.of(node);
                    }
                }
                case DIRECTORY -> descend(node);
                case LINK -> leaveAside(node, LeftAside.LINK);
                case SPECIAL -> leaveAside(node, LeftAside.SPECIAL_FILE);
                case VANISHED -> leaveAside(node, LeftAside.VANISHED);
            }
        }
        return Optional.empty();
    }

    /** How many were wanted so far. */
    long files() {
        return files;
    }

    /** The path below the root, for people; of a root that is a file, its name. */
    String shown(Node node) {
        return RawName.shown(node.equals(root) ? node.name() : below(node));
    }

    private String below(Node node) {
        return root.path().isEmpty()
                ? node.path()
                : node.path().substring(root.path().length() + 1);
    }

    private void leaveAside(Node node, LeftAside reason) {
        if (globs.wants(shown(node))) {
            visitor.leftAside(reason);
        }
    }

    private void descend(Node folder) throws ConnectorException {
        if (globs.excludesFolder(shown(folder)) || !globs.reach(shown(folder))) {
            return;
        }
        if (levels.size() >= DEPTH) {
            throw new ConnectorException(FaultKind.REFUSED, "Folders are nested deeper than " + DEPTH);
        }
        try {
            levels.push(sorted(tree.list(folder.path())).iterator());
        } catch (IOException e) {
            visitor.leftAside(LeftAsideException.reason(e).orElseThrow(() -> Faults.of(e)));
        }
    }

    static List<Node> sorted(List<Node> nodes) {
        return nodes.stream().sorted(Comparator.comparing(Node::path)).toList();
    }
}
