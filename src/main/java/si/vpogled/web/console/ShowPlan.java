package si.vpogled.web.console;

import jakarta.enterprise.context.ApplicationScoped;
import si.vpogled.collection.Connectors;
import si.vpogled.fulfilment.ViewPlan;
import si.vpogled.inventory.Inventory;
import si.vpogled.request.Actor;
import si.vpogled.web.page.Page;
import si.vpogled.web.security.StaffActor;

/** Reads the plan of an erasure for whoever asks. */
@ApplicationScoped
class ShowPlan {
    private final ViewPlan view;
    private final Connectors connectors;
    private final Inventory inventory;
    private final StaffActor staff;

    ShowPlan(ViewPlan view, Connectors connectors, Inventory inventory, StaffActor staff) {
        this.view = view;
        this.connectors = connectors;
        this.inventory = inventory;
        this.staff = staff;
    }

    Actor actor() {
        return staff.actor();
    }

    PlanView show(String reference, Page page) {
        Actor reader = staff.actor();
        return new DescribePlan(page, connectors, inventory).describe(view.view(reference, reader), reader);
    }
}
