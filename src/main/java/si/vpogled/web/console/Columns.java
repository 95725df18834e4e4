package si.vpogled.web.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A chart of two standing columns for each week. All places are shares of its width and height, so that it fits any
 * window and its words keep their size.
 */
record Columns(List<Column> columns, List<Mark> marks, List<Mark> lines) {
    private static final double LEFT = 9;
    private static final double TOP = 8;
    private static final double BOTTOM = 86;
    private static final double BELOW = 97;
    private static final int MOST_MARKS = 3;
    private static final double GAP = 0.2;

    /**
     * @param second whether it is the right one of its two
     */
    record Column(String left, String top, String width, String height, boolean second) {}

    /** Words at a place. */
    record Mark(String left, String top, String words) {}

    record Pair(String words, long first, long second) {}

    static Columns of(List<Pair> pairs, java.util.function.LongFunction<String> number) {
        long highest = pairs.stream()
                .mapToLong(pair -> Math.max(pair.first(), pair.second()))
                .max()
                .orElse(0);
        long step = step(highest);
        long scale = Math.max(step, (highest + step - 1) / step * step);
        List<Column> columns = new ArrayList<>();
        List<Mark> marks = new ArrayList<>();
        double room = (100 - LEFT) / pairs.size();
        int every = (pairs.size() + MOST_MARKS - 1) / MOST_MARKS;
        for (int i = 0; i < pairs.size(); i++) {
            double left = LEFT + i * room;
            columns.add(column(
                    left + room * GAP / 2, room * (1 - GAP) / 2, pairs.get(i).first(), scale, false));
            columns.add(
                    column(left + room / 2, room * (1 - GAP) / 2, pairs.get(i).second(), scale, true));
            // the last ones have no room to their right
            if (i % every == 0 && (i == 0 || i + every <= pairs.size())) {
                marks.add(new Mark(
                        percent(left + room * GAP / 2),
                        percent(BELOW),
                        pairs.get(i).words()));
            }
        }
        List<Mark> lines = new ArrayList<>();
        for (long value = 0; value <= scale; value += step) {
            lines.add(new Mark(percent(0), percent(height(value, scale)), number.apply(value)));
        }
        return new Columns(List.copyOf(columns), List.copyOf(marks), List.copyOf(lines));
    }

    /** A round number of which two to five make the scale. */
    private static long step(long highest) {
        long power = 1;
        while (true) {
            for (long step : new long[] {power, 2 * power, 5 * power}) {
                if (highest <= 4 * step) {
                    return step;
                }
            }
            power *= 10;
        }
    }

    private static Column column(double left, double width, long value, long scale, boolean second) {
        double top = height(value, scale);
        return new Column(percent(left), percent(top), percent(width), percent(BOTTOM - top), second);
    }

    private static double height(long value, long scale) {
        return BOTTOM - (BOTTOM - TOP) * value / scale;
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f%%", share);
    }
}
