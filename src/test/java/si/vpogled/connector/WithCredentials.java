package si.vpogled.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.support.ParameterDeclarations;
import org.junit.platform.commons.support.ReflectionSupport;
import si.vpogled.connector.job.TestReport;

/** What a connector promises some of whose sources ask who it is, or prove who they are. */
public interface WithCredentials extends Backend {
    String SECRETS = "VPOGLED_SECRET";

    /** Whatever can be wrong of them, one by one: each secret, and each key by which a server is known. */
    List<Wrong> wrongCredentials();

    /**
     * @param source that is not reached with it
     * @param variable of the environment
     * @param value which the source does not accept
     */
    record Wrong(String source, String variable, String value) {
        @Override
        public String toString() {
            return variable;
        }
    }

    @Test
    default void everySecretIsWrongInTurn() {
        assertThat(wrongCredentials().stream().map(Wrong::variable).collect(Collectors.toSet()))
                .containsAll(secrets());
        assertThat(secrets()).isNotEmpty();
    }

    @ParameterizedTest
    @ArgumentsSource(EachWrong.class)
    default void wrongCredentialsAreAMisconfiguration(Wrong wrong) throws Exception {
        Extracts.failsAlone(this, wrong.source(), with(wrong), Set.of(FaultKind.MISCONFIGURED));
    }

    @ParameterizedTest
    @ArgumentsSource(EachWrong.class)
    default void whatIsNotSetIsAMisconfiguration(Wrong wrong) throws Exception {
        Map<String, String> environment = new HashMap<>(environment());
        assertThat(environment.remove(wrong.variable())).isNotNull();

        Extracts.failsAlone(this, wrong.source(), environment, Set.of(FaultKind.MISCONFIGURED));
    }

    @ParameterizedTest
    @ArgumentsSource(EachWrong.class)
    default void aTestTellsOfWrongCredentials(Wrong wrong) throws Exception {
        TestReport report = ordered().test(with(wrong));

        // where nothing is asked before the first read, opening is no fault
        assertThat(report.checks())
                .flatExtracting(check -> check.fault().stream().map(Fault::kind).toList())
                .contains(FaultKind.MISCONFIGURED);
        assertThat(report.passed()).isFalse();
    }

    private Set<String> secrets() {
        return environment().keySet().stream()
                .filter(name -> name.startsWith(SECRETS))
                .collect(Collectors.toSet());
    }

    private Map<String, String> with(Wrong wrong) {
        Map<String, String> environment = new HashMap<>(environment());
        assertThat(environment.put(wrong.variable(), wrong.value())).isNotNull();
        return environment;
    }

    /** A test's arguments. */
    final class EachWrong implements ArgumentsProvider {
        @Override
        public Stream<? extends Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext test) {
            WithCredentials backend = (WithCredentials) ReflectionSupport.newInstance(test.getRequiredTestClass());
            return backend.wrongCredentials().stream().map(Arguments::of);
        }
    }
}
