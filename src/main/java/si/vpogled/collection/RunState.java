package si.vpogled.collection;

import java.util.Locale;

/** Where a run stands. */
public enum RunState {
    /** What it needs is not known yet. */
    WAITING,
    /** Launched as soon as there is room. */
    QUEUED,
    RUNNING,
    /** The backend was unavailable; tried again by itself. */
    RETRYING,
    ANSWERED,
    /** It will not answer without somebody's doing; some items may have been found all the same. */
    FAILED,
    /** Nobody is known there: there is nothing to look up. */
    NOT_NEEDED,
    /** The case ended before. */
    CANCELLED;

    /** Whether it stays so without somebody's doing. */
    public boolean ended() {
        return switch (this) {
            case WAITING, QUEUED, RUNNING, RETRYING -> false;
            case ANSWERED, FAILED, NOT_NEEDED, CANCELLED -> true;
        };
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
