package si.vpogled.bench;

import com.nimbusds.jose.jwk.OctetKeyPair;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import si.vpogled.bundle.AssembleBundle;
import si.vpogled.bundle.AssembledBundle;
import si.vpogled.bundle.plan.BundlePlan;
import si.vpogled.inventory.Inventory;
import si.vpogled.inventory.InventoryLoader;
import si.vpogled.inventory.ItemId;
import si.vpogled.storage.DirectoryStore;
import si.vpogled.storage.ObjectStore;
import si.vpogled.storage.seal.Unseal;
import si.vpogled.text.Language;

/** One request for one item, the files of a hosting account: its store, keys, extract and bundle. */
record BenchCase(Path folder, ObjectStore store, OctetKeyPair pair) {
    static final ItemId FILES = ItemId.parse("shared-hosting.user-data.files");
    static final String CONNECTOR = "hosting";
    static final String ACCOUNT = "merjenje";
    private static final UUID REQUEST = new UUID(1, 2);
    private static final UUID RUN = new UUID(3, 4);
    private static final String EXTRACT = "requests/" + REQUEST + "/runs/" + RUN + "-1.extract";

    static BenchCase in(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("scratch"));
        return new BenchCase(
                folder, new DirectoryStore(folder.resolve("store"), InstantSource.system()), Keys.pair(folder));
    }

    BundlePlan.Extract extract() {
        return new BundlePlan.Extract(CONNECTOR, RUN, 1, EXTRACT);
    }

    Path extractFile() {
        return folder.resolve("store").resolve(EXTRACT);
    }

    Path scratch() {
        return folder.resolve("scratch");
    }

    void dropExtract() throws IOException {
        store.deleteAll(EXTRACT);
    }

    AssembledBundle assemble(int attempt) throws IOException {
        return new AssembleBundle(store, Keys::signer, inventory()).assemble(plan(attempt), pair);
    }

    void dropBundles() throws IOException {
        store.deleteAll("requests/" + REQUEST + "/bundles/");
    }

    /** As the subject downloads it. */
    void decrypt(int attempt, Path zip) throws IOException {
        byte[] context = plan(attempt).sealContext().getBytes(StandardCharsets.UTF_8);
        try (InputStream plain = Channels.newInputStream(
                Unseal.open(pair, context, store.open(plan(attempt).key())))) {
            Files.copy(plain, zip, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private BundlePlan plan(int attempt) {
        Instant created = Instant.parse("2026-04-02T08:15:00Z");
        return new BundlePlan(
                REQUEST,
                "VP-MERJ-ENJE",
                "access",
                Language.SL,
                "Maja Žagar",
                "maja.zagar@posta.example",
                created,
                created,
                List.of(),
                List.of(FILES.service()),
                1,
                attempt,
                List.of(extract()),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    /** The inventory that comes along, with only the files in it. */
    private static Inventory inventory() {
        Inventory all = InventoryLoader.loadDefault();
        return new Inventory(
                all.version(),
                all.provider(),
                all.services(),
                all.rows(),
                all.cells().stream()
                        .map(cell -> new Inventory.Cell(
                                cell.service(),
                                cell.row(),
                                cell.note(),
                                cell.items().stream()
                                        .filter(item -> item.id().equals(FILES))
                                        .toList()))
                        .toList(),
                all.automatedDecisions());
    }
}
