package si.vpogled.web.api.staff;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import si.vpogled.fulfilment.AnswerVersion;
import si.vpogled.fulfilment.WithholdPart;
import si.vpogled.subject.Identifier;
import si.vpogled.web.input.KnownIdentifier;
import si.vpogled.web.input.OneOf;
import si.vpogled.web.input.PlainText;

/** What staff send. Reasons go to the subject and are written in the subject's language. */
final class StaffBodies {
    private static final int LONGEST_REASON = 2000;
    private static final int LONGEST_NOTE = 5000;
    private static final int LONGEST_NAME = 1000;
    private static final long MOST_RECORDS = 1_000_000_000;
    private static final int LONGEST_FIELD = 200;

    private StaffBodies() {}

    @Schema(name = "Refusal", description = "Why a request is refused (GDPR Art. 12(4)).")
    record RefusalBody(
            @NotNull
            @OneOf({"manifestly-unfounded", "excessive", "already-answered", "identity-not-established"})
            @Schema(enumeration = {"manifestly-unfounded", "excessive", "already-answered", "identity-not-established"})
            String ground,

            @NotBlank
            @Size(max = LONGEST_REASON)
            @PlainText(lines = true)
            @Schema(description = "The facts, in the subject's language: it goes into the letter.")
            String reason) {}

    @Schema(name = "Reason", description = "Why.")
    record ReasonBody(
            @NotBlank
            @Size(max = LONGEST_REASON)
            @PlainText(lines = true)
            @Schema(description = "In the subject's language: it goes into the letter.")
            String reason) {}

    @Schema(name = "Release", description = "How the answer is released.")
    record ReleaseBody(
            @Size(max = LONGEST_REASON)
            @PlainText(lines = true)
            @Schema(
                    description = "Where sources have no answer: why the answer goes out all the same. In the subject's"
                            + " language.")
            String partialReason,

            @Size(max = 64)
            @PlainText
            @Schema(
                    description = "The answerVersion of the request's file that was looked at: where the answer is"
                            + " another one by now, nothing is released. Without it, whatever it is now goes out.",
                    examples = "3f1c0d9ab27e4865a1d2c90b7744e6f8")
            String answerVersion) {
        Optional<AnswerVersion> seen() {
            return Optional.ofNullable(answerVersion).map(AnswerVersion::new);
        }

        Optional<String> given() {
            return Optional.ofNullable(partialReason).map(String::strip).filter(reason -> !reason.isEmpty());
        }
    }

    @Schema(name = "NoteText", description = "A note that only staff see.")
    record NoteBody(
            @NotBlank @Size(max = LONGEST_NOTE) @PlainText(lines = true)
            String text) {}

    @Schema(name = "Assignee", description = "Whose case it is.")
    record AssigneeBody(
            @Size(max = 64)
            @PlainText
            @Schema(description = "A user name; null takes the case back.", nullable = true, examples = "klara")
            String assignee) {}

    @Schema(name = "IdentityCheck", description = "How staff checked who asks; never a copy of a document.")
    record IdentityCheckBody(
            @NotNull
            @OneOf({"call-back", "in-person", "qualified-signature"})
            @Schema(enumeration = {"call-back", "in-person", "qualified-signature"})
            String method,

            @Size(max = 50) @Schema(description = "What the check showed to be the subject's own; may be left out.")
            List<@NotNull @Valid ProvedIdentifier> identifiers,

            @NotBlank @Size(max = LONGEST_NOTE) @PlainText(lines = true) @Schema(description = "What was checked.")
            String note) {
        List<Identifier> proved() {
            return Optional.ofNullable(identifiers).orElse(List.of()).stream()
                    .map(ProvedIdentifier::identifier)
                    .toList();
        }
    }

    @KnownIdentifier
    @Schema(name = "ProvedIdentifier", description = "Shown to be the subject's own.")
    record ProvedIdentifier(
            @NotNull
            @OneOf({
                "email",
                "customer-number",
                "vat-id",
                "domain",
                "hosting-account",
                "vps-server",
                "dostavljalec-account",
                "website"
            })
            @Schema(
                    enumeration = {
                        "email",
                        "customer-number",
                        "vat-id",
                        "domain",
                        "hosting-account",
                        "vps-server",
                        "dostavljalec-account",
                        "website"
                    })
            String kind,

            @NotBlank @Size(max = Identifier.MAX_LENGTH) @PlainText @Schema(examples = "100234")
            String value)
            implements KnownIdentifier.Typed {}

    @Schema(name = "PartWithholding", description = "Which part of what was found is left out of the answer, and why.")
    record PartBody(
            @NotBlank
            @Size(max = LONGEST_NAME)
            @PlainText
            @Schema(
                    description = "A file, or a collection's JSON, which stands for its other forms too.",
                    examples = "dostavljalec/user-data/contact-lists.json")
            String entry,

            @Min(1)
            @Max(MOST_RECORDS)
            @Schema(description = "One record of the collection, counted from 1; all where it is absent.")
            Long record,

            @Size(max = LONGEST_FIELD)
            @PlainText
            @Schema(description = "One field; the whole record or entry where it is absent.", examples = "email")
            String field,

            @NotNull @OneOf({"rights-of-others"}) @Schema(enumeration = {"rights-of-others"})
            String ground,

            @NotBlank
            @Size(max = LONGEST_REASON)
            @PlainText(lines = true)
            @Schema(description = "In the subject's language: it stands in the answer.")
            String reason) {
        WithholdPart.Place place() {
            return new WithholdPart.Place(
                    entry,
                    Optional.ofNullable(record),
                    Optional.ofNullable(field).filter(name -> !name.isBlank()),
                    Optional.empty());
        }
    }

    @Schema(name = "Withholding", description = "Why an item is left out of the answer.")
    record WithholdingBody(
            @NotNull @OneOf({"rights-of-others"}) @Schema(enumeration = {"rights-of-others"})
            String ground,

            @NotBlank
            @Size(max = LONGEST_REASON)
            @PlainText(lines = true)
            @Schema(description = "In the subject's language: it stands in the answer.")
            String reason) {}
}
