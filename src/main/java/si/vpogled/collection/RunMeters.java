package si.vpogled.collection;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.definition.ConnectorDefinition;

/** How attempts end, and how long they take. */
@Singleton
class RunMeters {
    private final MeterRegistry registry;
    private final Connectors connectors;

    RunMeters(MeterRegistry registry, Connectors connectors) {
        this.registry = registry;
        this.connectors = connectors;
    }

    /** At 0: who looks at what has come since the last time sees the first one only where there was something before. */
    void begin(@Observes StartupEvent start) {
        for (ConnectorDefinition definition : connectors.all()) {
            ended(definition.connector(), Optional.empty());
            for (FaultKind kind : FaultKind.values()) {
                ended(definition.connector(), Optional.of(kind));
            }
        }
    }

    private Counter ended(String connector, Optional<FaultKind> fault) {
        String outcome = fault.map(kind -> kind.name().toLowerCase(Locale.ROOT)).orElse("completed");
        return registry.counter("vpogled.runs", "connector", connector, "outcome", outcome);
    }

    void on(@Observes(during = TransactionPhase.AFTER_SUCCESS) AttemptEnded ended) {
        ended(ended.connector(), ended.fault()).increment();
        Timer.builder("vpogled.run")
                .description("How long attempts of connectors take, however they end")
                .tag("connector", ended.connector())
                .register(registry)
                .record(ended.took());
    }
}
