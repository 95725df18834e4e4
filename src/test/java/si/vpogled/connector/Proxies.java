package si.vpogled.connector;

import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import si.vpogled.demo.server.FaultyProxy;

/** A faulty proxy for each port of a backend. */
final class Proxies implements AutoCloseable {
    private final Map<Integer, FaultyProxy> proxies = new LinkedHashMap<>();

    Proxies(Collection<Integer> ports, FaultyProxy.Conduct conduct) throws IOException {
        for (int port : ports) {
            proxies.put(port, FaultyProxy.to(port).conduct(conduct));
        }
    }

    /** The proxy's own port, for that of the backend. */
    int port(int backend) {
        return proxies.get(backend).port();
    }

    @Override
    public void close() throws IOException {
        for (FaultyProxy proxy : proxies.values()) {
            proxy.close();
        }
    }
}
