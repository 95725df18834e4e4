package si.vpogled.demo;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.slf4j.LoggerFactory;

/** The log of a process of the demo's. */
final class DemoLog {
    private DemoLog() {}

    /**
     * Warnings only. To be called first: threads that come to log at the same time, before anybody did, may each hold
     * what the other needs to begin, for ever.
     */
    static void begin() {
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        Logger.getLogger("").setLevel(Level.WARNING);
        LoggerFactory.getILoggerFactory();
    }
}
