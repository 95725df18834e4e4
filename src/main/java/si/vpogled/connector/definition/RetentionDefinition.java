package si.vpogled.connector.definition;

/**
 * How long each record of a collection is kept.
 *
 * @param from the field's place that holds the day each record's retention counts from
 * @param rule a rule that {@code law} knows
 */
public record RetentionDefinition(String from, String rule) {}
