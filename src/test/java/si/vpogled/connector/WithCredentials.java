package si.vpogled.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import si.vpogled.connector.job.TestReport;

/** What a connector promises whose backend asks who it is. */
public interface WithCredentials extends Backend {
    /** What replaces parts of {@link #environment} so that the backend does not accept it. */
    Map<String, String> wrongCredentials();

    @Test
    default void wrongCredentialsAreAMisconfiguration() throws Exception {
        Extracts.everythingFails(this, withWrongCredentials(), 60, Set.of(FaultKind.MISCONFIGURED));
    }

    @Test
    default void aSecretThatIsNotSetIsAMisconfiguration() throws Exception {
        Map<String, String> environment = new HashMap<>(environment());
        assertThat(environment.keySet().removeIf(name -> name.startsWith("VPOGLED_SECRET")))
                .isTrue();

        Extracts.everythingFails(this, environment, 60, Set.of(FaultKind.MISCONFIGURED));
    }

    @Test
    default void aTestTellsOfWrongCredentials() throws Exception {
        TestReport report = ordered().test(withWrongCredentials());

        // where nothing is asked before the first read, opening is no fault
        assertThat(report.checks())
                .flatExtracting(check -> check.fault().stream().map(Fault::kind).toList())
                .contains(FaultKind.MISCONFIGURED);
        assertThat(report.passed()).isFalse();
    }

    private Map<String, String> withWrongCredentials() {
        Map<String, String> environment = new HashMap<>(environment());
        environment.putAll(wrongCredentials());
        return environment;
    }
}
