package si.vpogled.web.console;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import si.vpogled.bundle.shelf.BundleShelf;
import si.vpogled.connector.Outcome;
import si.vpogled.fulfilment.AnswerVersion;
import si.vpogled.law.RefusalGround;
import si.vpogled.law.TimeLimit;
import si.vpogled.letter.SentLetters;
import si.vpogled.request.IdentityProofs;
import si.vpogled.request.Notes;
import si.vpogled.request.RequestCase;
import si.vpogled.request.State;
import si.vpogled.subject.IdentifierKind;
import si.vpogled.subject.ProofMethod;
import si.vpogled.text.Text;

/**
 * A case on the desk of a member of staff.
 *
 * @param undelivered letters that the mail server does not take
 * @param history the newest of it
 * @param longer whether there is more of it
 * @param missing names of the sources without an answer
 * @param version of the answer that it shows
 * @param entered what was typed into a form that came back, by field
 */
record DeskView(
        RequestCase request,
        Text state,
        String ending,
        String services,
        TimeLimit limit,
        Due due,
        Identity identity,
        List<RunLine> runs,
        List<Outcome.Doubt> doubts,
        List<Findings.ServiceFindings> found,
        List<PartLine> parts,
        List<BundleShelf.Bundle> bundles,
        List<SentLetters.Undelivered> undelivered,
        List<Notes.Note> notes,
        List<HistoryWords.Line> history,
        boolean longer,
        Doings may,
        String missing,
        AnswerVersion version,
        Map<String, String> entered) {
    /**
     * @param sufficient for accepting
     */
    record Identity(String reached, String needed, boolean sufficient, List<IdentityProofs.Proof> proofs) {}

    public String entered(String field) {
        return entered.getOrDefault(field, "");
    }

    /** Whose it is; empty where nobody's. */
    public String assignee() {
        return request.assignee().orElse("");
    }

    public boolean assignedTo(Optional<String> staff) {
        return request.assignee().isPresent() && request.assignee().equals(staff);
    }

    /** Of its forms, each of which has its own use for it. */
    public UUID key() {
        return Typed.key(entered);
    }

    /** Where its forms lead. */
    public String base() {
        return "/console/cases/" + request.reference();
    }

    /** Whether only the proof of identity is missing for accepting. */
    public boolean unproved() {
        return request.state() instanceof State.AwaitingDecision && !identity.sufficient();
    }

    /** Whether the runs go on by themselves. */
    public boolean moving() {
        return request.state() instanceof State.Collecting || request.state() instanceof State.Assembling;
    }

    public List<RefusalGround> grounds() {
        return RefusalGround.of(RefusalGround.Scope.REQUEST);
    }

    /** By what staff may show somebody to be known; the address is for the subject to prove, by a mailed link. */
    static List<IdentifierKind> provable() {
        return Stream.of(IdentifierKind.values())
                .filter(kind -> kind != IdentifierKind.EMAIL)
                .toList();
    }

    /** The fields for that, and what they are called. */
    public Map<String, IdentifierKind> proofs() {
        Map<String, IdentifierKind> fields = new LinkedHashMap<>();
        provable().forEach(kind -> fields.put(field(kind), kind));
        return fields;
    }

    static String field(IdentifierKind kind) {
        return "check-" + kind.key();
    }

    public List<ProofMethod> methods() {
        return Stream.of(ProofMethod.values()).filter(ProofMethod::byStaff).toList();
    }
}
