package si.vpogled.fulfilment;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;

/** How large bundles are. */
@Singleton
class BundleMeters {
    private final DistributionSummary sizes;

    BundleMeters(MeterRegistry registry) {
        this.sizes = DistributionSummary.builder("vpogled.bundle")
                .baseUnit("bytes")
                .description("The size of bundles, as downloaded")
                .register(registry);
    }

    void on(@Observes(during = TransactionPhase.AFTER_SUCCESS) BundleFinished finished) {
        sizes.record(finished.size());
    }
}
