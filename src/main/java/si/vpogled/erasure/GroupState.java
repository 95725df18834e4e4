package si.vpogled.erasure;

/** How far a group of an approved plan is. */
public enum GroupState {
    /** Its connector has not done all of it, or its day has not come. */
    WAITING,
    /** All is gone, as its connector says. */
    DONE,
    /** Its connector said so, and it is still there. */
    CONTRADICTED,
    /** It was looked for again, and nothing is left. */
    PROVED,
    /** There is more than the plan says: nothing happens to it until there is another plan. */
    REPLANNED;

    /** Whether its connector has something to do, as soon as it is due. */
    boolean open() {
        return this == WAITING || this == CONTRADICTED;
    }
}
