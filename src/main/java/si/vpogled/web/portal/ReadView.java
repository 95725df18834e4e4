package si.vpogled.web.portal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import si.vpogled.collection.Connectors;
import si.vpogled.fulfilment.CaseProgress;
import si.vpogled.fulfilment.transmission.Transmissions;
import si.vpogled.inventory.Inventory;
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

    ReadView(
            CaseProgress progress,
            History history,
            Inventory inventory,
            Connectors connectors,
            Transmissions transmissions) {
        this.progress = progress;
        this.history = history;
        this.inventory = inventory;
        this.connectors = connectors;
        this.transmissions = transmissions;
    }

    @Transactional
    CaseView read(UUID request, Page page) {
        return new CaseView(
                page, progress.of(request), history.of(request), inventory, connectors, transmissions.of(request));
    }
}
