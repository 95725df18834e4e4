package si.vpogled.request.chain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Checks one case's chain, link by link in the order of their numbers. */
final class ChainCheck {
    /** No transaction is under way for so long, and no two clocks are so far apart. */
    private static final Duration LATE = Duration.ofHours(1);

    /** To tell which of them only changed places. */
    private static final int REMEMBERED = 100;

    private final String reference;
    private final Optional<SealedHead> sealed;
    private final Consumer<HistoryBreak> breaks;
    private final List<Link> unlike = new ArrayList<>();
    private long last;
    private String hash = "";
    private boolean lastUnlike;

    /** Where the chain ended when it was sealed. */
    record SealedHead(long number, String hash) {}

    ChainCheck(String reference, Optional<SealedHead> sealed, Consumer<HistoryBreak> breaks) {
        this.reference = reference;
        this.sealed = sealed;
        this.breaks = breaks;
    }

    void next(Link link) {
        for (long missing = last + 1; missing < link.number(); missing++) {
            tell(missing, HistoryBreak.Kind.REMOVED);
        }
        boolean unlike = link.content().map(said -> !link.holds(said)).orElse(false);
        if (link.content().isEmpty()) {
            tell(link.number(), HistoryBreak.Kind.REMOVED);
        } else if (unlike) {
            remember(link);
        } else {
            whole(link, link.content().get());
        }
        lastUnlike = unlike;
        last = link.number();
        hash = link.hash();
    }

    /** The entry is as its link says; the link may be another than was there. */
    private void whole(Link link, Link.Content said) {
        boolean follows = link.previous().equals(hash) || lastUnlike || link.number() > last + 1;
        boolean asSealed = sealed.filter(head -> head.number() == link.number())
                .map(head -> head.hash().equals(link.hash()))
                .orElse(true);
        if (!follows || !asSealed) {
            tell(follows ? link.number() : last, HistoryBreak.Kind.CHANGED);
        }
        if (said.at().plus(LATE).isBefore(link.linkedAt())) {
            tell(link.number(), HistoryBreak.Kind.BACK_DATED);
        }
    }

    private void remember(Link link) {
        if (unlike.size() < REMEMBERED) {
            unlike.add(link);
        } else {
            tell(link.number(), HistoryBreak.Kind.CHANGED);
        }
    }

    /** After the last link. */
    void end() {
        for (Link link : unlike) {
            boolean moved =
                    unlike.stream().anyMatch(other -> other != link && (swapped(link, other) || swapped(other, link)));
            tell(link.number(), moved ? HistoryBreak.Kind.REORDERED : HistoryBreak.Kind.CHANGED);
        }
        sealed.filter(head -> head.number() > last).ifPresent(head -> tell(head.number(), HistoryBreak.Kind.REMOVED));
    }

    /** Whether a link has another's entry, or another's number. */
    private static boolean swapped(Link link, Link other) {
        return other.content().map(link::holds).orElse(false)
                || link.content().map(said -> link.holds(said, other.number())).orElse(false);
    }

    private void tell(long number, HistoryBreak.Kind kind) {
        breaks.accept(HistoryBreak.of(reference, number, kind));
    }
}
