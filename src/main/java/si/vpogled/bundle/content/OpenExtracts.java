package si.vpogled.bundle.content;

import com.nimbusds.jose.jwk.OctetKeyPair;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import si.vpogled.bundle.completeness.Carriers;
import si.vpogled.bundle.completeness.PartLeftOut;
import si.vpogled.bundle.completeness.Scope;
import si.vpogled.bundle.json.CollectionReader;
import si.vpogled.bundle.json.RecordPrint;
import si.vpogled.bundle.plan.BundlePlan;
import si.vpogled.bundle.plan.Cut;
import si.vpogled.connector.Outcome;
import si.vpogled.connector.extract.CollectionHead;
import si.vpogled.connector.extract.Entry;
import si.vpogled.connector.extract.ExtractEntry;
import si.vpogled.connector.extract.ExtractReader;
import si.vpogled.inventory.Inventory;
import si.vpogled.inventory.ItemId;
import si.vpogled.storage.ObjectStore;
import si.vpogled.storage.seal.Unseal;

/** The extracts of a plan, opened, connector by connector in the order of their names. */
public final class OpenExtracts implements Closeable {
    /** More than any disk here; the limits of a run are far below. */
    static final long MOST_BYTES = 1L << 50;

    private final Scope scope;
    private final Inventory inventory;
    private final RecordPrint print;
    private final Set<String> cuts = new HashSet<>();
    private final List<ExtractReader> readers = new ArrayList<>();
    private final List<Outcome> outcomes = new ArrayList<>();
    private final List<Content> contents = new ArrayList<>();
    private final List<SiteManifest> manifests = new ArrayList<>();
    private final Carriers carriers = new Carriers();

    private OpenExtracts(Scope scope, Inventory inventory, OctetKeyPair pair) {
        this.scope = scope;
        this.inventory = inventory;
        this.print = new RecordPrint(pair);
    }

    /**
     * @throws UnreadableExtractException where an extract is missing, damaged, of another run, or does not keep to the
     *     format
     * @throws ShiftedPartException where something is to be withheld that is not there
     */
    public static OpenExtracts of(
            BundlePlan plan, Scope scope, Inventory inventory, ObjectStore store, OctetKeyPair pair)
            throws IOException {
        OpenExtracts opened = new OpenExtracts(scope, inventory, pair);
        try {
            List<BundlePlan.Extract> extracts = plan.extracts().stream()
                    .sorted(Comparator.comparing(BundlePlan.Extract::connector))
                    .toList();
            for (BundlePlan.Extract extract : extracts) {
                opened.openNamed(extract, store, pair);
            }
            if (!opened.cuts.containsAll(scope.withCuts())) {
                throw new ShiftedPartException("a connector");
            }
            if (plan.right().equals("portability")) {
                opened.describeSites();
            }
            return opened;
        } catch (IOException | RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    private void describeSites() {
        manifests.addAll(SiteManifest.of(contents));
        manifests.forEach(manifest -> carriers.add(manifest.path(), manifest.items(), scope));
    }

    private void openNamed(BundlePlan.Extract extract, ObjectStore store, OctetKeyPair pair)
            throws UnreadableExtractException, ShiftedPartException {
        try {
            open(extract, store, pair);
        } catch (UnreadableExtractException | ShiftedPartException e) {
            throw e;
        } catch (UncheckedIOException e) {
            throw new UnreadableExtractException(extract.connector(), e.getCause());
        } catch (IOException e) {
            throw new UnreadableExtractException(extract.connector(), e);
        }
    }

    private void open(BundlePlan.Extract extract, ObjectStore store, OctetKeyPair pair) throws IOException {
        byte[] context = extract.sealContext().getBytes(StandardCharsets.UTF_8);
        ExtractReader reader = ExtractReader.open(
                new NamedChannel(extract.connector(), Unseal.open(pair, context, store.open(extract.key()))),
                MOST_BYTES);
        readers.add(reader);
        if (!reader.outcome().connector().equals(extract.connector())) {
            throw new IOException("The extract of " + extract.connector() + " says that it is another connector's");
        }
        outcomes.add(reader.outcome());
        List<ExtractEntry> entries = new ArrayList<>();
        try (Stream<ExtractEntry> stream = reader.entries()) {
            stream.forEach(entries::add);
        }
        Set<String> withRecords = new HashSet<>();
        for (ExtractEntry entry : entries) {
            checkPlace(entry.entry(), extract.connector());
            if (entry.entry().kind() == Entry.Kind.RECORDS) {
                withRecords.add(entry.entry().nameWithoutEnding());
            }
        }
        Map<String, Set<ItemId>> gone = withhold(extract.connector(), entries);
        entries.forEach(entry -> add(
                extract.connector(),
                entry,
                withRecords,
                gone.getOrDefault(entry.entry().nameWithoutEnding(), Set.of())));
    }

    /** @return items of which nothing is left in a collection, by its name without ending */
    private Map<String, Set<ItemId>> withhold(String connector, List<ExtractEntry> entries) throws IOException {
        Map<String, Set<ItemId>> gone = new HashMap<>();
        for (ExtractEntry entry : entries) {
            Cut cut = scope.cut(entry.entry());
            switch (entry.entry().kind()) {
                case RECORDS -> {
                    if (!cut.isNothing()) {
                        Content content = new Content(connector, entry, Scope.Treatment.REDACT);
                        Examination examination = Examination.of(content, cut, print);
                        gone.put(entry.entry().nameWithoutEnding(), examination.gone());
                        carriers.withhold(told(content, cut), examination.values());
                        cuts.add(Cut.name(entry.entry()));
                    }
                }
                case FILE, MAIL, RDAP -> {
                    if (cut.whole().isPresent()) {
                        carriers.withhold(told(connector, entry.entry(), cut), one(entry.entry()));
                        cuts.add(Cut.name(entry.entry()));
                    }
                }
                case TABLE, CONTACTS -> {}
            }
        }
        return gone;
    }

    private List<PartLeftOut> told(Content content, Cut cut) throws IOException {
        try (CollectionReader reader = content.everything()) {
            CollectionHead head = reader.head();
            return new TellParts(content.connector(), content.source().entry(), Optional.of(head), head.title(), scope)
                    .of(cut);
        }
    }

    private List<PartLeftOut> told(String connector, Entry file, Cut cut) {
        return new TellParts(connector, file, Optional.empty(), Collections.title(file, inventory), scope).of(cut);
    }

    /** A file counts once for each item that it carries. */
    private static Map<ItemId, Long> one(Entry file) {
        return file.items().stream().distinct().collect(Collectors.toMap(item -> item, _ -> 1L));
    }

    private static void checkPlace(Entry entry, String connector) throws IOException {
        String cell = entry.items().isEmpty()
                ? ""
                : entry.items().getFirst().service() + "/"
                        + entry.items().getFirst().row() + "/";
        int parts = switch (entry.kind()) {
            case RECORDS, TABLE, CONTACTS -> 3;
            case FILE, MAIL, RDAP -> 4;
        };
        if (cell.isEmpty() || !entry.name().startsWith(cell) || entry.name().split("/", -1).length < parts) {
            throw new IOException("The extract of " + connector
                    + " has an entry that carries no item, or stands outside the cell of its items");
        }
    }

    /** Without its records a table does not say whose column is whose, so it cannot be written anew. */
    private void add(String connector, ExtractEntry entry, Set<String> withRecords, Set<ItemId> gone) {
        carriers.bring(entry.entry());
        Scope.Treatment treatment = scope.treatment(entry.entry());
        boolean possible = treatment != Scope.Treatment.REDACT
                || entry.entry().kind() == Entry.Kind.RECORDS
                || withRecords.contains(entry.entry().nameWithoutEnding());
        if (treatment != Scope.Treatment.LEAVE_OUT && possible) {
            contents.add(new Content(connector, entry, treatment));
            carriers.add(entry.entry(), scope, gone);
        } else if (scope.cut(entry.entry()).whole().isEmpty()) {
            carriers.leaveOut(entry.entry(), scope);
        }
    }

    public Scope scope() {
        return scope;
    }

    public List<Outcome> outcomes() {
        return List.copyOf(outcomes);
    }

    /** What goes into the bundle. */
    public List<Content> contents() {
        return contents;
    }

    /** What the bundle says of web sites, for whoever builds them again elsewhere. */
    public List<SiteManifest> manifests() {
        return List.copyOf(manifests);
    }

    public Carriers carriers() {
        return carriers;
    }

    @Override
    public void close() throws IOException {
        for (ExtractReader reader : readers) {
            reader.close();
        }
    }
}
