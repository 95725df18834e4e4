package si.vpogled.connector;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whose fault it is, which decides what happens next. */
public enum FaultKind {
    /** Address, credentials or definition are wrong: an operator must act, trying again changes nothing. */
    @JsonProperty("misconfigured")
    MISCONFIGURED,
    /** The backend cannot be reached or is too slow: tried again with growing pauses. */
    @JsonProperty("unavailable")
    UNAVAILABLE,
    /** The backend was reached and said no, or a limit of the definition was passed. */
    @JsonProperty("refused")
    REFUSED,
    /** The backend answered nonsense, or the connector is wrong: someone must look. */
    @JsonProperty("defect")
    DEFECT
}
