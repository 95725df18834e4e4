package si.vpogled.web.words;

import si.vpogled.collection.RunState;
import si.vpogled.text.Text;

/** How far a source is, in plain words. */
public final class RunWords {
    private RunWords() {}

    /** For the subject. */
    public static Text forSubject(RunState state) {
        return switch (state) {
            case WAITING, QUEUED -> new Text("na vrsti", "waiting its turn");
            case RUNNING -> new Text("zbiramo podatke", "being collected");
            case RETRYING ->
                new Text("trenutno ni dosegljivo, poskusimo znova", "cannot be reached now, we are trying again");
            case ANSWERED -> new Text("zbrano", "collected");
            case FAILED -> new Text("še ni odgovora, to rešujemo", "no answer yet, we are looking into it");
            case NOT_NEEDED -> new Text("tam o vas ni ničesar", "nothing about you there");
            case CANCELLED -> new Text("ustavljeno", "stopped");
        };
    }

    /** For staff. */
    public static Text forStaff(RunState state) {
        return switch (state) {
            case WAITING -> new Text("čaka na druge vire", "waits for other sources");
            case QUEUED -> new Text("na vrsti", "queued");
            case RUNNING -> new Text("v teku", "running");
            case RETRYING -> new Text("ni dosegljivo, samodejni ponovni poskus", "unavailable, tried again by itself");
            case ANSWERED -> new Text("odgovorjeno", "answered");
            case FAILED -> new Text("neuspešno", "failed");
            case NOT_NEEDED -> new Text("oseba tam ni znana", "the person is not known there");
            case CANCELLED -> new Text("preklicano", "cancelled");
        };
    }
}
