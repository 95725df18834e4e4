package si.vpogled.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.OctetKeyPair;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import si.vpogled.connector.Fault;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.Order;
import si.vpogled.connector.definition.ConnectorDefinition;
import si.vpogled.connector.definition.DefinitionLoader;
import si.vpogled.storage.Grant;
import si.vpogled.storage.ObjectStore;
import si.vpogled.storage.seal.Keys;
import si.vpogled.text.Language;

class LocalLauncherTest {
    private static final List<ConnectorDefinition> DEFINITIONS =
            new DefinitionLoader().builtIn().all();

    /** Fails with what nobody foresaw, and with somebody's name in it. */
    private static final class Broken implements ObjectStore {
        private final Supplier<? extends Throwable> failure;

        private Broken(Supplier<? extends Throwable> failure) {
            this.failure = failure;
        }

        @Override
        public Upload create(String key) {
            throw sneaky(failure.get());
        }

        @SuppressWarnings("unchecked")
        private static <T extends Throwable> RuntimeException sneaky(Throwable failure) throws T {
            throw (T) failure;
        }

        @Override
        public SeekableByteChannel open(String key) throws IOException {
            throw new IOException();
        }

        @Override
        public boolean exists(String key) {
            return false;
        }

        @Override
        public Grant grant(String key, Grant.Terms terms) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void check() {}

        @Override
        public void deleteAll(String prefix) {}
    }

    @Test
    void what_nobody_foresaw_is_a_defect_told_without_its_message() throws InterruptedException {
        Launcher.Report report = launcher(DEFINITIONS).launch(order("billing"), (_, _) -> true);

        assertThat(report.outcome()).isEmpty();
        assertThat(report.fault())
                .contains(new Fault(
                        FaultKind.DEFECT, "The run failed with IllegalStateException; the connector is wrong"));
    }

    /** As of a driver that is built for another version. */
    @Test
    void an_error_is_a_defect_too() throws InterruptedException {
        for (Supplier<Error> error : List.<Supplier<Error>>of(
                () -> new NoSuchMethodError("Ana Novak"),
                () -> new StackOverflowError("Ana Novak"),
                () -> new AssertionError("Ana Novak"))) {
            Launcher.Report report = launcher(DEFINITIONS, error).launch(order("billing"), (_, _) -> true);

            String name = error.get().getClass().getSimpleName();
            assertThat(report.fault())
                    .contains(new Fault(FaultKind.DEFECT, "The run failed with " + name + "; the connector is wrong"));
        }
    }

    /** It may be short for all, and of another run's doing: it is begun again, and not for ever. */
    @Test
    void memory_that_is_short_is_not_held_against_the_connector_at_once() {
        LocalLauncher launcher = launcher(DEFINITIONS, OutOfMemoryError::new);

        assertThatThrownBy(() -> launcher.launch(order("billing"), (_, _) -> true))
                .isInstanceOf(OutOfMemoryError.class);
    }

    @Test
    void a_connector_without_a_definition_is_the_operators_to_put_back() throws InterruptedException {
        Launcher.Report report = launcher(List.of()).launch(order("billing"), (_, _) -> true);

        assertThat(report.fault()).hasValueSatisfying(fault -> {
            assertThat(fault.kind()).isEqualTo(FaultKind.MISCONFIGURED);
            assertThat(fault.message()).contains("no definition of billing any more", "put it back");
        });
    }

    private static LocalLauncher launcher(List<ConnectorDefinition> definitions) {
        return launcher(definitions, () -> new IllegalStateException("Ana Novak, ana@novak.example"));
    }

    private static LocalLauncher launcher(
            List<ConnectorDefinition> definitions, Supplier<? extends Throwable> failure) {
        return new LocalLauncher(
                new Connectors(definitions),
                new Broken(failure),
                new ConnectorEnvironment(Map.of()),
                InstantSource.system(),
                new SetLimits(1, 1, Duration.ofSeconds(1), Duration.ofSeconds(1)));
    }

    private static Order order(String connector) {
        OctetKeyPair pair = Keys.pair();
        return new Order(
                Order.VERSION,
                UUID.randomUUID(),
                1,
                UUID.randomUUID(),
                connector,
                Order.Operation.COLLECT,
                List.of(),
                DEFINITIONS.getFirst().items(),
                Language.SL,
                "runs/x.extract",
                pair.toPublicJWK().toJSONObject(),
                new Order.Limits(60, 10, 1_000));
    }
}
