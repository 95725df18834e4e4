package si.vpogled.yaml;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** One or more files cannot be used. The message lists the problems, one a line, in the order of the files. */
public final class InvalidFileException extends RuntimeException {
    private static final int SHOWN = 100;

    private final transient List<Problem> problems;

    public InvalidFileException(Problem problem) {
        this(List.of(problem));
    }

    public InvalidFileException(Collection<Problem> problems) {
        super(describe(problems));
        this.problems = problems.stream().sorted().distinct().toList();
    }

    /** All of them, in the order of the files. */
    public List<Problem> problems() {
        return problems;
    }

    private static String describe(Collection<Problem> problems) {
        String shown = problems.stream()
                .sorted()
                .distinct()
                .limit(SHOWN)
                .map(Problem::toString)
                .collect(Collectors.joining(System.lineSeparator()));
        return problems.size() > SHOWN
                ? shown + System.lineSeparator() + "and " + (problems.size() - SHOWN) + " more"
                : shown;
    }
}
