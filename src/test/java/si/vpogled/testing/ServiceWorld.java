package si.vpogled.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import si.vpogled.demo.WorldProcess;

/**
 * The demo's world around a service under test: database, mail and backends as real servers. One for all tests of a
 * test run, so each test makes cases of its own.
 */
public final class ServiceWorld implements QuarkusTestResourceLifecycleManager {
    /** Where {@link WorldEnvironment} finds what a packaged service finds in its environment, as JSON. */
    static final String ENVIRONMENT = "vpogled.test.environment";

    /** Where tests find the mailbox. */
    public static final String MAILBOX = "vpogled.test.mailbox";

    /** From where a proxy would ask that the service trusts; tests ask from 127.0.0.1 otherwise. */
    public static final String PROXY = "127.0.0.2";

    private WorldProcess world;

    @Override
    public Map<String, String> start() {
        world = WorldProcess.start();
        Map<String, String> config = new HashMap<>();
        world.facts().environment().forEach((name, value) -> config.put(property(name), value));
        config.put(ENVIRONMENT, json(world.facts().backends()));
        config.put(MAILBOX, world.facts().mailbox());
        config.put("vpogled.base-url", "http://localhost:8081");
        config.put("quarkus.http.test-port", "0");
        config.put("quarkus.http.proxy.proxy-address-forwarding", "true");
        config.put("quarkus.http.proxy.allow-x-forwarded", "true");
        config.put("quarkus.http.proxy.trusted-proxies", PROXY);
        // a busy machine may take its time to start
        config.put("quarkus.datasource.jdbc.acquisition-timeout", "60S");
        return config;
    }

    private static String property(String variable) {
        return variable.toLowerCase(Locale.ROOT)
                .replace("__", ".")
                .replace('_', '.')
                .replace("master.key", "master-key")
                .replace("rights.offered", "rights-offered")
                .replace("start.tls", "start-tls");
    }

    private static String json(Map<String, String> map) {
        try {
            return new ObjectMapper().writeValueAsString(map);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void stop() {
        if (world != null) {
            world.close();
        }
    }
}
