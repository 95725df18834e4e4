package si.vpogled.yaml;

import java.util.Comparator;
import java.util.Objects;

/**
 * What is wrong in a file, and where: {@code inventory.yaml:12:5: no row is called user-dat}.
 *
 * @param file as the reader was told
 * @param line counted from 1; 0 where the problem is the file as a whole
 * @param column counted from 1 in code points; 0 where the problem is the file as a whole
 * @param reason what is wrong and, where it helps, what would be right
 */
public record Problem(String file, int line, int column, String reason) implements Comparable<Problem> {
    private static final Comparator<Problem> ORDER = Comparator.comparing(Problem::file)
            .thenComparingInt(Problem::line)
            .thenComparingInt(Problem::column)
            .thenComparing(Problem::reason);

    public Problem {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(reason, "reason");
    }

    /** A problem of the file as a whole. */
    public static Problem of(String file, String reason) {
        return new Problem(file, 0, 0, reason);
    }

    /** Another problem at the same place. */
    public Problem because(String other) {
        return new Problem(file, line, column, other);
    }

    @Override
    public int compareTo(Problem other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return line == 0 ? file + ": " + reason : file + ":" + line + ":" + column + ": " + reason;
    }
}
