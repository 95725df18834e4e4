package si.vpogled.bench;

import java.util.ArrayList;
import java.util.List;

/** Times of two ways to do one thing, taken in turn so that both meet the same machine. */
final class Medians {
    private final List<Double> first = new ArrayList<>();
    private final List<Double> second = new ArrayList<>();

    /** Something that takes time; returns the seconds that count. */
    interface Work {
        double seconds() throws Exception;
    }

    static Medians alternating(int rounds, Work one, Work other) throws Exception {
        Medians medians = new Medians();
        for (int round = 0; round < rounds; round++) {
            medians.first.add(one.seconds());
            medians.second.add(other.seconds());
            System.err.printf("  %.2f s, %.2f s%n", medians.first.getLast(), medians.second.getLast());
        }
        return medians;
    }

    double first() {
        return median(first);
    }

    double second() {
        return median(second);
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
    }
}
