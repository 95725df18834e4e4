package si.vpogled.connector.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.Visitor.LeftAside;

/** The messages of one mail folder, one after the other, as an mbox (RFC 4155, quoted by mboxrd's rule). */
final class MboxStream extends InputStream {
    private final FileTree tree;
    private final Ahead ahead;
    private final List<LeftAside> leftAside = new ArrayList<>();
    private InputStream message = InputStream.nullInputStream();

    MboxStream(FileTree tree, List<Node> messages) {
        this.tree = tree;
        Iterator<Node> left = messages.iterator();
        this.ahead = new Ahead(tree, () -> left.hasNext() ? Optional.of(left.next()) : Optional.empty());
    }

    /** What was left aside so far. */
    List<LeftAside> leftAside() {
        return List.copyOf(leftAside);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = message.read(bytes, offset, length);
        while (read < 0 && advanced()) {
            read = message.read(bytes, offset, length);
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        ahead.close();
        message.close();
    }

    private boolean advanced() throws IOException {
        message.close();
        try {
            Optional<Ahead.Next> next = ahead.next();
            if (next.isEmpty()) {
                return false;
            }
            message = opened(next.get());
            return true;
        } catch (ConnectorException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private InputStream opened(Ahead.Next next) throws IOException, ConnectorException {
        try {
            InputStream content = content(next);
            try {
                return new MboxMessage(content, next.node());
            } catch (IOException e) {
                content.close();
                throw e;
            }
        } catch (IOException e) {
            Optional<LeftAside> reason = LeftAsideException.reason(e);
            leftAside.add(reason.orElseThrow(() -> e));
            return InputStream.nullInputStream();
        }
    }

    /** A message that is read or flagged meanwhile is renamed, and moved from new to cur. */
    private InputStream content(Ahead.Next next) throws IOException, ConnectorException {
        try {
            return next.open();
        } catch (NoSuchFileException e) {
            String path = next.node().path();
            String box = path.substring(0, path.lastIndexOf('/'));
            String cur = Node.join(box.substring(0, Math.max(0, box.lastIndexOf('/'))), "cur");
            return tree.open(tree.list(cur).stream()
                    .filter(node -> unique(node).equals(unique(next.node())))
                    .findFirst()
                    .orElseThrow(() -> e));
        }
    }

    private static String unique(Node message) {
        return message.name().split(":", 2)[0];
    }
}
