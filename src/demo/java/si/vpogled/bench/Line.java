package si.vpogled.bench;

/** A row of the table. */
record Line(String what, String ours, String baseline, String ratio, String goal) {
    static final String HEAD = """
            | what | Vpogled | baseline | ratio | goal |
            |---|---|---|---|---|""";

    static Line missing(String what, String command, String goal) {
        return new Line(what, "–", "not measured: there is no command " + command + " here", "–", goal);
    }

    @Override
    public String toString() {
        return "| " + String.join(" | ", what, ours, baseline, ratio, goal) + " |";
    }
}
