package si.vpogled.collection;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;
import java.util.Locale;

/** How attempts end, and how long they take. */
@Singleton
class RunMeters {
    private final MeterRegistry registry;

    RunMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void on(@Observes(during = TransactionPhase.AFTER_SUCCESS) AttemptEnded ended) {
        String outcome =
                ended.fault().map(kind -> kind.name().toLowerCase(Locale.ROOT)).orElse("completed");
        registry.counter("vpogled.runs", "connector", ended.connector(), "outcome", outcome)
                .increment();
        Timer.builder("vpogled.run")
                .description("How long attempts of connectors take, however they end")
                .tag("connector", ended.connector())
                .register(registry)
                .record(ended.took());
    }
}
