package si.vpogled.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.UUID;
import si.vpogled.collection.Connectors;
import si.vpogled.collection.ErasureSteps;
import si.vpogled.collection.KnownIdentifiers;
import si.vpogled.inventory.Inventory;
import si.vpogled.request.Limits;
import si.vpogled.request.RequestCase;
import si.vpogled.subject.Identifier;

/** Draws a plan up of what was found, as the law stands today. Within a transaction, case locked. */
@ApplicationScoped
class DrawUpPlan {
    private final ErasureSteps steps;
    private final KnownIdentifiers known;
    private final Plans plans;
    private final Inventory inventory;
    private final Connectors connectors;
    private final InstantSource clock;

    DrawUpPlan(
            ErasureSteps steps,
            KnownIdentifiers known,
            Plans plans,
            Inventory inventory,
            Connectors connectors,
            InstantSource clock) {
        this.steps = steps;
        this.known = known;
        this.plans = plans;
        this.inventory = inventory;
        this.connectors = connectors;
        this.clock = clock;
    }

    Plan draw(RequestCase request) {
        return writing()
                .write(request, steps.found(request.id()), isCustomer(request.id()), plans.current(request.id()));
    }

    WritePlan writing() {
        return new WritePlan(inventory, connectors, Limits.day(clock.instant()));
    }

    private boolean isCustomer(UUID request) {
        return known.of(request).stream().map(Identifier::type).anyMatch(kind -> switch (kind) {
            case EMAIL, VAT_ID -> false;
            case CUSTOMER_NUMBER, DOMAIN, HOSTING_ACCOUNT, VPS_SERVER, DOSTAVLJALEC_ACCOUNT, WEBSITE -> true;
        });
    }
}
