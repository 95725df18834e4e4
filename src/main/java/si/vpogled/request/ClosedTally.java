package si.vpogled.request;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts closed cases by the days that their answers took: few numbers, however many cases there are. */
final class ClosedTally {
    private final SortedMap<Integer, Long> answered = new TreeMap<>();
    private long cases;
    private long onTime;

    /**
     * @param days from receipt
     * @param inTime not later than the last day for the answer
     * @param count cases of which all this is so
     */
    void add(Settlement how, int days, boolean inTime, long count) {
        cases += count;
        if (how.answer()) {
            answered.merge(days, count, Long::sum);
            onTime += inTime ? count : 0;
        }
    }

    CaseFigures.Closed figures() {
        long all = answered.values().stream().mapToLong(Long::longValue).sum();
        if (all == 0) {
            return new CaseFigures.Closed(cases, 0, Optional.empty(), Optional.empty(), 0);
        }
        long inTheMiddle = (long) at((all + 1) / 2) + at(all / 2 + 1);
        return new CaseFigures.Closed(
                cases,
                all,
                Optional.of(BigDecimal.valueOf(inTheMiddle).divide(BigDecimal.TWO)),
                Optional.of(at((all * 9 + 9) / 10)),
                onTime);
    }

    /** The days of the answer at a place, 1 being the quickest. */
    private int at(long place) {
        long passed = 0;
        for (Map.Entry<Integer, Long> entry : answered.entrySet()) {
            passed += entry.getValue();
            if (passed >= place) {
                return entry.getKey();
            }
        }
        throw new IllegalArgumentException("There is no answer at place " + place);
    }
}
