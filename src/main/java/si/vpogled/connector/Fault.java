package si.vpogled.connector;

/** A fault as told in an outcome: its kind and plain words without personal data. */
public record Fault(FaultKind kind, String message) {}
