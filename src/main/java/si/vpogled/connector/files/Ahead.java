package si.vpogled.connector.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import si.vpogled.connector.ConnectorException;

/**
 * Hands files out in order while those after them are read already, so that a backend's delay is paid once for many. At
 * most {@value #WINDOW} files, {@value #ROOM} bytes together, are held; one larger than {@value #SMALL} bytes is opened
 * when its turn comes. Whatever it opened and nobody took, it closes.
 */
final class Ahead implements AutoCloseable {
    private static final int WINDOW = 48;
    private static final int SMALL = 1 << 20;
    private static final int ROOM = 8 << 20;

    private final FileTree tree;
    private final Nodes nodes;
    private final Deque<Next> window = new ArrayDeque<>();
    private final ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor();
    private Optional<Next> handedOut = Optional.empty();
    private long held;

    Ahead(FileTree tree, Nodes nodes) {
        this.tree = tree;
        this.nodes = nodes;
    }

    /** The next file, to be opened before another is asked for. */
    Optional<Next> next() throws ConnectorException {
        handedOut.ifPresent(Next::abandon);
        Optional<Node> more = Optional.empty();
        while (window.size() < WINDOW && held <= ROOM - SMALL && (more = nodes.next()).isPresent()) {
            Next next = begun(more.get());
            held += next.held();
            window.add(next);
        }
        handedOut = Optional.ofNullable(window.poll());
        handedOut.ifPresent(next -> held -= next.held());
        return handedOut;
    }

    @Override
    public void close() {
        handedOut.ifPresent(Next::abandon);
        window.forEach(Next::abandon);
        readers.shutdownNow();
    }

    private Next begun(Node node) {
        if (node.size() > SMALL) {
            return new Next(node, Optional.empty());
        }
        CompletableFuture<Bounded> read = new CompletableFuture<>();
        readers.execute(() -> read(node, read));
        return new Next(node, Optional.of(read));
    }

    private void read(Node node, CompletableFuture<Bounded> read) {
        try {
            Bounded content = content(node);
            if (!read.complete(content)) {
                closed(content);
            }
        } catch (IOException | ConnectorException | RuntimeException e) {
            read.completeExceptionally(e);
        }
    }

    private Bounded content(Node node) throws IOException, ConnectorException {
        Bounded opened = tree.open(node);
        if (opened.length() > node.size()) {
            // it grew since it was listed: there may be no room for it
            return opened;
        }
        try (opened) {
            byte[] content = new byte[(int) opened.length()];
            int length = opened.readNBytes(content, 0, content.length);
            return new Bounded(new ByteArrayInputStream(content, 0, length), length);
        }
    }

    private static void closed(Bounded content) {
        try {
            content.close();
        } catch (IOException e) {
            // nobody wants it any more
        }
    }

    /** A file whose content is at hand, or on its way. */
    final class Next {
        private final Node node;
        private final Optional<CompletableFuture<Bounded>> read;
        private boolean taken;

        private Next(Node node, Optional<CompletableFuture<Bounded>> read) {
            this.node = node;
            this.read = read;
        }

        Node node() {
            return node;
        }

        private long held() {
            return read.isPresent() ? node.size() : 0;
        }

        /**
         * @throws IOException as {@link FileTree#open}
         */
        Bounded open() throws IOException, ConnectorException {
            if (read.isEmpty()) {
                return tree.open(node);
            }
            try {
                Bounded content = read.get().get();
                taken = true;
                return content;
            } catch (InterruptedException e) {
                throw Faults.ended(e);
            } catch (ExecutionException e) {
                switch (e.getCause()) {
                    case IOException failed -> throw failed;
                    case ConnectorException fault -> throw fault;
                    case Throwable other -> throw new IllegalStateException(other);
                }
            }
        }

        /** Who reads it still, finds that nobody waits, and closes it himself. */
        private void abandon() {
            if (!taken
                    && read.isPresent()
                    && !read.get().cancel(false)
                    && !read.get().isCompletedExceptionally()) {
                closed(read.get().join());
            }
        }
    }
}
