package si.vpogled.web.api.staff;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import si.vpogled.law.ErasureRule;
import si.vpogled.law.ErasureVerdict;
import si.vpogled.law.ErasureVerdict.Keeping;
import si.vpogled.web.input.OneOf;
import si.vpogled.web.input.PlainText;
import si.vpogled.web.problem.InvalidFieldException;

/** What staff send about the plan of an erasure. */
final class ErasureBodies {
    private static final int LONGEST_REASON = 2000;
    private static final String HASH = "[0-9a-f]{64}";

    private ErasureBodies() {}

    @Schema(name = "SeenPlan", description = "Which plan is meant: where it is another one by now, nothing is done.")
    record SeenBody(
            @NotNull
            @Pattern(regexp = HASH)
            @Schema(
                    description = "The hash of the plan that was looked at.",
                    examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
            String hash) {}

    @Schema(name = "RecipientTold", description = "That a recipient was told of an erasure, and what they answered.")
    record NoticeBody(
            @Size(max = LONGEST_REASON)
            @PlainText(lines = true)
            @Schema(description = "Left out while there is no answer. No personal data: it outlives the case.")
            String answer) {}

    @Schema(name = "PlanSentBack", description = "Why a plan is not approved as it is.")
    record SentBackBody(
            @NotNull
            @Pattern(regexp = HASH)
            @Schema(examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
            String hash,

            @NotBlank
            @Size(max = LONGEST_REASON)
            @PlainText(lines = true)
            @Schema(description = "For whoever proposed it; kept as a note.")
            String reason) {}

    @Schema(name = "VerdictWish", description = "What is to become of an item of a group.")
    record VerdictBody(
            @NotNull
            @Pattern(regexp = HASH)
            @Schema(examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
            String hash,

            @NotNull
            @OneOf({"erase", "anonymise", "restrict"})
            @Schema(
                    enumeration = {"erase", "anonymise", "restrict"},
                    description = "restrict keeps it for legal claims (GDPR Art. 17(3)(e)).")
            String verdict,

            @Pattern(regexp = "\\d{4}-\\d{2}-\\d{2}", message = "{vpogled.Day.message}")
            @Schema(description = "To restrict: the last day on which it is needed.", examples = "2027-06-30")
            String until,

            @NotBlank
            @Size(max = LONGEST_REASON)
            @PlainText(lines = true)
            @Schema(description = "For whoever approves, and for the subject in the subject's language.")
            String reason) {
        /** @param rule what the inventory says of the item */
        ErasureVerdict wanted(ErasureRule rule) {
            return switch (verdict) {
                case "erase" -> new ErasureVerdict.Erase();
                case "anonymise" -> new ErasureVerdict.Anonymise();
                default -> new ErasureVerdict.Restrict(Keeping.FOR_CLAIMS, rule.retention(), day());
            };
        }

        private Optional<LocalDate> day() {
            try {
                return Optional.ofNullable(until).map(LocalDate::parse);
            } catch (DateTimeParseException _) {
                throw new InvalidFieldException(InvalidFieldException.In.BODY, "until", "day");
            }
        }
    }
}
