package si.vpogled.bundle.report;

/** A page of the report, or what it brings along. */
public record ReportPage(String mediaType, byte[] content) {}
