package si.vpogled.request.chain;

/**
 * Something of the history is not as it was written.
 *
 * @param where the case's reference, and the number of the entry in its history; or a seal
 */
public record HistoryBreak(String where, Kind kind) {
    public enum Kind {
        CHANGED("was changed after it was written"),
        REMOVED("was removed"),
        REORDERED("stands in another place than it was written in"),
        BACK_DATED("tells of a time long before it was written"),
        ADDED("was added past what links the history"),
        RESEALED("is not the seal that was kept apart, or the ends of histories that it seals were changed"),
        OLDER_THAN_ITS_SEALS(
                "is the last seal of the database, and the store has later ones: an earlier state was restored");

        private final String told;

        Kind(String told) {
            this.told = told;
        }
    }

    static HistoryBreak of(String reference, long number, Kind kind) {
        return new HistoryBreak("entry " + number + " of " + reference, kind);
    }

    static HistoryBreak ofSeal(long number, Kind kind) {
        return new HistoryBreak("seal " + number, kind);
    }

    @Override
    public String toString() {
        return where + " " + kind.told;
    }
}
