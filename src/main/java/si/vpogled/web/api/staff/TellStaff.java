package si.vpogled.web.api.staff;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import si.vpogled.connector.extract.Part;
import si.vpogled.fulfilment.CaseProgress;
import si.vpogled.fulfilment.StaffCase;
import si.vpogled.request.RequestCase;
import si.vpogled.request.Right;
import si.vpogled.subject.Identifier;
import si.vpogled.text.Language;
import si.vpogled.web.words.StateWords;

/** Puts a case into words for staff. */
@ApplicationScoped
class TellStaff {
    private final TellRuns runs;

    TellStaff(TellRuns runs) {
        this.runs = runs;
    }

    CaseFile tell(StaffCase.View view, Language language) {
        CaseProgress.Progress progress = view.progress();
        RequestCase request = progress.request();
        return new CaseFile(
                request.reference(),
                request.right().key(),
                request.services(),
                request.name(),
                request.email(),
                typed(request.stated()),
                request.language().tag(),
                request.message(),
                request.state().key(),
                StateWords.label(request.state()).in(language),
                StateWords.explanation(request, !progress.bundles().isEmpty()).in(language),
                request.receivedAt(),
                request.dueOn(),
                progress.limit().explanation().in(language),
                request.extension().map(extension -> new CaseFile.Extension(extension.at(), extension.reason())),
                request.assignee(),
                proofs(view),
                progress.runs().stream()
                        .map(run -> runs.tell(run, request.state(), language))
                        .toList(),
                withheld(view, language),
                parts(view, language),
                view.version().text(),
                answers(progress),
                view.notes().stream()
                        .map(note -> new CaseFile.Note(note.author(), note.text(), note.at()))
                        .toList(),
                history(view));
    }

    private static Right right(StaffCase.View view) {
        return view.progress().request().right();
    }

    static List<CaseFile.TypedValue> typed(List<Identifier> identifiers) {
        return identifiers.stream()
                .map(identifier -> new CaseFile.TypedValue(identifier.kind(), identifier.value()))
                .toList();
    }

    private static List<CaseFile.Proof> proofs(StaffCase.View view) {
        return view.proofs().stream()
                .map(proof -> new CaseFile.Proof(
                        proof.method().key(), typed(proof.identifiers()), proof.by(), proof.note(), proof.at()))
                .toList();
    }

    private List<CaseFile.Withheld> withheld(StaffCase.View view, Language language) {
        return view.inEffect().stream()
                .map(one -> new CaseFile.Withheld(
                        one.item().toString(),
                        runs.label(one.item(), language),
                        one.ground().key(),
                        right(view).article(one.ground()).in(language),
                        one.reason(),
                        one.by(),
                        one.at()))
                .toList();
    }

    private static List<CaseFile.WithheldPart> parts(StaffCase.View view, Language language) {
        return view.parts().stream()
                .map(one -> new CaseFile.WithheldPart(
                        one.id(),
                        one.part().entry(),
                        one.part().record().map(Part.Mark::number),
                        one.part().field(),
                        one.ground().key(),
                        right(view).article(one.ground()).in(language),
                        one.reason(),
                        one.by(),
                        one.at(),
                        one.lost() || one.outdated(view.progress().runs())))
                .toList();
    }

    private static List<CaseFile.Answer> answers(CaseProgress.Progress progress) {
        return progress.bundles().stream()
                .map(bundle -> new CaseFile.Answer(
                        bundle.number(),
                        bundle.size(),
                        bundle.sha256(),
                        bundle.readyAt(),
                        bundle.availableUntil(),
                        bundle.partialReason(),
                        bundle.missing()))
                .toList();
    }

    private static List<CaseFile.Event> history(StaffCase.View view) {
        return view.history().stream()
                .map(entry -> new CaseFile.Event(
                        entry.at(), entry.actorKind(), entry.actor(), entry.action(), entry.detail()))
                .toList();
    }
}
