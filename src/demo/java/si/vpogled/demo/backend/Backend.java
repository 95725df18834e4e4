package si.vpogled.demo.backend;

import java.util.Map;

/** One of the provider's systems, running. */
public interface Backend extends AutoCloseable {
    /** What the connector's definition expects in the environment: addresses, users and secrets. */
    Map<String, String> environment();

    /** What the definition expects besides where something is erased: users and secrets of their own. */
    Map<String, String> erasing();

    @Override
    void close();
}
