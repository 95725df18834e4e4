package si.vpogled.demo.backend;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** A part of a long list whose entries are made when they are asked for. */
public final class Pages {
    private Pages() {}

    /** Entries {@code from} to {@code from + size - 1} of a list, as far as it goes. */
    public static <T> List<T> part(int total, int from, int size, IntFunction<T> entry) {
        int start = Math.clamp(from, 0, total);
        return IntStream.range(start, (int) Math.min(total, (long) start + size))
                .mapToObj(entry)
                .toList();
    }

    public static int count(int total, int size) {
        return (total + size - 1) / size;
    }
}
