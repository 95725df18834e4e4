package si.vpogled.bench;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What something took.
 *
 * @param seconds by the clock
 * @param cpu seconds of processors, all of them together: hardly differs between a busy machine and an idle one
 */
record Spent(double seconds, double cpu) {
    Spent plus(Spent other) {
        return new Spent(seconds + other.seconds, cpu + other.cpu);
    }

    static Spent median(List<Spent> all) {
        return new Spent(median(all, Spent::seconds), median(all, Spent::cpu));
    }

    private static double median(List<Spent> all, ToDoubleFunction<Spent> of) {
        double[] sorted = all.stream().mapToDouble(of).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    String over(Spent baseline) {
        return String.format(Locale.ROOT, "%.2f × (CPU %.2f ×)", seconds / baseline.seconds, cpu / baseline.cpu);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.2f s (CPU %.2f s)", seconds, cpu);
    }
}
