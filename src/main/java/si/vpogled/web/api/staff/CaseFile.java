package si.vpogled.web.api.staff;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All there is of a case, for staff. Texts are in the reader's language. */
@Schema(name = "CaseFile", description = "All there is of a request, for staff. Each look at it is in its history.")
record CaseFile(
        @Schema(examples = "VP-7K3M-9Q2D-X4TB") String reference,
        @Schema(examples = "access") String right,
        List<String> services,
        String name,
        String email,

        @Schema(description = "What the subject stated: hints, never proof.")
        List<TypedValue> stated,

        @Schema(description = "Of letters and answer.", examples = "sl")
        String language,

        String message,
        @Schema(examples = "in-review") String state,
        @Schema(examples = "pregled") String stateLabel,
        String explanation,
        Instant receivedAt,
        LocalDate dueOn,
        String dueExplanation,
        Optional<Extension> extension,
        Optional<String> assignee,
        List<Proof> proofs,
        List<SourceRun> runs,
        List<Withheld> withheld,
        List<WithheldPart> withheldParts,

        @Schema(
                description = "Of the answer as it would be released now: what sources brought, and what is left out.",
                examples = "3f1c0d9ab27e4865a1d2c90b7744e6f8")
        String answerVersion,

        List<Answer> bundles,
        List<Note> notes,
        List<Event> history) {
    @Schema(name = "TypedValue", description = "An identifier of a kind.")
    record TypedValue(
            @Schema(examples = "customer-number") String kind,
            @Schema(examples = "100234") String value) {}

    @Schema(name = "Extension", description = "The time limit was extended (GDPR Art. 12(3)).")
    record Extension(Instant at, String reason) {}

    @Schema(name = "Proof", description = "How identity was proved.")
    record Proof(
            @Schema(examples = "mailed-link") String method,
            List<TypedValue> identifiers,

            @Schema(description = "The member of staff who checked; empty where the subject did.")
            String by,

            String note,
            Instant at) {}

    @Schema(name = "SourceRun", description = "One source's work on this request.")
    record SourceRun(
            @Schema(examples = "billing") String connector,
            @Schema(examples = "Obračun") String title,
            @Schema(examples = "answered") String state,
            @Schema(examples = "odgovorjeno") String stateLabel,

            @Schema(description = "Counts every start.") int attempt,

            @Schema(description = "Read so far.") long records,

            @Schema(description = "Read so far, before compression.")
            long bytes,

            Optional<Instant> started,
            Optional<Instant> ended,

            @Schema(description = "When it is tried again by itself.")
            Optional<Instant> retryAt,

            Optional<Trouble> fault,
            List<ItemFound> items,
            List<Doubt> doubts,
            List<Remark> remarks) {}

    @Schema(name = "Trouble", description = "A fault, and what to do about it.")
    record Trouble(
            @Schema(enumeration = {"misconfigured", "unavailable", "refused", "defect"})
            String kind,

            @Schema(examples = "ni dosegljivo") String label,
            String message,
            String advice) {}

    @Schema(name = "ItemFound", description = "What a source said of one data item.")
    record ItemFound(
            @Schema(examples = "domains.legal-framework.name")
            String item,

            String label,

            @Schema(enumeration = {"found", "none-held", "failed"})
            String outcome,

            long records,

            @Schema(
                    description =
                            "Only of what is not held: whether anything was read that carries it. False where no account is known that it is read by.")
            Optional<Boolean> searched,

            Optional<Trouble> fault) {}

    @Schema(name = "Doubt", description = "An account left out, because the contact that leads to it changed lately.")
    record Doubt(TypedValue account, LocalDate contactChanged, LocalDate settledFrom) {}

    @Schema(name = "Remark", description = "Something left aside, and how often.")
    record Remark(String text, long count) {}

    @Schema(name = "Withheld", description = "An item left out of the answer.")
    record Withheld(
            @Schema(examples = "shared-hosting.user-data.files")
            String item,

            String label,
            @Schema(examples = "rights-of-others") String ground,
            String article,
            String reason,
            String by,
            Instant at) {}

    @Schema(name = "WithheldPart", description = "An entry, a record or a field left out of the answer.")
    record WithheldPart(
            UUID id,

            @Schema(examples = "dostavljalec/user-data/contact-lists.json")
            String entry,

            Optional<Long> record,
            @Schema(examples = "email") Optional<String> field,
            @Schema(examples = "rights-of-others") String ground,
            String article,
            String reason,
            String by,
            Instant at,

            @Schema(description = "Whether its source was asked again since, and it is not found there beyond doubt.")
            boolean decideAnew) {}

    @Schema(name = "Answer", description = "A bundle that can be downloaded.")
    record Answer(
            int number,
            long size,
            String sha256,
            Instant readyAt,
            Instant availableUntil,
            Optional<String> partialReason,
            List<String> missing) {}

    @Schema(name = "Note", description = "A note that only staff see.")
    record Note(String author, String text, Instant at) {}

    @Schema(name = "HistoryEntry", description = "What was done, when and by whom.")
    record Event(
            Instant at,

            @Schema(enumeration = {"subject", "staff", "system"})
            String actorKind,

            String actor,
            @Schema(examples = "accepted") String action,
            Map<String, String> detail) {}
}
