package si.vpogled.connector.job;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Optional;

/**
 * How far a job is, as a line of its standard output: {@code {"progress":{"records":42,"bytes":4200}}}. A job may say so
 * now and then, every few seconds at most; what comes last counts. It holds numbers and nothing else.
 *
 * @param records and files so far
 * @param bytes so far, before compression
 */
public record ProgressLine(long records, long bytes) {
    public static final ProgressLine BEGIN = new ProgressLine(0, 0);
    private static final String START = "{\"progress\":";

    private record Line(@JsonProperty(required = true) ProgressLine progress) {}

    String line() {
        try {
            return JobJson.MAPPER.writeValueAsString(new Line(this));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Two numbers cannot be written as JSON", e);
        }
    }

    /** From the end of what a job said; empty where nothing of it tells how far it is. */
    public static Optional<ProgressLine> last(String said) {
        return said.lines()
                .map(line -> line.replace(" ", ""))
                .filter(line -> line.startsWith(START))
                .flatMap(line -> read(line).stream())
                .reduce((_, later) -> later);
    }

    private static Optional<ProgressLine> read(String line) {
        try {
            ProgressLine told = JobJson.MAPPER.readValue(line, Line.class).progress();
            return told == null || told.records < 0 || told.bytes < 0 ? Optional.empty() : Optional.of(told);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
