package si.vpogled.connector.job;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.Fault;
import si.vpogled.connector.FaultKind;

/**
 * What a test of a connector found, without reading anybody's data.
 *
 * @param checks every source, then every step of identify, then every collection, in the definition's order
 */
public record TestReport(String connector, Instant started, Instant ended, List<Check> checks) {
    public TestReport {
        checks = List.copyOf(checks);
    }

    /** Where the test itself could not be made. */
    public static TestReport failed(String connector, Instant started, Instant ended, ConnectorException why) {
        Fault fault = new Fault(why.kind(), why.getMessage());
        return new TestReport(
                connector, started, ended, List.of(new Check(Part.SOURCE, connector, Optional.of(fault))));
    }

    /**
     * From what a job said on its standard output.
     *
     * @throws ConnectorException of kind defect where none of its lines is a report
     */
    public static TestReport told(String output) throws ConnectorException {
        String last = output.lines().filter(line -> line.startsWith("{")).reduce("", (_, later) -> later);
        try {
            return JobJson.MAPPER.readValue(last, TestReport.class);
        } catch (JsonProcessingException e) {
            throw new ConnectorException(FaultKind.DEFECT, "The job ended as if all were well, and told no report");
        }
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
