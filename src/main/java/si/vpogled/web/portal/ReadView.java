package si.vpogled.web.portal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import si.vpogled.collection.Connectors;
import si.vpogled.fulfilment.CaseProgress;
import si.vpogled.fulfilment.transmission.Transmissions;
import si.vpogled.inventory.Inventory;
import si.vpogled.request.AcceptRequest;
import si.vpogled.request.History;
import si.vpogled.web.page.Page;

/** Reads what a subject sees of a case. */
@ApplicationScoped
class ReadView {
    private final CaseProgress progress;
    private final History history;
    private final Inventory inventory;
    private final Connectors connectors;
    private final Transmissions transmissions;
    private final AcceptRequest accept;

    ReadView(
            CaseProgress progress,
            History history,
            Inventory inventory,
            Connectors connectors,
            Transmissions transmissions,
            AcceptRequest accept) {
        this.progress = progress;
        this.history = history;
        this.inventory = inventory;
        this.connectors = connectors;
        this.transmissions = transmissions;
        this.accept = accept;
    }

    @Transactional
    CaseView read(UUID request, Page page) {
        CaseProgress.Progress now = progress.of(request);
        CaseView.Beside beside =
                new CaseView.Beside(history.of(request), transmissions.of(request), accept.awaitsProof(now.request()));
        return new CaseView(page, now, beside, inventory, connectors);
    }
}
