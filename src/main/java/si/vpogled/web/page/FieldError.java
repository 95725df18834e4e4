package si.vpogled.web.page;

/**
 * What is wrong with an answer in a form.
 *
 * @param field the id of its control; empty where no single one is at fault
 * @param message what to do about it
 */
public record FieldError(String field, String message) {}
