package si.vpogled.web.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import si.vpogled.request.Right;
import si.vpogled.request.Submission;
import si.vpogled.subject.Identifier;
import si.vpogled.text.Language;
import si.vpogled.web.input.KnownIdentifier;
import si.vpogled.web.input.MailAddress;
import si.vpogled.web.input.OneOf;
import si.vpogled.web.input.PlainText;

/** A request as a person sends it. */
@Schema(name = "Submission", description = "What is asked for, and by whom.")
record SubmissionBody(
        @NotNull
        @OneOf({"access", "portability", "erasure"})
        @Schema(
                description = "The right: GDPR Art. 15, 20 or 17. Not every installation offers all of them.",
                enumeration = {"access", "portability", "erasure"})
        String right,

        @Size(max = 20) @Schema(description = "Services of the inventory; all where this is left out or empty.")
        List<@NotNull @Size(max = 64) @Pattern(regexp = "[a-z][a-z0-9-]*") String> services,

        @NotBlank @Size(max = 200) @PlainText @Schema(examples = "Ana Novak")
        String name,

        @NotBlank
        @Size(max = 254)
        @MailAddress
        @Schema(description = "Where the confirmation goes.", examples = "ana.novak@example.si")
        String email,

        @Size(max = 20) @Schema(description = "What else may help to find the data: hints, never proof.")
        List<@NotNull @Valid StatedIdentifier> identifiers,

        @NotNull
        @OneOf({"sl", "en"})
        @Schema(
                description = "The language of letters and of the answer.",
                enumeration = {"sl", "en"})
        String language,

        @Size(max = 5000) @PlainText(lines = true) @Schema(description = "Anything that staff should know.")
        String message) {
    /** By what the provider may know the person. */
    @KnownIdentifier
    @Schema(name = "StatedIdentifier", description = "By what the provider may know the person.")
    record StatedIdentifier(
            @NotNull
            @OneOf({"customer-number", "domain", "vat-id"})
            @Schema(enumeration = {"customer-number", "domain", "vat-id"})
            String kind,

            @NotBlank @Size(max = Identifier.MAX_LENGTH) @PlainText @Schema(examples = "100234")
            String value)
            implements KnownIdentifier.Typed {}

    Submission submission() {
        return new Submission(
                Right.of(right),
                Optional.ofNullable(services).orElse(List.of()),
                name,
                MailAddress.Check.normalised(email),
                Optional.ofNullable(identifiers).orElse(List.of()).stream()
                        .map(StatedIdentifier::identifier)
                        .toList(),
                Language.of(language),
                Optional.ofNullable(message).orElse(""));
    }
}
