package si.vpogled.web.api.staff;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The plan of an erasure, in the shape of the API. */
@Schema(name = "ErasurePlan", description = "What becomes of all that there is of a person, and why (GDPR Art. 17).")
record ErasurePlanView(
        @Schema(examples = "VP-7K3M-9Q2D-X4TB") String reference,

        @Schema(examples = "planned") String state,

        @Schema(
                description =
                        "SHA-256 of the plan in its one form: who proposes or approves says which plan they mean.",
                examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        String hash,

        @Schema(description = "Which version of the case's plan it is.", examples = "1")
        int number,

        Instant made,

        @Schema(description = "Empty where nobody on the staff made it.")
        String madeBy,

        Optional<String> proposedBy,
        Optional<String> approvedBy,

        @Schema(description = "Empty once the case is reduced to proof.")
        List<Line> lines,

        @Schema(description = "Items in scope of which nothing was found.")
        List<String> noneHeld,

        @Schema(description = "Items in scope that only customers store, who decide about them.")
        List<String> referred,

        @Schema(description = "Accounts left out, since the contact that leads to them proves nothing yet.")
        int openAccounts,

        @Schema(description = "Who is told of it (GDPR Art. 19).")
        List<String> recipients,

        Optional<LocalDate> backupsUntil,

        @Schema(description = "What is done of it since it was approved.")
        List<Progress> progress,

        @Schema(description = "Who was told of what was erased, and what they answered (GDPR Art. 19).")
        List<Notice> notices) {

    @Schema(name = "ErasureNotice", description = "One recipient who is told of an erasure (GDPR Art. 19).")
    record Notice(
            @Schema(examples = "3f2504e0-4f89-41d3-9a0c-0305e82c3301")
            String id,

            @Schema(examples = "EURid vzw") String recipient,
            Instant ordered,

            @Schema(description = "What they are to be told; left out once they are.")
            Optional<String> text,

            @Schema(description = "Whether a mail tells them.")
            boolean byMail,

            Optional<Instant> told,

            @Schema(description = "Left out where a mail told them.")
            Optional<String> toldBy,

            Optional<String> answer,
            Optional<Instant> answeredAt,
            Optional<String> answeredBy) {}

    @Schema(name = "ErasurePlanLine", description = "One group of records.")
    record Line(
            @Schema(examples = "5d41402abc4b2a76") String key,

            @Schema(examples = "billing") String connector,
            @Schema(examples = "invoices") String collection,
            String title,
            @Schema(examples = "domains") String service,
            CaseFile.TypedValue identifier,

            @Schema(description = "A year, undated, or all.", examples = "2015")
            String period,

            long records,
            List<ItemDecision> items,

            @Schema(description = "erase or anonymise, once the plan is approved.")
            Optional<String> now,

            @Schema(description = "The day on which the rest goes.")
            Optional<LocalDate> later,

            @Schema(description = "Whether somebody must find out how old the records are.")
            boolean undated) {}

    @Schema(name = "ErasureDecision", description = "What becomes of one item of a group.")
    record ItemDecision(
            @Schema(examples = "domains.legal-framework.name")
            String item,

            String label,
            long records,

            @Schema(
                    description = "erase, anonymise, restrict, refer-to-controller, notify-third-party or"
                            + " while-contract-runs.",
                    examples = "restrict")
            String verdict,

            String article,
            String text,
            Optional<LocalDate> until,
            Optional<String> changedBy,
            Optional<String> reason) {}

    @Schema(name = "ErasureProgress", description = "How far a group of an approved plan is.")
    record Progress(
            String connector,
            String collection,
            String service,
            String period,
            String way,
            long records,
            long erased,

            @Schema(description = "waiting, done, contradicted, proved or replanned.", examples = "proved")
            String state,

            Optional<LocalDate> due,
            Optional<Instant> proved) {}
}
