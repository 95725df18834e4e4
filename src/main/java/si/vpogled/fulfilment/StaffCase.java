package si.vpogled.fulfilment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import si.vpogled.collection.WithheldParts;
import si.vpogled.collection.Withholdings;
import si.vpogled.request.Actor;
import si.vpogled.request.History;
import si.vpogled.request.IdentityProofs;
import si.vpogled.request.Notes;
import si.vpogled.request.ReadCase;
import si.vpogled.request.RequestCase;

/** A case as staff see it; each look at it is in its history. */
@ApplicationScoped
public class StaffCase {
    private final ReadCase cases;
    private final CaseProgress progress;
    private final IdentityProofs proofs;
    private final Notes notes;
    private final Withholdings withholdings;
    private final History history;

    StaffCase(
            ReadCase cases,
            CaseProgress progress,
            IdentityProofs proofs,
            Notes notes,
            Withholdings withholdings,
            History history) {
        this.cases = cases;
        this.progress = progress;
        this.proofs = proofs;
        this.notes = notes;
        this.withholdings = withholdings;
        this.history = history;
    }

    public record View(
            CaseProgress.Progress progress,
            List<IdentityProofs.Proof> proofs,
            List<Notes.Note> notes,
            List<Withholdings.Withholding> withholdings,
            List<WithheldParts.WithheldPart> parts,
            List<History.Entry> history) {
        public View {
            proofs = List.copyOf(proofs);
            notes = List.copyOf(notes);
            withholdings = List.copyOf(withholdings);
            parts = List.copyOf(parts);
            history = List.copyOf(history);
        }

        /** Decisions that leave something out of the answer: of what a source has nothing of, nothing is left out. */
        public List<Withholdings.Withholding> inEffect() {
            return withholdings.stream()
                    .filter(one -> progress.runs().stream().noneMatch(run -> run.hasNothingOf(one.item())))
                    .toList();
        }

        /** Of the answer, as it would be released now. */
        public AnswerVersion version() {
            return AnswerVersion.of(progress.request().id(), progress.runs(), withholdings, parts);
        }
    }

    @Transactional
    public View view(String reference, Actor actor) {
        RequestCase found = cases.byStaff(reference, actor, "case");
        return new View(
                progress.of(found.id()),
                proofs.of(found.id()),
                notes.of(found.id()),
                withholdings.of(found.id()),
                withholdings.parts().of(found.id()),
                history.of(found.id()));
    }

    /** How far a case is, to be shown without anything personal: asking again and again leaves no lines. */
    @Transactional
    public CaseProgress.Progress progress(String reference, Actor actor) {
        return progress.of(cases.idForStaff(reference, actor));
    }
}
