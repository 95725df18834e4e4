package si.vpogled.connector.http;

import java.time.Duration;

/** Lets time pass; tests move their clock instead. */
@FunctionalInterface
interface Pause {
    void pause(Duration time) throws InterruptedException;
}
