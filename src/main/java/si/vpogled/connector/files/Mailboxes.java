package si.vpogled.connector.files;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.Visitor;
import si.vpogled.connector.Visitor.LeftAside;

/**
 * Maildir mailboxes anywhere below a root. A folder with {@code cur} or {@code new} in it is one; the folders beneath
 * it, {@code .Sent.2025} by Maildir++ or plain ones, are folders of the same mailbox. Each becomes one mbox, named
 * {@code <mailbox>/<folder>.mbox}, the mailbox's own folder {@code INBOX}.
 */
record Mailboxes(FileTree tree, Visitor visitor) {
    private static final int DEPTH = 64;

    /** What mail servers keep beside messages for themselves, by its whole name: others may begin as it does. */
    private static final Pattern INDEX = Pattern.compile("("
            + "dovecot\\.(list\\.)?index(\\.(log(\\.2)?|cache|backup|thread|search(\\.uids)?))?"
            + "|dovecot\\.mailbox\\.log(\\.2)?|dovecot\\.autoexpunge|dovecot-(uidlist|keywords|shared|vsize|acl(-list)?)"
            + "|dovecot-uidvalidity(\\.[0-9a-f]{8})?|\\.dovecot\\.(lda-dupes|svbin)"
            + "|courierimap(uiddb|subscribed|acl|keywords)|courierpop3dsizelist"
            + "|\\.?subscriptions|maildir(size|folder)|\\.(customflags|uidvalidity)"
            + ")(\\.lock|\\.tmp)?|\\.lock");

    void read(Node root, Globs globs) throws ConnectorException {
        if (root.kind() != Node.Kind.DIRECTORY) {
            visitor.leftAside(LeftAside.NO_MESSAGE);
        } else {
            folder(root, Roots.listed(tree, root), new Place("", Optional.empty(), 0), globs);
        }
    }

    /**
     * @param path below the root, for people
     * @param mailbox the path of the mailbox that it lies in
     */
    private record Place(String path, Optional<String> mailbox, int depth) {
        Place below(String name) {
            String shown = ModifiedUtf7.decode(
                    RawName.shown(mailbox.isPresent() && name.startsWith(".") ? name.substring(1) : name));
            return new Place(Node.join(path, shown), mailbox, depth + 1);
        }

        Place asMailbox() {
            return new Place(path, Optional.of(mailbox.orElse(path)), depth);
        }

        String mbox() {
            String name = mailbox.filter(path::equals).isPresent() ? Node.join(path, "INBOX") : path;
            return name + ".mbox";
        }
    }

    private void folder(Node folder, List<Node> listed, Place place, Globs globs) throws ConnectorException {
        boolean maildir = listed.stream().anyMatch(Mailboxes::holdsMessages);
        Place here = maildir ? place.asMailbox() : place;
        if (maildir && globs.wants(here.mbox())) {
            messages(listed, here.mbox());
        }
        for (Node node : listed) {
            switch (node.kind()) {
                case DIRECTORY -> {
                    if (!(maildir && (holdsMessages(node) || node.name().equals("tmp")))) {
                        descend(node, here, globs);
                    }
                }
                case LINK, SPECIAL -> leftAside(node);
                case FILE -> {
                    if (node.size() > 0 && !INDEX.matcher(node.name()).matches()) {
                        visitor.leftAside(LeftAside.NO_MESSAGE);
                    }
                }
                case VANISHED -> {
                    // a lock or a new index of the mail server: it lets no message vanish here
                }
            }
        }
    }

    private void descend(Node folder, Place above, Globs globs) throws ConnectorException {
        if (above.depth() >= DEPTH) {
            throw new ConnectorException(FaultKind.REFUSED, "Folders are nested deeper than " + DEPTH);
        }
        folder(folder, below(folder), above.below(folder.name()), globs);
    }

    private void messages(List<Node> listed, String mbox) throws ConnectorException {
        List<Node> messages = new ArrayList<>();
        for (Node node : listed) {
            if (holdsMessages(node)) {
                below(node).stream()
                        .filter(message -> message.kind() == Node.Kind.FILE || leftAside(message))
                        .forEach(messages::add);
            }
        }
        if (messages.isEmpty()) {
            return;
        }
        messages.sort(Comparator.comparing(Node::name).thenComparing(Node::path));
        try (MboxStream content = new MboxStream(tree, messages)) {
            new Delivery(content, () -> new MboxStream(tree, messages)).to(visitor, mbox, "application/mbox");
            content.leftAside().forEach(visitor::leftAside);
        } catch (IOException e) {
            throw Faults.of(e);
        }
    }

    private boolean leftAside(Node node) {
        switch (node.kind()) {
            case LINK -> visitor.leftAside(LeftAside.LINK);
            case SPECIAL -> visitor.leftAside(LeftAside.SPECIAL_FILE);
            case VANISHED -> visitor.leftAside(LeftAside.VANISHED);
            case DIRECTORY -> visitor.leftAside(LeftAside.NO_MESSAGE);
            case FILE -> {}
        }
        return false;
    }

    private List<Node> below(Node folder) throws ConnectorException {
        try {
            return Walk.sorted(tree.list(folder.path()));
        } catch (IOException e) {
            visitor.leftAside(LeftAsideException.reason(e).orElseThrow(() -> Faults.of(e)));
            return List.of();
        }
    }

    static boolean holdsMessages(Node node) {
        return node.kind() == Node.Kind.DIRECTORY
                && (node.name().equals("cur") || node.name().equals("new"));
    }
}
