package si.vpogled.bundle;

import com.google.crypto.tink.subtle.Ed25519Sign;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import si.vpogled.bundle.content.FoundEntry;
import si.vpogled.bundle.content.FoundExtract;
import si.vpogled.bundle.plan.BundlePlan;
import si.vpogled.connector.Fault;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.Order;
import si.vpogled.connector.Outcome;
import si.vpogled.connector.definition.ConnectorDefinition;
import si.vpogled.connector.definition.ConnectorDefinition.FieldType;
import si.vpogled.connector.extract.CollectionHead;
import si.vpogled.connector.extract.CollectionHead.Field;
import si.vpogled.connector.extract.Entry;
import si.vpogled.connector.extract.EntryDraft;
import si.vpogled.connector.extract.ExtractWriter;
import si.vpogled.connector.extract.Part;
import si.vpogled.connector.extract.RecordWriter;
import si.vpogled.connector.extract.RecordsDraft;
import si.vpogled.connector.job.RunConnector;
import si.vpogled.connector.job.RunContext;
import si.vpogled.inventory.Inventory;
import si.vpogled.inventory.InventoryLoader;
import si.vpogled.inventory.Item;
import si.vpogled.inventory.ItemId;
import si.vpogled.law.RetentionRule;
import si.vpogled.storage.DirectoryStore;
import si.vpogled.storage.ObjectStore;
import si.vpogled.storage.keys.Signer;
import si.vpogled.storage.seal.Keys;
import si.vpogled.storage.seal.Seal;
import si.vpogled.storage.seal.Unseal;
import si.vpogled.subject.Identifier;
import si.vpogled.text.Language;
import si.vpogled.text.Text;

/** A case to assemble: the inventory that comes with the program, a store in a folder, extracts made by hand. */
public final class TestCase {
    public static final Instant CREATED = Instant.parse("2026-04-02T08:15:00Z");
    public static final Inventory INVENTORY = InventoryLoader.loadDefault();
    private static final UUID REQUEST = UUID.fromString("11111111-2222-4333-8444-555555555555");

    final ObjectStore store;
    final OctetKeyPair pair = Keys.pair();
    final Signer signer = signer();
    private final Path folder;
    private final List<BundlePlan.Extract> extracts = new ArrayList<>();
    private final List<BundlePlan.Withholding> withholdings = new ArrayList<>();
    private final List<BundlePlan.WithheldPart> parts = new ArrayList<>();
    private final List<BundlePlan.Gap> gaps = new ArrayList<>();
    private final List<String> notNeeded = new ArrayList<>();
    private Optional<BundlePlan.Partial> partial = Optional.empty();
    private Language language = Language.SL;
    private String right = "access";
    private Inventory inventory = INVENTORY;
    private List<String> services =
            INVENTORY.services().stream().map(Inventory.ServiceColumn::id).toList();

    public TestCase(Path folder) throws IOException {
        this.folder = folder;
        this.store = new DirectoryStore(folder.resolve("store"), InstantSource.fixed(CREATED));
        Files.createDirectories(folder.resolve("scratch"));
    }

    /** What an extract holds. */
    interface Writing {
        void write(Draft draft) throws IOException;
    }

    TestCase in(Language chosen) {
        language = chosen;
        return this;
    }

    /** Another inventory with the same items. */
    TestCase inventory(Inventory other) {
        inventory = other;
        return this;
    }

    TestCase right(String chosen) {
        right = chosen;
        return this;
    }

    TestCase services(String... chosen) {
        services = List.of(chosen);
        return this;
    }

    TestCase notNeeded(String... connectors) {
        notNeeded.addAll(List.of(connectors));
        return this;
    }

    TestCase unreachable(String connector, String... hides) {
        gaps.add(new BundlePlan.Gap(
                connector,
                new Text("Sistem " + connector, "System " + connector),
                new Fault(FaultKind.UNAVAILABLE, "The backend does not answer"),
                Instant.parse("2026-03-30T06:00:00Z"),
                true,
                List.of(hides)));
        return this;
    }

    /** Because another is silent. */
    TestCase notAsked(String... connectors) {
        for (String connector : connectors) {
            gaps.add(new BundlePlan.Gap(
                    connector,
                    new Text("Sistem " + connector, "System " + connector),
                    new Fault(FaultKind.UNAVAILABLE, "Not asked"),
                    Instant.parse("2026-03-30T06:00:00Z"),
                    false,
                    List.of()));
        }
        return this;
    }

    TestCase partial(String reason) {
        partial = Optional.of(new BundlePlan.Partial(new Text(reason, reason), CREATED));
        return this;
    }

    TestCase withhold(String item, String reason) {
        withholdings.add(new BundlePlan.Withholding(
                ItemId.parse(item),
                "rights-of-others",
                new Text("15. člen (4) Splošne uredbe", "GDPR Art. 15(4)"),
                new Text(reason, reason)));
        return this;
    }

    /** Leaves a part of what a connector brought out: an entry, record, field of all or of one, as they are given. */
    TestCase withholdPart(String entry, Optional<Long> record, Optional<String> field, String reason)
            throws IOException {
        Optional<Part.Mark> mark = Optional.empty();
        if (record.isPresent()) {
            mark = Optional.of(mark(entry, record.get()));
        }
        parts.add(new BundlePlan.WithheldPart(
                new Part(entry, mark, field),
                "rights-of-others",
                new Text("15. člen (4) Splošne uredbe", "GDPR Art. 15(4)"),
                new Text(reason, reason)));
        return this;
    }

    TestCase withholdPart(BundlePlan.WithheldPart part) {
        parts.add(part);
        return this;
    }

    private Part.Mark mark(String entry, long record) throws IOException {
        for (BundlePlan.Extract extract : extracts) {
            try (FoundExtract found = FoundExtract.open(extract, store, pair)) {
                for (FoundEntry one : found.all()) {
                    if (one.entry().name().equals(entry)) {
                        return found.records(one, record - 1, 1)
                                .records()
                                .getFirst()
                                .mark();
                    }
                }
            }
        }
        throw new AssertionError("No connector brought " + entry);
    }

    TestCase nothingIn(String... connectors) throws IOException {
        for (String connector : connectors) {
            extract(connector, _ -> {});
        }
        return this;
    }

    /** Runs a connector against its backend; what it brings goes into the bundle. */
    TestCase run(ConnectorDefinition definition, Map<String, String> environment, Identifier... known)
            throws Exception {
        UUID run = UUID.nameUUIDFromBytes(definition.connector().getBytes(StandardCharsets.UTF_8));
        BundlePlan.Extract extract = new BundlePlan.Extract(
                definition.connector(), run, 1, "requests/" + REQUEST + "/runs/" + run + "-1.extract");
        Order order = new Order(
                Order.VERSION,
                run,
                1,
                REQUEST,
                definition.connector(),
                Order.Operation.COLLECT,
                List.of(known),
                definition.items(),
                language,
                extract.key(),
                pair.toPublicJWK().toJSONObject(),
                definition.limits());
        new RunConnector()
                .run(
                        order,
                        definition,
                        new RunContext(
                                InstantSource.fixed(CREATED),
                                store,
                                environment,
                                folder.resolve("scratch"),
                                RunContext.Watcher.NONE));
        extracts.add(extract);
        return this;
    }

    /** Writes an extract: found is what its entries carry, nothing else is held. */
    TestCase extract(String connector, Writing writing) throws IOException {
        return extract(connector, List.of(), writing);
    }

    TestCase extract(String connector, List<Outcome.Doubt> doubts, Writing writing) throws IOException {
        UUID run = UUID.nameUUIDFromBytes(connector.getBytes(StandardCharsets.UTF_8));
        String key = "requests/" + REQUEST + "/runs/" + run + "-1.extract";
        BundlePlan.Extract extract = new BundlePlan.Extract(connector, run, 1, key);
        try (ObjectStore.Upload upload = store.create(key)) {
            byte[] context = extract.sealContext().getBytes(StandardCharsets.UTF_8);
            try (OutputStream sealed = Seal.to(pair.toPublicJWK(), context, upload.stream());
                    ExtractWriter writer =
                            new ExtractWriter(sealed, CREATED, folder.resolve("scratch"), (records, bytes) -> {})) {
                Draft draft = new Draft(writer, connector);
                writing.write(draft);
                writer.finish(outcome(connector, run, draft, doubts));
            }
            upload.commit();
        }
        extracts.add(extract);
        return this;
    }

    private static Outcome outcome(String connector, UUID run, Draft draft, List<Outcome.Doubt> doubts) {
        List<Outcome.ItemOutcome> items = INVENTORY.items().stream()
                .filter(item -> item.connector().equals(connector))
                .map(Item::id)
                .map(draft::outcome)
                .toList();
        return new Outcome(
                1, run, 1, connector, CREATED, CREATED, items, draft.identifiers, doubts, List.of(), draft.remarks);
    }

    /** Alters an entry's bytes as they stand in the extract, and seals it again. */
    void alter(String connector, String ending, Consumer<byte[]> change) throws IOException {
        BundlePlan.Extract extract = extracts.stream()
                .filter(one -> one.connector().equals(connector))
                .findFirst()
                .orElseThrow();
        byte[] context = extract.sealContext().getBytes(StandardCharsets.UTF_8);
        byte[] bytes;
        try (InputStream plain = Channels.newInputStream(Unseal.open(pair, context, store.open(extract.key())))) {
            bytes = plain.readAllBytes();
        }
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes.clone()))
                .get()) {
            ZipArchiveEntry entry = java.util.Collections.list(zip.getEntries()).stream()
                    .filter(one -> one.getName().endsWith(ending))
                    .findFirst()
                    .orElseThrow();
            int from = (int) entry.getDataOffset();
            byte[] raw = Arrays.copyOfRange(bytes, from, from + (int) entry.getCompressedSize());
            change.accept(raw);
            System.arraycopy(raw, 0, bytes, from, raw.length);
        }
        store.deleteAll(extract.key());
        try (ObjectStore.Upload upload = store.create(extract.key())) {
            try (OutputStream sealed = Seal.to(pair.toPublicJWK(), context, upload.stream())) {
                sealed.write(bytes);
            }
            upload.commit();
        }
    }

    BundlePlan plan() {
        return new BundlePlan(
                REQUEST,
                "VP-7K3M-9QTX",
                right,
                language,
                "Špela Čuček-Žagar",
                "spela@cucek-zagar.example",
                Instant.parse("2026-03-06T09:00:00Z"),
                CREATED,
                List.of(),
                services,
                1,
                1,
                extracts,
                withholdings,
                parts,
                gaps,
                notNeeded,
                partial,
                Optional.empty());
    }

    AssembledBundle assemble() throws IOException {
        return new AssembleBundle(store, () -> signer, inventory).assemble(plan(), pair);
    }

    /** Assembles and decrypts, as the download does. */
    public Path bundle() throws IOException {
        Path zip = folder.resolve("bundle.zip");
        decrypt(assemble(), zip);
        return zip;
    }

    void decrypt(AssembledBundle assembled, Path zip) throws IOException {
        byte[] context = plan().sealContext().getBytes(StandardCharsets.UTF_8);
        try (InputStream plain = Channels.newInputStream(Unseal.open(pair, context, store.open(assembled.key())))) {
            Files.copy(plain, zip);
        }
    }

    private static Signer signer() {
        try {
            Ed25519Sign.KeyPair pair = Ed25519Sign.KeyPair.newKeyPair();
            Ed25519Sign algorithm = new Ed25519Sign(pair.getPrivateKey());
            OctetKeyPair jwk = new OctetKeyPair.Builder(Curve.Ed25519, Base64URL.encode(pair.getPublicKey()))
                    .keyIDFromThumbprint()
                    .build();
            return new Signer() {
                @Override
                public String kid() {
                    return jwk.getKeyID();
                }

                @Override
                public OctetKeyPair publicJwk() {
                    return jwk;
                }

                @Override
                public byte[] sign(byte[] data) {
                    try {
                        return algorithm.sign(data);
                    } catch (GeneralSecurityException e) {
                        throw new AssertionError(e);
                    }
                }
            };
        } catch (GeneralSecurityException | JOSEException e) {
            throw new AssertionError(e);
        }
    }

    /** Fills an extract and notes what was found. */
    static final class Draft {
        private final ExtractWriter writer;
        private final String connector;
        private final TreeSet<ItemId> found = new TreeSet<>();
        private final TreeSet<ItemId> broken = new TreeSet<>();
        private final List<Outcome.Remark> remarks = new ArrayList<>();
        private final List<Identifier> identifiers = new ArrayList<>();
        private boolean unsearched;

        private Draft(ExtractWriter writer, String connector) {
            this.writer = writer;
            this.connector = connector;
        }

        Draft file(String item, String path, String mediaType, String content) throws IOException {
            return file(item, path, mediaType, new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
        }

        Draft file(String item, String path, String mediaType, InputStream content) throws IOException {
            ItemId id = ItemId.parse(item);
            found.add(id);
            String name = id.service() + "/" + id.row() + "/" + id.name() + "/" + path;
            writer.file(
                    new EntryDraft(name, id.name(), List.of(id), Entry.Kind.FILE, mediaType, Optional.of(CREATED)),
                    content);
            return this;
        }

        /** Nothing but what it brought was read: no account was known. */
        Draft unsearched() {
            unsearched = true;
            return this;
        }

        private Outcome.ItemOutcome outcome(ItemId item) {
            if (broken.contains(item)) {
                Fault fault = new Fault(FaultKind.UNAVAILABLE, "The backend broke off");
                return new Outcome.ItemOutcome(item, Outcome.Found.FAILED, 0, Optional.of(fault));
            }
            if (unsearched && !found.contains(item)) {
                return Outcome.ItemOutcome.unsearched(item);
            }
            return found.contains(item)
                    ? new Outcome.ItemOutcome(item, Outcome.Found.FOUND, 2, Optional.empty())
                    : new Outcome.ItemOutcome(item, Outcome.Found.NONE_HELD, 0, Optional.empty());
        }

        /** A file that cannot be taken apart, with every item in it. */
        Draft whole(String collection, String path, Entry.Kind kind, String mediaType, String content, String... items)
                throws IOException {
            List<ItemId> ids = Stream.of(items).map(ItemId::parse).toList();
            found.addAll(ids);
            String name = ids.getFirst().service() + "/" + ids.getFirst().row() + "/" + collection + "/" + path;
            writer.file(
                    new EntryDraft(name, collection, ids, kind, mediaType, Optional.of(CREATED)),
                    new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
            return this;
        }

        Draft domain(String name) {
            identifiers.add(new Identifier.DomainName(name));
            return this;
        }

        /** What there is of the item may not be all. */
        Draft brokeOff(String item) {
            broken.add(ItemId.parse(item));
            return this;
        }

        Draft remark(String item, String text, long count, boolean leftOut) {
            remarks.add(
                    new Outcome.Remark(new Text(text, text + " (en)"), count, List.of(ItemId.parse(item)), leftOut));
            return this;
        }

        /** @param fields {@code name:label}, or {@code name:label:item} */
        Draft records(String cell, String collection, String title, List<String> fields, List<Map<String, ?>> rows)
                throws IOException {
            return records(cell, collection, title, fields, rows.stream());
        }

        Draft records(String cell, String collection, String title, List<String> fields, Stream<Map<String, ?>> rows)
                throws IOException {
            String[] place = cell.split("\\.");
            return records(
                    place,
                    collection,
                    title,
                    Optional.empty(),
                    fields.stream().map(field -> field(place, field)).toList(),
                    rows,
                    Map.of());
        }

        /** Records, and besides them vCards with these properties of the fields. */
        Draft contacts(
                String cell,
                String collection,
                Map<String, String> properties,
                List<String> fields,
                List<Map<String, ?>> rows)
                throws IOException {
            String[] place = cell.split("\\.");
            List<Field> heads =
                    fields.stream().map(field -> field(place, field)).toList();
            return records(place, collection, collection, Optional.empty(), heads, rows.stream(), properties);
        }

        /** Records that are kept by a rule; each row has its {@code keptUntil} as a day. */
        Draft kept(RetentionRule rule, String cell, String collection, List<String> fields, List<Map<String, ?>> rows)
                throws IOException {
            String[] place = cell.split("\\.");
            List<Field> heads = new ArrayList<>(
                    fields.stream().map(field -> field(place, field)).toList());
            heads.add(new Field(
                    CollectionHead.KEPT_UNTIL,
                    new Text("Hranimo do vključno", "Kept up to and including"),
                    FieldType.DATE,
                    Optional.empty(),
                    false));
            Optional<CollectionHead.Retention> retention =
                    Optional.of(new CollectionHead.Retention(rule.key(), rule.text()));
            return records(place, collection, "Računi", retention, heads, rows.stream(), Map.of());
        }

        private Draft records(
                String[] place,
                String collection,
                String title,
                Optional<CollectionHead.Retention> retention,
                List<Field> heads,
                Stream<Map<String, ?>> rows,
                Map<String, String> properties)
                throws IOException {
            List<ItemId> items = heads.stream()
                    .flatMap(head -> head.item().stream())
                    .distinct()
                    .toList();
            found.addAll(items);
            CollectionHead head = new CollectionHead(
                    collection, new Text(title, title + " (en)"), connector, place[0], place[1], retention, heads);
            try (RecordWriter records = writer.records(new RecordsDraft(head, items, properties))) {
                for (Map<String, ?> row : (Iterable<Map<String, ?>>) rows::iterator) {
                    records.write(row);
                }
                records.complete();
            }
            return this;
        }

        private static Field field(String[] place, String spec) {
            String[] parts = spec.split(":");
            Optional<ItemId> item =
                    parts.length < 3 ? Optional.empty() : Optional.of(new ItemId(place[0], place[1], parts[2]));
            boolean secret = parts.length < 4
                    && item.map(id -> INVENTORY.item(id).orElseThrow().secret()).orElse(false);
            return new Field(parts[0], new Text(parts[1], parts[1] + " (en)"), FieldType.TEXT, item, secret);
        }
    }
}
