package si.vpogled.fulfilment;

import com.nimbusds.jose.jwk.OctetKeyPair;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import si.vpogled.bundle.content.FoundEntry;
import si.vpogled.bundle.content.FoundExtract;
import si.vpogled.bundle.content.FoundRecords;
import si.vpogled.collection.Run;
import si.vpogled.collection.Runs;
import si.vpogled.collection.WithheldParts;
import si.vpogled.connector.extract.CollectionHead;
import si.vpogled.connector.extract.Part;
import si.vpogled.law.RefusalGround;
import si.vpogled.request.Action;
import si.vpogled.request.Actor;
import si.vpogled.request.CaseException;
import si.vpogled.request.Grounds;
import si.vpogled.request.History;
import si.vpogled.request.MoveCase;
import si.vpogled.request.RequestCase;
import si.vpogled.request.Role;
import si.vpogled.request.State;
import si.vpogled.storage.keys.RequestKeys;

/** Leaves an entry, a record or a field out for the rights of others, or puts it back (GDPR Art. 15(4)). */
@ApplicationScoped
public class WithholdPart {
    private final MoveCase cases;
    private final Runs runs;
    private final WithheldParts parts;
    private final RequestKeys keys;
    private final OpenFound extracts;
    private final History history;

    WithholdPart(
            MoveCase cases, Runs runs, WithheldParts parts, RequestKeys keys, OpenFound extracts, History history) {
        this.cases = cases;
        this.runs = runs;
        this.parts = parts;
        this.keys = keys;
        this.extracts = extracts;
        this.history = history;
    }

    /**
     * What to withhold.
     *
     * @param entry a file, or a collection's JSON
     * @param record its number; empty for all
     * @param field its name; empty for all
     * @param print of the record as it was seen, where it was: should another stand there now, nothing is withheld
     */
    public record Place(String entry, Optional<Long> record, Optional<String> field, Optional<String> print) {}

    private record Basis(RequestCase request, List<Run> runs, OctetKeyPair pair) {}

    private record Located(Run run, int number, Part part) {}

    /**
     * @param reason in the subject's language
     * @return by which it can be put back
     */
    public UUID withhold(String reference, Actor actor, Place place, RefusalGround ground, String reason) {
        actor.require(Role.CLERK, Role.APPROVER);
        Grounds.require(ground, RefusalGround.Scope.ENTRY);
        Basis basis = QuarkusTransaction.requiringNew().call(() -> basis(reference));
        Located located = locate(basis, place);
        return QuarkusTransaction.requiringNew().call(() -> add(reference, actor, located, ground, reason));
    }

    /** Puts it back. */
    public void restore(String reference, Actor actor, UUID id) {
        actor.require(Role.CLERK, Role.APPROVER);
        QuarkusTransaction.requiringNew().run(() -> {
            RequestCase found = inReview(reference);
            WithheldParts.WithheldPart part = parts.remove(found.id(), id).orElseThrow(WithholdPart::unknown);
            history.append(found.id(), actor, Action.ITEM_RESTORED, detail(part.part()));
        });
    }

    private RequestCase inReview(String reference) {
        RequestCase found = cases.lock(reference);
        found.require(State.InReview.class);
        return found;
    }

    private Basis basis(String reference) {
        RequestCase found = inReview(reference);
        return new Basis(found, runs.of(found.id()), keys.keyPair(found.id()));
    }

    private UUID add(String reference, Actor actor, Located located, RefusalGround ground, String reason) {
        RequestCase found = inReview(reference);
        int attempt = located.run().extract().orElseThrow().attempt();
        boolean same = runs.of(found.id()).stream()
                .filter(run -> run.id().equals(located.run().id()))
                .flatMap(run -> run.extract().stream())
                .anyMatch(extract -> extract.attempt() == attempt);
        if (!same) {
            throw unknown();
        }
        UUID id = parts.add(
                found.id(),
                new WithheldParts.Source(located.run().connector(), attempt),
                located.part(),
                ground,
                reason,
                actor.name());
        Map<String, String> detail = new HashMap<>(detail(located.part()));
        detail.put("entry", Integer.toString(located.number()));
        detail.put("ground", ground.key());
        history.append(found.id(), actor, Action.ITEM_WITHHELD, detail);
        return id;
    }

    /** Names of files may be personal, so the history has a collection's place alone. */
    static Map<String, String> detail(Part part) {
        Map<String, String> detail = new HashMap<>();
        String[] place = part.entry().split("/", 4);
        detail.put("place", String.join("/", place[0], place[1], place[2]));
        part.record().ifPresent(mark -> detail.put("record", Long.toString(mark.number())));
        part.field().ifPresent(field -> detail.put("field", field));
        return detail;
    }

    private Located locate(Basis basis, Place place) {
        for (Run run : basis.runs()) {
            if (run.extract().isPresent()) {
                Optional<Located> located = in(run, basis, place);
                if (located.isPresent()) {
                    return located.get();
                }
            }
        }
        throw unknown();
    }

    private Optional<Located> in(Run run, Basis basis, Place place) {
        try (FoundExtract extract = extracts.of(run, basis.pair())) {
            Optional<FoundEntry> entry = extract.all().stream()
                    .filter(one -> one.entry().name().equals(place.entry()))
                    .findFirst();
            return entry.isPresent()
                    ? Optional.of(new Located(run, entry.get().number(), part(extract, entry.get(), place)))
                    : Optional.empty();
        } catch (IOException e) {
            throw OpenFound.unreadable(run, e);
        }
    }

    private static Part part(FoundExtract extract, FoundEntry entry, Place place) throws IOException {
        if (place.record().isEmpty() && place.field().isEmpty()) {
            return new Part(place.entry(), Optional.empty(), Optional.empty());
        }
        if (!entry.collection()) {
            throw unknown();
        }
        FoundRecords records = extract.records(entry, place.record().orElse(1L) - 1, 1);
        boolean named = place.field().stream()
                .allMatch(field -> records.head().fields().stream()
                        .map(CollectionHead.Field::name)
                        .anyMatch(field::equals));
        Optional<Part.Mark> mark = records.records().stream()
                .map(FoundRecords.FoundRecord::mark)
                .filter(one -> place.print().stream().allMatch(one.print()::equals))
                .findFirst();
        if (!named || mark.isEmpty()) {
            throw unknown();
        }
        return new Part(place.entry(), place.record().flatMap(_ -> mark), place.field());
    }

    private static CaseException unknown() {
        return new CaseException(CaseException.Problem.UNKNOWN_PART, "part");
    }
}
