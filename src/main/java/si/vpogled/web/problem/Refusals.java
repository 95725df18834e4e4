package si.vpogled.web.problem;

import si.vpogled.request.CaseException;
import si.vpogled.text.Language;

/** Refusals of use cases in words, for pages that show them in place. */
public final class Refusals {
    private Refusals() {}

    public static ProblemPage.Told of(CaseException refused, Language language) {
        ProblemKind kind = CaseProblems.kind(refused.problem());
        return new ProblemPage.Told(
                kind.status(),
                kind.type().toString(),
                ProblemText.title(kind, language),
                ProblemText.detail(kind, language, new Cause(refused, language).subject()));
    }
}
