package si.vpogled.connector.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.Source.Bindings;
import si.vpogled.connector.Visitor;
import si.vpogled.connector.Visitor.LeftAside;

/** Finds the root of a read: the folder, or the one file, of one subject. */
record Roots(FileTree tree) {
    /** Empty where the subject has none. */
    Optional<Node> find(FilesRead read, Bindings bindings, Visitor visitor) throws ConnectorException {
        List<String> segments = read.root().bound(bindings::value);
        String path = "";
        Optional<Node> found = Optional.of(node(path).orElseThrow(Roots::gone));
        for (int at = 0; at < segments.size() && found.isPresent(); at++) {
            path = Node.join(path, segments.get(at));
            found = node(path);
            if (found.filter(node -> node.kind() == Node.Kind.LINK).isPresent()) {
                link(at < read.root().fixed(), visitor);
                return Optional.empty();
            }
        }
        if (found.isEmpty()) {
            missing(read);
        }
        return found;
    }

    /** That the part of the root which is of all subjects is there, and the source no empty mount point. */
    void test(FilesRead read) throws ConnectorException {
        String common = common(read);
        if (node(common).isEmpty() || common.isEmpty()) {
            if (listed(tree, node("").orElseThrow(Roots::gone)).isEmpty()) {
                throw new ConnectorException(
                        FaultKind.UNAVAILABLE, "The source's folder is empty: check that it is mounted");
            }
            node(common).orElseThrow(Roots::gone);
        }
    }

    /** That what a run will look into can be listed. Nothing is opened. */
    void rehearse(FilesRead read) throws ConnectorException {
        test(read);
        Optional<Node> common = node(common(read));
        if (common.filter(node -> node.kind() == Node.Kind.DIRECTORY).isPresent()) {
            listed(tree, common.get());
        }
        if (common.isPresent() && read.log().isPresent() && !read.root().personal()) {
            new Walk(tree, common.get(), read.globs(), new NoVisitor()).next().orElseThrow(Roots::noLog);
        }
    }

    private static String common(FilesRead read) {
        return String.join(
                "/", read.root().common().segments().stream().map(RawName::of).toList());
    }

    /** A root's listing, sorted; the backend must let us have it. */
    static List<Node> listed(FileTree tree, Node root) throws ConnectorException {
        try {
            return Walk.sorted(tree.list(root.path()));
        } catch (AccessDeniedException e) {
            throw denied(e);
        } catch (NoSuchFileException e) {
            throw new ConnectorException(FaultKind.UNAVAILABLE, "The root vanished while it was read", e);
        } catch (IOException e) {
            throw Faults.of(e);
        }
    }

    private Optional<Node> node(String path) throws ConnectorException {
        try {
            return Optional.of(tree.stat(path)).filter(node -> node.kind() != Node.Kind.VANISHED);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (AccessDeniedException e) {
            throw denied(e);
        } catch (IOException e) {
            throw Faults.of(e);
        }
    }

    private void missing(FilesRead read) throws ConnectorException {
        if (read.missingIsFault()) {
            throw gone();
        }
        test(read);
    }

    private static void link(boolean operators, Visitor visitor) throws ConnectorException {
        if (operators) {
            throw Faults.misconfigured("The root leads over a symbolic link: name the folder that it leads to");
        }
        visitor.leftAside(LeftAside.LINK);
    }

    private static ConnectorException denied(IOException e) {
        return new ConnectorException(
                FaultKind.REFUSED, "The backend forbids reading the root: give the source's user the right to", e);
    }

    /** Where everybody's log should be. */
    static ConnectorException noLog() {
        return Faults.misconfigured("There is no log file below the root of the read: correct root or include");
    }

    private static ConnectorException gone() {
        return Faults.misconfigured("The root of the read is not there: correct root, or the source's folder");
    }
}
