package si.vpogled.web.health;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import si.vpogled.collection.Connectors;
import si.vpogled.inventory.Inventory;

/** They are checked at start, which a wrong one stops; here it is told which are in use. */
@Readiness
@Singleton
class DefinitionsReady implements HealthCheck {
    private final Inventory inventory;
    private final Connectors connectors;

    DefinitionsReady(Inventory inventory, Connectors connectors) {
        this.inventory = inventory;
        this.connectors = connectors;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("definitions")
                .up()
                .withData("inventory items", inventory.items().size())
                .withData("connectors", connectors.all().size())
                .build();
    }
}
