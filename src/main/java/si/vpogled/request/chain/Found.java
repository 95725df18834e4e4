package si.vpogled.request.chain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What a check has found so far. */
final class Found {
    private static final int TOLD = 100;

    private final List<HistoryBreak> first = new ArrayList<>();
    private final Set<UUID> broken = new HashSet<>();
    private long breaks;
    private long chains;
    private long entries;

    void chain() {
        chains++;
    }

    void entry() {
        entries++;
    }

    void add(UUID request, HistoryBreak found) {
        broken.add(request);
        add(found);
    }

    void add(HistoryBreak found) {
        breaks++;
        if (first.size() < TOLD) {
            first.add(found);
        }
    }

    /** The cases whose history is not to be sealed as it is now. */
    Set<UUID> broken() {
        return Set.copyOf(broken);
    }

    CheckHistory.Report report() {
        return new CheckHistory.Report(chains, entries, breaks, first);
    }
}
