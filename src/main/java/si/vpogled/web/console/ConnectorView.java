package si.vpogled.web.console;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import si.vpogled.text.Text;

/** A connector, in words: what its definition says but for addresses and secrets, how it does, and its latest test. */
record ConnectorView(String id, Text title, Definition definition, Health health, Optional<Tested> tested) {
    /**
     * @param steps from what identifier to which others
     * @param limits of one run
     */
    record Definition(
            List<Way> ways,
            String needs,
            String yields,
            List<String> steps,
            String concurrency,
            String limits,
            List<Collected> collections) {}

    /** A way in. */
    record Way(String id, Text transport) {}

    /**
     * @param way the id of the source that it is read from
     * @param items what it answers for
     */
    record Collected(Text title, String way, String services, Text row, String items) {}

    /**
     * @param ended attempts in the last thirty days
     * @param faults of these, one line for each kind that there was
     */
    record Health(
            Optional<Instant> lastSuccess,
            String ended,
            String median,
            String ninetieth,
            List<String> faults,
            Optional<LastFault> lastFault) {}

    record LastFault(Instant at, RunLine.Trouble trouble) {}

    /**
     * @param running whether it is under way
     * @param lines empty where it did not come to its end
     */
    record Tested(String actor, Instant at, String took, boolean running, boolean passed, List<Line> lines) {}

    /**
     * @param asked what was looked at
     * @param trouble empty where all is well
     */
    record Line(String part, String name, Text asked, Optional<RunLine.Trouble> trouble) {}
}
