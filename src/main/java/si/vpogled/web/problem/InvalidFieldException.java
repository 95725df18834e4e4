package si.vpogled.web.problem;

/** A field that no constraint could check by itself is not right. */
public final class InvalidFieldException extends RuntimeException {
    private final In in;
    private final String field;
    private final String message;

    /** Where the field stands. */
    public enum In {
        QUERY,
        BODY
    }

    /**
     * @param message key in {@code problems_sl/_en.properties}, below {@code field.}
     */
    public InvalidFieldException(In in, String field, String message) {
        super(field + ": " + message);
        this.in = in;
        this.field = field;
        this.message = message;
    }

    In in() {
        return in;
    }

    String field() {
        return field;
    }

    String message() {
        return message;
    }
}
