package si.vpogled.fulfilment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import si.vpogled.bundle.plan.BundlePlan;
import si.vpogled.bundle.shelf.BundleShelf;
import si.vpogled.collection.Connectors;
import si.vpogled.collection.KnownIdentifiers;
import si.vpogled.collection.Run;
import si.vpogled.collection.RunState;
import si.vpogled.collection.Runs;
import si.vpogled.collection.Withholdings;
import si.vpogled.connector.definition.ConnectorDefinition;
import si.vpogled.request.MoveCase;
import si.vpogled.request.RequestCase;
import si.vpogled.request.State;
import si.vpogled.subject.Identifier;
import si.vpogled.subject.IdentifierKind;
import si.vpogled.text.Text;

/**
 * Says what a bundle is assembled from: the case, its runs, and what staff decided. What staff wrote is in the subject's
 * language, whichever is read. Within a transaction.
 */
@ApplicationScoped
class PlanBundle {
    private final MoveCase cases;
    private final Runs runs;
    private final KnownIdentifiers known;
    private final Withholdings withholdings;
    private final BundleShelf shelf;
    private final Connectors connectors;

    PlanBundle(
            MoveCase cases,
            Runs runs,
            KnownIdentifiers known,
            Withholdings withholdings,
            BundleShelf shelf,
            Connectors connectors) {
        this.cases = cases;
        this.runs = runs;
        this.known = known;
        this.withholdings = withholdings;
        this.shelf = shelf;
        this.connectors = connectors;
    }

    /** Begins an attempt: its number; empty where the bundle is there already, or the case does not want it. */
    Optional<Integer> begin(UUID request, int number) {
        return assembling(cases.lock(request), number)
                .flatMap(assembling -> shelf.begin(
                        request,
                        number,
                        assembling.since(),
                        assembling.partial().map(State.Partial::reason),
                        assembling.partial().map(State.Partial::missing).orElse(List.of())));
    }

    /** What an attempt that was begun is to make; empty where the case does not want it any more. */
    Optional<BundlePlan> plan(UUID request, int number, int attempt) {
        RequestCase found = cases.lock(request);
        return assembling(found, number).map(assembling -> plan(found, number, attempt, assembling));
    }

    /**
     * What would be made if a case in review were released now.
     *
     * @param reason in place of the one that a release in part will have
     */
    BundlePlan preview(RequestCase found, Instant now, String reason) {
        State.InReview review = found.require(State.InReview.class);
        List<String> missing = runs.of(found.id()).stream()
                .filter(run -> run.state() == RunState.FAILED)
                .map(Run::connector)
                .toList();
        Optional<State.Partial> partial =
                missing.isEmpty() ? Optional.empty() : Optional.of(new State.Partial(reason, missing));
        int number = shelf.nextNumber(found.id());
        return plan(found, number, 1, review.release(now, number, partial));
    }

    private static Optional<State.Assembling> assembling(RequestCase found, int number) {
        return found.state() instanceof State.Assembling assembling && assembling.bundle() == number
                ? Optional.of(assembling)
                : Optional.empty();
    }

    private BundlePlan plan(RequestCase found, int number, int attempt, State.Assembling assembling) {
        List<Run> all = runs.of(found.id());
        return new BundlePlan(
                found.id(),
                found.reference(),
                found.right().key(),
                found.language(),
                found.name(),
                found.email(),
                found.receivedAt(),
                assembling.since(),
                domains(found),
                found.services(),
                number,
                attempt,
                extracts(all),
                withholdings.of(found.id()).stream()
                        .map(decided -> withheld(found, decided))
                        .toList(),
                parts(found, all),
                gaps(all),
                all.stream()
                        .filter(run -> run.state() == RunState.NOT_NEEDED)
                        .map(Run::connector)
                        .toList(),
                assembling
                        .partial()
                        .map(partial -> new BundlePlan.Partial(Text.same(partial.reason()), assembling.since())),
                number > 1 ? Optional.of(number - 1) : Optional.empty());
    }

    private List<String> domains(RequestCase found) {
        return known.of(found.id()).stream()
                .filter(identifier -> identifier.type() == IdentifierKind.DOMAIN)
                .map(Identifier::value)
                .distinct()
                .toList();
    }

    private static List<BundlePlan.Extract> extracts(List<Run> all) {
        return all.stream()
                .flatMap(run -> run.extract().stream()
                        .map(extract ->
                                new BundlePlan.Extract(run.connector(), run.id(), extract.attempt(), extract.key())))
                .toList();
    }

    private List<BundlePlan.Gap> gaps(List<Run> all) {
        return all.stream()
                .filter(run -> run.state() == RunState.FAILED)
                .map(run -> new BundlePlan.Gap(
                        run.connector(),
                        title(run.connector()),
                        run.fault().orElseThrow(),
                        run.failingSince().orElseThrow(),
                        run.started().isPresent(),
                        run.silent() ? List.copyOf(connectors.behind(run.connector())) : List.of()))
                .toList();
    }

    private Text title(String connector) {
        return connectors.named(connector).map(ConnectorDefinition::title).orElseGet(() -> Text.same(connector));
    }

    /** Of connectors that brought something: of the others there is nothing to leave out. */
    private List<BundlePlan.WithheldPart> parts(RequestCase found, List<Run> all) {
        List<String> brought = all.stream()
                .filter(run -> run.extract().isPresent())
                .map(Run::connector)
                .toList();
        return withholdings.parts().of(found.id()).stream()
                .filter(part -> brought.contains(part.source().connector()))
                .map(part -> new BundlePlan.WithheldPart(
                        part.part(),
                        part.ground().key(),
                        found.right().article(part.ground()),
                        Text.same(part.reason())))
                .toList();
    }

    private static BundlePlan.Withholding withheld(RequestCase found, Withholdings.Withholding decided) {
        return new BundlePlan.Withholding(
                decided.item(),
                decided.ground().key(),
                found.right().article(decided.ground()),
                Text.same(decided.reason()));
    }
}
