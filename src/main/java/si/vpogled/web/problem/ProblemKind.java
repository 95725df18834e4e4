package si.vpogled.web.problem;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Every problem that an answer can tell of. Title and detail stand in {@code problems_sl/_en.properties}. */
public enum ProblemKind {
    CASE_NOT_FOUND(404),
    WRONG_STATE(409),
    ROLE_REQUIRED(403),
    RIGHT_NOT_OFFERED(422),
    UNKNOWN_SERVICE(422),
    UNKNOWN_ITEM(404),
    UNKNOWN_GROUND(422),
    UNKNOWN_CONNECTOR(404),
    UNKNOWN_COLLEAGUE(422),
    LINK_UNUSABLE(410),
    WRONG_CODE(422),
    IDENTITY_INSUFFICIENT(409),
    EXTENDED_ALREADY(409),
    EXTENSION_TOO_LATE(409),
    ANSWER_INCOMPLETE(409),
    ANSWER_CHANGED(409),
    UNKNOWN_PART(404),
    NOTHING_TO_WITHHOLD(409),
    FINDINGS_UNREADABLE(503),
    WITHHOLDING_OPEN(409),
    PLAN_CHANGED(409),
    PLAN_INCOMPLETE(409),
    OWN_CASE(403),
    UNKNOWN_GROUP(404),
    VERDICT_NOT_ALLOWED(422),
    NOTHING_TO_RETRY(409),
    TEST_RUNNING(409),
    IDEMPOTENCY_MISMATCH(422),
    DOWNLOAD_OVER(410),
    DOWNLOAD_LATER(503),

    INVALID_FIELDS(400),
    MALFORMED_BODY(400),
    BAD_REQUEST(400),
    SIGN_IN_REQUIRED(401),
    CREDENTIALS_REQUIRED(401),
    FORBIDDEN(403),
    FORM_FROM_ELSEWHERE(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    CHANGED_MEANWHILE(409),
    TOO_LARGE(413),
    FILES_TOO_LARGE(413),
    UNSUPPORTED_MEDIA_TYPE(415),
    RANGE_NOT_SATISFIABLE(416),
    TOO_MANY_REQUESTS(429),
    INTERNAL_ERROR(500),
    UNAVAILABLE(503);

    private final int status;

    ProblemKind(int status) {
        this.status = status;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The last part of the type: {@code wrong-state}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The problem's type, relative to the service. */
    public URI type() {
        return URI.create("/problems/" + key());
    }

    /** What a type stands for. */
    static Optional<ProblemKind> ofType(URI type) {
        return Arrays.stream(values()).filter(kind -> kind.type().equals(type)).findFirst();
    }

    /** What a bare status stands for, where nothing else is known. */
    static ProblemKind ofStatus(int status) {
        return switch (status) {
            case 401 -> CREDENTIALS_REQUIRED;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 409 -> CHANGED_MEANWHILE;
            case 413 -> TOO_LARGE;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 416 -> RANGE_NOT_SATISFIABLE;
            case 429 -> TOO_MANY_REQUESTS;
            case 503 -> UNAVAILABLE;
            default -> status < 500 ? BAD_REQUEST : INTERNAL_ERROR;
        };
    }
}
