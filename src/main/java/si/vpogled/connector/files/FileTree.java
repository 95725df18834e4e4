package si.vpogled.connector.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import si.vpogled.connector.ConnectorException;

/**
 * A folder of a backend and all beneath it; safe for use by several threads. No method follows a symbolic link below
 * the folder, not even one that is put in the place of a file or folder between two calls.
 *
 * <p>Each method throws {@link NoSuchFileException} for what is not there, {@link AccessDeniedException} for what may
 * not be read, {@link LeftAsideException} for what is a link or special, {@link ConnectorException} for faults of the
 * backend.
 */
interface FileTree extends AutoCloseable {
    Node stat(String path) throws IOException, ConnectorException;

    /** What stands in a folder, in no order. */
    List<Node> list(String path) throws IOException, ConnectorException;

    /** A file's content, as long as it was when opened; what is appended meanwhile is not of this answer. */
    Bounded open(Node file) throws IOException, ConnectorException;

    /** Deletes a file, a link as such, or a folder that is empty. Only on a tree that was opened to erase. */
    void delete(Node node) throws IOException, ConnectorException;

    @Override
    void close();
}
