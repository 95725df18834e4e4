package si.vpogled.fulfilment;

import com.nimbusds.jose.jwk.OctetKeyPair;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import si.vpogled.bundle.content.FoundEntry;
import si.vpogled.bundle.content.FoundExtract;
import si.vpogled.bundle.content.FoundRecords;
import si.vpogled.collection.Run;
import si.vpogled.collection.Runs;
import si.vpogled.collection.WithheldParts;
import si.vpogled.collection.Withholdings;
import si.vpogled.connector.extract.CollectionHead;
import si.vpogled.inventory.Item;
import si.vpogled.request.Actor;
import si.vpogled.request.CaseException;
import si.vpogled.request.ReadCase;
import si.vpogled.request.RequestCase;
import si.vpogled.request.State;
import si.vpogled.storage.keys.RequestKeys;

/** Shows staff what was found of an item, read from the sealed extract as far as is asked for; each look is in the history. */
@ApplicationScoped
public class ViewFound {
    private final ReadCase cases;
    private final Runs runs;
    private final Withholdings withholdings;
    private final RequestKeys keys;
    private final OpenFound extracts;

    ViewFound(ReadCase cases, Runs runs, Withholdings withholdings, RequestKeys keys, OpenFound extracts) {
        this.cases = cases;
        this.runs = runs;
        this.withholdings = withholdings;
        this.keys = keys;
        this.extracts = extracts;
    }

    /**
     * @param entries some of those that carry the item
     * @param total how many there are
     * @param bytes in all of them, uncompressed
     */
    public record ItemLook(
            RequestCase request,
            Optional<Withholdings.Withholding> withheld,
            List<Line> entries,
            int total,
            long bytes,
            List<WithheldParts.WithheldPart> parts) {}

    /** @param head of a collection */
    public record Line(FoundEntry entry, Optional<CollectionHead> head) {}

    /**
     * @param parts what is withheld of the entry
     * @param records of a collection, some
     * @param beginning of a file
     */
    public record EntryLook(
            RequestCase request,
            FoundEntry entry,
            List<WithheldParts.WithheldPart> parts,
            Optional<FoundRecords> records,
            byte[] beginning) {}

    /** What a look at an open extract gives. */
    private interface Look<T> {
        T at(FoundExtract extract) throws IOException;
    }

    private record Basis(RequestCase request, Optional<Run> run, Optional<OctetKeyPair> pair) {}

    /**
     * @param after how many entries to pass over
     * @param count how many to give at most
     */
    public ItemLook item(String reference, Actor actor, Item item, int after, int count) {
        Basis basis = basis(reference, actor, item, Map.of());
        List<Line> lines = new ArrayList<>();
        List<FoundEntry> all = new ArrayList<>();
        if (basis.run().isPresent()) {
            look(basis, extract -> {
                all.addAll(carrying(extract, item));
                for (FoundEntry entry : all.stream().skip(after).limit(count).toList()) {
                    lines.add(
                            new Line(entry, entry.collection() ? Optional.of(extract.head(entry)) : Optional.empty()));
                }
                return lines;
            });
        }
        List<String> names = all.stream().map(entry -> entry.entry().name()).toList();
        return new ItemLook(
                basis.request(),
                withheld(basis.request(), item),
                lines,
                all.size(),
                all.stream().mapToLong(FoundEntry::size).sum(),
                parts(basis.request()).stream()
                        .filter(part -> names.contains(part.part().entry()))
                        .toList());
    }

    /**
     * An entry: some records of a collection, or the beginning of a file.
     *
     * @param number of the entry in its extract
     * @param wanted of a collection
     * @param most bytes to read, where it is a file instead
     */
    public EntryLook entry(String reference, Actor actor, Item item, int number, Records wanted, int most) {
        Map<String, String> seen = Map.of("entry", Integer.toString(number), "record", wanted.words());
        Basis basis = basis(reference, actor, item, seen);
        return look(basis, extract -> {
            FoundEntry entry = carrying(extract, item).stream()
                    .filter(one -> one.number() == number)
                    .findFirst()
                    .orElseThrow(ViewFound::unknown);
            List<WithheldParts.WithheldPart> its = parts(basis.request()).stream()
                    .filter(part -> part.part().entry().equals(entry.entry().name()))
                    .toList();
            return entry.collection()
                    ? new EntryLook(
                            basis.request(),
                            entry,
                            its,
                            Optional.of(extract.records(entry, wanted.after(), wanted.count())),
                            new byte[0])
                    : new EntryLook(basis.request(), entry, its, Optional.empty(), extract.beginning(entry, most));
        });
    }

    /**
     * Which records to show.
     *
     * @param after how many to pass over
     * @param count how many to give at most
     */
    public record Records(long after, int count) {
        String words() {
            return count == 1 ? Long.toString(after + 1) : (after + 1) + "–" + (after + count);
        }
    }

    private Basis basis(String reference, Actor actor, Item item, Map<String, String> seen) {
        Map<String, String> detail = new HashMap<>(seen);
        detail.put("what", "found");
        detail.put("item", item.id().toString());
        return basis(cases.byStaff(reference, actor, detail), item);
    }

    /** Once a case is closed, its extracts are shredded. */
    private Basis basis(RequestCase request, Item item) {
        Optional<Run> run = runs.of(request.id()).stream()
                .filter(one -> one.connector().equals(item.connector())
                        && one.extract().isPresent()
                        && !(request.state() instanceof State.Closed)
                        && request.services().contains(item.id().service()))
                .findFirst();
        return new Basis(
                request,
                run,
                run.map(_ -> QuarkusTransaction.joiningExisting().call(() -> keys.keyPair(request.id()))));
    }

    private <T> T look(Basis basis, Look<T> look) {
        Run run = basis.run().orElseThrow(ViewFound::unknown);
        try (FoundExtract extract = extracts.of(run, basis.pair().orElseThrow())) {
            return look.at(extract);
        } catch (IOException e) {
            throw OpenFound.unreadable(run, e);
        }
    }

    private static List<FoundEntry> carrying(FoundExtract extract, Item item) {
        return extract.all().stream()
                .filter(entry -> entry.entry().items().contains(item.id()))
                .toList();
    }

    private List<WithheldParts.WithheldPart> parts(RequestCase request) {
        return QuarkusTransaction.joiningExisting()
                .call(() -> withholdings.parts().of(request.id()));
    }

    private Optional<Withholdings.Withholding> withheld(RequestCase request, Item item) {
        return QuarkusTransaction.joiningExisting().call(() -> withholdings.of(request.id())).stream()
                .filter(one -> one.item().equals(item.id()))
                .findFirst();
    }

    private static CaseException unknown() {
        return new CaseException(CaseException.Problem.UNKNOWN_PART, "entry");
    }
}
