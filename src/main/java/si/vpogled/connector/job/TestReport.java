package si.vpogled.connector.job;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import si.vpogled.connector.Fault;

/**
 * What a test of a connector found, without reading anybody's data.
 *
 * @param checks every source, then every step of identify, then every collection, in the definition's order
 */
public record TestReport(String connector, Instant started, Instant ended, List<Check> checks) {
    public TestReport {
        checks = List.copyOf(checks);
    }

    public boolean passed() {
        return checks.stream().allMatch(check -> check.fault().isEmpty());
    }

    /**
     * @param name the id of a source or collection; of a step, the kind that it starts from
     * @param fault empty where all is well
     */
    public record Check(Part part, String name, Optional<Fault> fault) {}

    public enum Part {
        @JsonProperty("source")
        SOURCE,
        @JsonProperty("identify")
        IDENTIFY,
        @JsonProperty("collection")
        COLLECTION
    }
}
