package si.vpogled.fulfilment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import si.vpogled.bundle.shelf.BundleShelf;
import si.vpogled.collection.Run;
import si.vpogled.collection.Runs;
import si.vpogled.law.TimeLimit;
import si.vpogled.letter.SentLetters;
import si.vpogled.request.Limits;
import si.vpogled.request.ReadCase;
import si.vpogled.request.RequestCase;

/** Where a case stands, for the subject: the case, its time limit, its runs, what can be downloaded. */
@ApplicationScoped
public class CaseProgress {
    private final ReadCase cases;
    private final Limits limits;
    private final Runs runs;
    private final BundleShelf shelf;
    private final SentLetters letters;

    CaseProgress(ReadCase cases, Limits limits, Runs runs, BundleShelf shelf, SentLetters letters) {
        this.cases = cases;
        this.limits = limits;
        this.runs = runs;
        this.shelf = shelf;
        this.letters = letters;
    }

    /**
     * @param undelivered letters that the mail server does not take
     */
    public record Progress(
            RequestCase request,
            TimeLimit limit,
            List<Run> runs,
            List<BundleShelf.Bundle> bundles,
            List<SentLetters.Undelivered> undelivered) {
        public Progress {
            runs = List.copyOf(runs);
            bundles = List.copyOf(bundles);
            undelivered = List.copyOf(undelivered);
        }
    }

    @Transactional
    public Progress of(UUID request) {
        RequestCase found = cases.byId(request);
        return new Progress(
                found,
                limits.of(found),
                runs.of(request),
                shelf.available(request),
                letters.undelivered(Set.of(request)).getOrDefault(request, List.of()));
    }
}
