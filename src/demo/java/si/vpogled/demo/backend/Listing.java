package si.vpogled.demo.backend;

import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** A list, long or short, whose entries are made when they are asked for. */
public record Listing(int total, IntFunction<Map<String, Object>> entry) {
    public static Listing of(List<Map<String, Object>> all) {
        return new Listing(all.size(), all::get);
    }

    /** A page, counted from 1. */
    public List<Map<String, Object>> page(int page, int size) {
        return Pages.part(total, (page - 1) * size, size, entry);
    }

    public int pages(int size) {
        return Pages.count(total, size);
    }
}
