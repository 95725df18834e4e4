package si.vpogled.web.problem;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One wrong field.
 *
 * @param field path of the field, {@code identifiers[0].value}
 * @param in {@code body}, {@code query}, {@code path} or {@code header}
 */
@Schema(name = "FieldViolation", description = "One wrong field.")
public record FieldViolation(
        @Schema(description = "Where in the body, or which parameter.", examples = "identifiers[0].value")
        String field,

        @Schema(examples = "body") String in,

        @Schema(description = "What is wrong, in the reader's language.", examples = "ne sme biti prazno")
        String message) {}
