package si.vpogled.web.problem;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Optional;
import si.vpogled.inventory.Inventory;
import si.vpogled.request.CaseException;
import si.vpogled.text.Language;

/** Refusals in words: of use cases, for pages that show them in place, and of each kind in general. */
@ApplicationScoped
public class Refusals {
    private final Inventory inventory;

    Refusals(Inventory inventory) {
        this.inventory = inventory;
    }

    public ProblemPage.Told of(CaseException refused, Language language) {
        ProblemKind kind = CaseProblems.kind(refused.problem());
        return ProblemText.onPage(told(kind, language, new Cause(refused, language, inventory).subject()), language);
    }

    /** Of the web itself. */
    public ProblemPage.Told of(ProblemException refused, Language language) {
        ProblemKind kind = refused.kind();
        return ProblemText.onPage(told(kind, language, new Cause(refused, language, inventory).subject()), language);
    }

    /** What a type of problem means in general, by the last part of its address. */
    public static Optional<ProblemPage.Told> meaning(String key, Language language) {
        return Arrays.stream(ProblemKind.values())
                .filter(kind -> kind.key().equals(key))
                .map(kind -> told(kind, language, "…"))
                .findFirst();
    }

    private static ProblemPage.Told told(ProblemKind kind, Language language, String subject) {
        return new ProblemPage.Told(
                kind.status(),
                kind.type().toString(),
                ProblemText.title(kind, language),
                ProblemText.detail(kind, language, subject));
    }
}
