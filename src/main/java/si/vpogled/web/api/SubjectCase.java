package si.vpogled.web.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A case as its subject sees it. Texts are in the reader's language. */
@Schema(name = "SubjectRequest", description = "Where a request stands, for the person who sent it.")
record SubjectCase(
        @Schema(examples = "VP-7K3M-9Q2D-X4TB") String reference,

        @Schema(examples = "access") String right,

        List<String> services,

        @Schema(description = "The state's key; new ones may be added.", examples = "collecting")
        String state,

        @Schema(examples = "zbiranje podatkov") String stateLabel,

        @Schema(description = "What happens now.") String explanation,

        Instant receivedAt,

        @Schema(description = "The last day for the answer (GDPR Art. 12(3)).")
        LocalDate dueOn,

        @Schema(description = "How that day was counted.") String dueExplanation,

        @Schema(description = "Why the time limit was extended, where it was.")
        Optional<String> extensionReason,

        List<SourceProgress> sources,
        List<BundleView> bundles,

        @Schema(description = "Where the subject had answers sent (GDPR Art. 20(2)), oldest first.")
        List<Receipt> transmissions) {
    @Schema(
            name = "Transmission",
            description = "An answer on its way to another controller, and in the end its receipt.")
    record Receipt(
            @Schema(description = "Number of the answer.", examples = "1")
            int bundle,

            @Schema(
                    description = "As it was named; once the case is closed, the host alone.",
                    examples = "https://ponudnik.example/uvoz/7f3a")
            String destination,

            @Schema(description = "How far it is: under-way, done or failed.", examples = "done")
            String state,

            @Schema(description = "In bytes.", examples = "1048576")
            long size,

            @Schema(description = "Of the file, in hexadecimal.")
            String sha256,

            @Schema(description = "What the other side said when it had all of it.", examples = "HTTP 201")
            Optional<String> answer,

            @Schema(description = "Why it was given up, where it was.")
            Optional<String> fault,

            Instant namedAt,

            @Schema(description = "When they had all of it, or it was given up.")
            Optional<Instant> endedAt) {}

    @Schema(name = "SourceProgress", description = "How far one of the provider's systems is.")
    record SourceProgress(
            @Schema(examples = "Obračun") String source,
            @Schema(examples = "zbrano") String progress) {}

    @Schema(name = "Bundle", description = "An answer that can be downloaded.")
    record BundleView(
            @Schema(description = "1 for the answer, more for supplements.", examples = "1")
            int number,

            @Schema(description = "In bytes.", examples = "1048576")
            long size,

            @Schema(description = "Of the file, in hexadecimal.")
            String sha256,

            Instant availableUntil,

            @Schema(description = "Why something is missing, where something is.")
            Optional<String> partialReason,

            @Schema(description = "Systems that had no answer.")
            List<String> missing,

            @Schema(description = "Where to download it.", examples = "/api/v1/requests/VP-7K3M-9Q2D-X4TB/bundles/1")
            String href) {}
}
