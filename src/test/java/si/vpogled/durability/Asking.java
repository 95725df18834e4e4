package si.vpogled.durability;

import java.io.UncheckedIOException;
import java.time.Duration;
import si.vpogled.demo.Journey;

/** Somebody who looks where their case stands, and goes on, where a process that was killed gave no answer. */
final class Asking {
    private final Journey journey;
    private boolean cut;

    Asking(Journey journey) {
        this.journey = journey;
    }

    Journey answered(Duration patience) {
        while (!wentOn(patience)) {
            // there is no telling what became of the last request
        }
        return journey;
    }

    private boolean wentOn(Duration patience) {
        try {
            if (cut && journey.session().isEmpty()) {
                enter();
            }
            journey.finish(patience);
            return true;
        } catch (UncheckedIOException e) {
            cut = true;
            return false;
        } catch (IllegalStateException e) {
            // refused where the request without an answer had its effect after all, and only then
            if (!cut) {
                throw e;
            }
            cut = false;
            return false;
        }
    }

    private void enter() {
        try {
            journey.confirm();
        } catch (IllegalStateException e) {
            // the link was used by the request that had no answer
            journey.signIn();
        }
    }
}
