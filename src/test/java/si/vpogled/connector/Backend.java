package si.vpogled.connector;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import si.vpogled.connector.definition.ConnectorDefinition;

/** A real backend with people of its own, and the connector that is held to its contract against it. */
public interface Backend {
    /** The folder with the definition. */
    Path definitions() throws IOException;

    String connector();

    /** What reaches the backend. */
    Map<String, String> environment();

    Person one();

    /** Somebody with several accounts. */
    Person several();

    /** Somebody with 100,000 records of one item or more, who is asked for what they are said to have. */
    Person many();

    /** Somebody with {@link ConnectorContractTest#AWKWARD} as a value. */
    Person awkward();

    /** The connector's definition, loaded. */
    ConnectorDefinition definition();

    /** For one run, in a folder of the test's own. */
    Ordered ordered();
}
