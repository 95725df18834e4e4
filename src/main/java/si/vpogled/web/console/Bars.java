package si.vpogled.web.console;

import java.util.List;
import java.util.Locale;

/** A chart of lying bars, each below its words. Widths are shares, heights are pixels, so that words keep their size. */
record Bars(String title, List<Bar> bars, int height) {
    private static final int ROW = 44;
    private static final int WORDS = 16;
    private static final int GAP = 6;

    /**
     * @param words of what, and how many
     * @param bad whether it is nothing to be glad of
     */
    record Bar(String words, int wordsAt, int barAt, String width, boolean bad) {}

    record Value(String words, long count, boolean bad) {}

    static Bars of(String title, List<Value> values) {
        long most = values.stream().mapToLong(Value::count).max().orElse(0);
        List<Bar> bars = new java.util.ArrayList<>();
        for (Value value : values) {
            int top = bars.size() * ROW;
            bars.add(new Bar(
                    value.words(),
                    top + WORDS,
                    top + WORDS + GAP,
                    share(value.count(), Math.max(1, most)),
                    value.bad()));
        }
        return new Bars(title, List.copyOf(bars), values.size() * ROW);
    }

    /** In per cent. */
    static String share(long part, long whole) {
        return String.format(Locale.ROOT, "%.2f%%", 100.0 * part / whole);
    }
}
