package si.vpogled.connector.files;

import java.util.Optional;
import si.vpogled.connector.ConnectorException;

/** Files to be read, one after the other. */
interface Nodes {
    Optional<Node> next() throws ConnectorException;
}
