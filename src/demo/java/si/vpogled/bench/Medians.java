package si.vpogled.bench;

import java.util.ArrayList;
import java.util.List;

/** Two ways to do one thing, done in turn so that both meet the same machine. */
record Medians(Spent first, Spent second) {
    /** Something that takes time, and tells what counts. */
    interface Work {
        Spent done() throws Exception;
    }

    static Medians alternating(int rounds, Work one, Work other) throws Exception {
        List<Spent> first = new ArrayList<>();
        List<Spent> second = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            first.add(one.done());
            second.add(other.done());
            System.err.println("  " + first.getLast() + ", " + second.getLast());
        }
        return new Medians(Spent.median(first), Spent.median(second));
    }

    Line line(String what, String baseline, String goal) {
        return new Line(what, first.toString(), baseline + " " + second, first.over(second), goal);
    }
}
