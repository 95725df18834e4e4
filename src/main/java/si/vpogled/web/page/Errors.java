package si.vpogled.web.page;

import java.util.List;

/** What is wrong with a form, in the order of its fields. */
public record Errors(List<FieldError> all) {
    public static final Errors NONE = new Errors(List.of());

    public Errors {
        all = List.copyOf(all);
    }

    /** With the form as a whole. */
    public static Errors of(String message) {
        return new Errors(List.of(new FieldError("", message)));
    }

    public boolean any() {
        return !all.isEmpty();
    }

    /** Whether something is wrong with what was typed, and not with the form as a whole. */
    public boolean mendable() {
        return all.stream().anyMatch(error -> !error.field().isEmpty());
    }

    /** Whether anything is wrong with fields whose names begin alike. */
    public boolean in(String fields) {
        return all.stream().anyMatch(error -> error.field().startsWith(fields));
    }

    /** What is wrong with a field, empty where nothing is. */
    public String at(String field) {
        return all.stream()
                .filter(error -> error.field().equals(field))
                .map(FieldError::message)
                .findFirst()
                .orElse("");
    }
}
