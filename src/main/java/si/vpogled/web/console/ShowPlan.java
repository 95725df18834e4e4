package si.vpogled.web.console;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Optional;
import si.vpogled.collection.Connectors;
import si.vpogled.erasure.RecordNotice;
import si.vpogled.fulfilment.ViewPlan;
import si.vpogled.inventory.Inventory;
import si.vpogled.request.Actor;
import si.vpogled.web.certificate.ShowCertificate;
import si.vpogled.web.page.Page;
import si.vpogled.web.security.StaffActor;

/** Reads the plan of an erasure for whoever asks. */
@ApplicationScoped
class ShowPlan {
    private final ViewPlan view;
    private final Connectors connectors;
    private final Inventory inventory;
    private final StaffActor staff;
    private final ShowCertificate certificates;
    private final RecordNotice notices;

    ShowPlan(
            ViewPlan view,
            Connectors connectors,
            Inventory inventory,
            StaffActor staff,
            ShowCertificate certificates,
            RecordNotice notices) {
        this.view = view;
        this.connectors = connectors;
        this.inventory = inventory;
        this.staff = staff;
        this.certificates = certificates;
        this.notices = notices;
    }

    Actor actor() {
        return staff.actor();
    }

    byte[] certificate(String reference, Page page) throws IOException {
        return certificates.pdf(page, view.certificate(reference, staff.actor()).certificate());
    }

    void told(String reference, String notice, Optional<String> answer) {
        notices.record(reference, staff.actor(), notice, answer);
    }

    PlanView show(String reference, Page page) {
        Actor reader = staff.actor();
        return new DescribePlan(page, connectors, inventory).describe(view.view(reference, reader), reader);
    }
}
