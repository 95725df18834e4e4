package si.vpogled.request;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All cases together, counted.
 *
 * @param open every group in which there is a case now
 * @param weeks of the days asked for, oldest first, those without a case included
 * @param closed in these days
 * @param settled how they were closed
 */
public record CaseFigures(List<Open> open, List<Week> weeks, Closed closed, Map<Settlement, Long> settled) {
    public CaseFigures {
        open = List.copyOf(open);
        weeks = List.copyOf(weeks);
        settled = Map.copyOf(settled);
    }

    /** How near the last day for the answer is, in calendar days. */
    public enum Urgency {
        /** It is over. */
        OVERDUE,
        /** Today, or within three days. */
        NOW,
        /** In four to seven. */
        SOON,
        /** In eight to fourteen. */
        NEXT,
        /** In fifteen or more. */
        LATER
    }

    /**
     * Cases whose answer is still to be given.
     *
     * @param right a key of {@link Right}
     * @param state a key of {@link State#KEYS}
     */
    public record Open(String right, String state, Urgency urgency, long cases) {}

    /**
     * @param days the week from Monday to Sunday, as far as it lies within the days asked for
     */
    public record Week(Days days, long received, Closed closed) {}

    /**
     * @param cases that were closed: answered, refused, withdrawn or never confirmed
     * @param answered of these, with an answer or a refusal
     * @param median calendar days from receipt to that; of an even number of cases, the mean of the two in the middle
     * @param ninetieth calendar days within which nine of ten were answered
     * @param onTime of the answered, not later than the last day for it
     */
    public record Closed(
            long cases, long answered, Optional<BigDecimal> median, Optional<Integer> ninetieth, long onTime) {}
}
