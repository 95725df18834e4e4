package si.vpogled.bundle;

import com.nimbusds.jose.jwk.OctetKeyPair;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Optional;
import si.vpogled.bundle.completeness.Completeness;
import si.vpogled.bundle.completeness.CompletenessDocument;
import si.vpogled.bundle.completeness.Scope;
import si.vpogled.bundle.content.Collections;
import si.vpogled.bundle.content.OpenExtracts;
import si.vpogled.bundle.information.Information;
import si.vpogled.bundle.information.InformationPages;
import si.vpogled.bundle.information.WriteInformation;
import si.vpogled.bundle.json.BundleJson;
import si.vpogled.bundle.plan.BundlePlan;
import si.vpogled.bundle.report.Pages;
import si.vpogled.bundle.report.Report;
import si.vpogled.bundle.report.ReportPage;
import si.vpogled.inventory.Inventory;
import si.vpogled.storage.ObjectStore;

/** Writes single pages of a bundle's report from the same plan and by the same hands, without making the bundle. */
@ApplicationScoped
public class PreviewReport {
    private final ObjectStore store;
    private final Inventory inventory;
    private final Pages pages = new Pages();

    public PreviewReport(ObjectStore store, Inventory inventory) {
        this.store = store;
        this.inventory = inventory;
    }

    /** For a {@code Content-Security-Policy} under which a page can be shown: nothing in it runs, nothing is loaded. */
    public String policy() {
        return pages.policy(false) + "; frame-ancestors 'none'; sandbox allow-same-origin";
    }

    /**
     * @param path under {@code data/}
     * @return empty where the report has no such page
     * @throws si.vpogled.bundle.completeness.IncompleteException as assembling would
     * @throws IOException where an extract cannot be read
     */
    public Optional<ReportPage> page(BundlePlan plan, OctetKeyPair requestKeyPair, String path) throws IOException {
        Scope scope = new Scope(inventory, plan);
        try (OpenExtracts extracts = OpenExtracts.of(plan, scope, inventory, store, requestKeyPair)) {
            Completeness completeness = Completeness.of(inventory, plan, extracts.outcomes(), extracts.carriers());
            Collections collections = new Collections(extracts, inventory);
            Report report = new Report(pages, inventory, plan, completeness, collections.all());
            return switch (path) {
                case "information.html" ->
                    Optional.of(new ReportPage("text/html", information(report, plan, completeness)));
                case "completeness.json" ->
                    Optional.of(json(CompletenessDocument.of(inventory, plan, completeness, JsonFiles.of(extracts))));
                default -> report.page(path, collections);
            };
        }
    }

    private byte[] information(Report report, BundlePlan plan, Completeness completeness) {
        Information information = new WriteInformation(inventory).of(plan, completeness);
        return report.information(new InformationPages(pages, inventory).model(information));
    }

    private static ReportPage json(Object document) throws IOException {
        return new ReportPage("application/json", BundleJson.MAPPER.writeValueAsBytes(document));
    }
}
