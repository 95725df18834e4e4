package si.vpogled.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import si.vpogled.bundle.bag.BagInfo;
import si.vpogled.bundle.bag.BagWriter;
import si.vpogled.bundle.completeness.Completeness;
import si.vpogled.bundle.completeness.CompletenessDocument;
import si.vpogled.bundle.content.Collections;
import si.vpogled.bundle.content.CopyContents;
import si.vpogled.bundle.content.OpenExtracts;
import si.vpogled.bundle.content.SiteManifest;
import si.vpogled.bundle.information.Information;
import si.vpogled.bundle.information.InformationPages;
import si.vpogled.bundle.information.WriteInformation;
import si.vpogled.bundle.json.BundleJson;
import si.vpogled.bundle.plan.BundlePlan;
import si.vpogled.bundle.report.Pages;
import si.vpogled.bundle.report.Report;
import si.vpogled.inventory.Inventory;
import si.vpogled.storage.keys.Signer;

/** Everything that stands in one bag, in its order. */
final class WriteBag {
    private final BundlePlan plan;
    private final Inventory inventory;
    private final Completeness completeness;
    private final OpenExtracts extracts;
    private final Pages pages;
    private final Signer signer;

    WriteBag(
            BundlePlan plan,
            Inventory inventory,
            Completeness completeness,
            OpenExtracts extracts,
            Pages pages,
            Signer signer) {
        this.plan = plan;
        this.inventory = inventory;
        this.completeness = completeness;
        this.extracts = extracts;
        this.pages = pages;
        this.signer = signer;
    }

    /** @return how many entries the archive has */
    int to(OutputStream archive) throws IOException {
        Information information = new WriteInformation(inventory).of(plan, completeness);
        InformationPages informationPages = new InformationPages(pages, inventory);
        FutureTask<byte[]> pdf = new FutureTask<>(() -> informationPages.pdf(information));
        Thread.ofPlatform().daemon().name("bundle-pdf").start(pdf);
        Collections collections = new Collections(extracts, inventory);
        Report report = new Report(pages, inventory, plan, completeness, collections.all());
        try (BagWriter bag = new BagWriter(archive, plan.reference(), plan.created())) {
            json(
                    bag,
                    "completeness.json",
                    CompletenessDocument.of(inventory, plan, completeness, JsonFiles.of(extracts)));
            json(bag, "information.json", information);
            page(bag, "information.html", report.information(informationPages.model(information)));
            for (String schema : JsonFiles.schemas(extracts)) {
                bag.payload("schemas/" + schema + ".schema.json", "application/schema+json", schema(schema));
            }
            report.write(collections, bag::payload);
            new CopyContents(extracts, bag).run();
            for (SiteManifest manifest : extracts.manifests()) {
                try (OutputStream out = bag.payload(manifest.path(), "application/json")) {
                    manifest.write(out, extracts.scope());
                }
            }
            bag.payload("information.pdf", "application/pdf", result(pdf));
            return bag.finish(info(), Map.of("README.txt", readme()), signer);
        }
    }

    private BagInfo info() {
        BagInfo info = new BagInfo()
                .add("Source-Organization", inventory.provider().name())
                .add("Organization-Address", inventory.provider().address())
                .add("Contact-Email", inventory.provider().email())
                .add("External-Identifier", plan.reference())
                .add("External-Description", "Answer to a request under the GDPR: " + plan.right())
                .add("Inventory-Version", inventory.version())
                .add("Bundle-Number", Integer.toString(plan.number()));
        plan.supplementTo().ifPresent(number -> info.add("Supplement-To", Integer.toString(number)));
        return info.baggedOn(plan.created());
    }

    private byte[] readme() {
        return Pages.resource("/bundle/README_" + plan.language().tag() + ".txt")
                .replace("@REFERENCE@", plan.reference())
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] schema(String name) throws IOException {
        try (InputStream stream = WriteBag.class.getResourceAsStream("/schema/" + name + ".schema.json")) {
            return stream.readAllBytes();
        }
    }

    private static void json(BagWriter bag, String path, Object document) throws IOException {
        bag.payload(path, "application/json", BundleJson.MAPPER.writeValueAsBytes(document));
    }

    private static void page(BagWriter bag, String path, byte[] html) throws IOException {
        bag.payload(path, "text/html", html);
    }

    private static byte[] result(FutureTask<byte[]> pdf) throws IOException {
        try {
            return pdf.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new java.io.InterruptedIOException("Interrupted while a bundle was assembled");
        } catch (ExecutionException e) {
            throw new IOException("The information could not be made into a PDF", e.getCause());
        }
    }
}
