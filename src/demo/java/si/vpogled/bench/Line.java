package si.vpogled.bench;

import java.util.Locale;

/** A row of the table. */
record Line(String what, String ours, String baseline, String ratio, String goal) {
    static final String HEAD = """
            | what | Vpogled | baseline | ratio | goal |
            |---|---|---|---|---|""";

    static Line of(String what, double ours, Timed baseline, String goal) {
        return new Line(
                what,
                seconds(ours),
                seconds(baseline.seconds()) + " " + baseline.what(),
                String.format(Locale.ROOT, "%.2f ×", ours / baseline.seconds()),
                goal);
    }

    /** A baseline. */
    record Timed(String what, double seconds) {}

    static Line missing(String what, String command, String goal) {
        return new Line(what, "–", "not measured: there is no command " + command + " here", "–", goal);
    }

    static String seconds(double seconds) {
        return String.format(Locale.ROOT, seconds < 10 ? "%.2f s" : "%.1f s", seconds);
    }

    @Override
    public String toString() {
        return "| " + String.join(" | ", what, ours, baseline, ratio, goal) + " |";
    }
}
