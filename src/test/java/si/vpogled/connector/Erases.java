package si.vpogled.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import si.vpogled.connector.ErasureOutcome.Finding;
import si.vpogled.connector.ErasureOutcome.State;
import si.vpogled.connector.ErasureOutcome.Step;
import si.vpogled.connector.Order.Operation;
import si.vpogled.connector.PlannedGroup.Way;
import si.vpogled.connector.definition.ConnectorDefinition.CollectionDefinition;
import si.vpogled.connector.definition.ErasureDefinition;
import si.vpogled.connector.job.RunContext;
import si.vpogled.connector.job.RunErasure;
import si.vpogled.inventory.ItemId;
import si.vpogled.storage.DirectoryStore;
import si.vpogled.storage.seal.Keys;
import si.vpogled.subject.Identifier;
import si.vpogled.text.Language;

/** What a connector promises that erases: everything that its definition has means for, and nothing else. */
public interface Erases extends Backend {
    /** The credentials for erasing, and what else of the environment only they need. */
    Map<String, String> erasing();

    /** Makes the data of somebody anew who is there to be erased, with some who share what can be shared. */
    List<Identifier> whoIsErased() throws Exception;

    /** Somebody else with data of the same kinds. */
    List<Identifier> bystander() throws Exception;

    /** Has the backend refuse to erase some of it, or no longer. */
    void refuseSome(boolean refuse) throws Exception;

    @Test
    default void whatIsPlannedIsErasedInBoundedStepsAndNothingElseAndALieIsFoundOut() throws Exception {
        List<Identifier> bystander = bystander();
        List<Finding> others = find(bystander);
        List<PlannedGroup> plan = plan(find(whoIsErased()));
        assertThat(plan).isNotEmpty();

        erased(plan, 10);

        assertThat(verify(plan)).isEmpty();
        assertThat(find(bystander)).isEqualTo(others);
        assertThat(erase(plan, 10, true)).allSatisfy(step -> {
            assertThat(step.state()).as(step.toString()).isEqualTo(State.DONE);
            assertThat(step.erased()).isZero();
        });
        // it was said to be done, and is there all the same
        whoIsErased();
        assertThat(verify(plan)).containsExactlyElementsOf(plan);
    }

    @Test
    default void nothingIsTouchedWithoutTheCredentialsNorWhereThereIsMoreThanThePlanSaid() throws Exception {
        List<Identifier> erased = whoIsErased();
        List<Finding> before = find(erased);
        List<PlannedGroup> plan = plan(before);
        List<PlannedGroup> old = plan.stream()
                .filter(group -> group.records() > 1)
                .map(group -> new PlannedGroup(group.group(), group.way(), group.items(), group.records() - 1))
                .toList();
        assertThat(old).isNotEmpty();

        assertThat(erase(plan, 1_000, false)).allSatisfy(step -> {
            assertThat(step.state()).isEqualTo(State.FAILED);
            assertThat(step.fault().orElseThrow().kind()).isEqualTo(FaultKind.MISCONFIGURED);
        });
        assertThat(erase(old, 1_000, true)).extracting(Step::state).containsOnly(State.MORE_THAN_PLANNED);
        assertThat(find(erased)).isEqualTo(before);
    }

    @Test
    default void whatIsRefusedFailsAloneAndIsErasedOnceItIsAllowed() throws Exception {
        List<PlannedGroup> plan = plan(find(whoIsErased()));
        refuseSome(true);
        List<Step> refused = erase(plan, 1_000, true);
        assertThat(refused).extracting(Step::state).contains(State.FAILED, State.DONE);
        assertThat(refused)
                .filteredOn(step -> step.state() == State.FAILED)
                .allSatisfy(
                        step -> assertThat(step.fault().orElseThrow().kind()).isEqualTo(FaultKind.REFUSED));
        assertThat(verify(plan)).isNotEmpty();

        refuseSome(false);
        erased(plan, 1_000);

        assertThat(verify(plan)).isEmpty();
    }

    @Test
    default void everyCollectionSaysHowItGoesOrWhyItDoesNot() {
        assertThat(definition().collections())
                .allSatisfy(collection ->
                        assertThat(collection.erasure()).as(collection.id()).isPresent());
    }

    /** All that the definition has means for. */
    private List<PlannedGroup> plan(List<Finding> findings) {
        List<PlannedGroup> plan = new ArrayList<>();
        for (Finding finding : findings) {
            CollectionDefinition collection = definition().collections().stream()
                    .filter(one -> one.id().equals(finding.group().collection()))
                    .findFirst()
                    .orElseThrow();
            ErasureDefinition erasure = collection.erasure().orElseThrow();
            if (erasure.erase().isPresent()) {
                plan.add(new PlannedGroup(finding.group(), Way.ERASE, List.of(), finding.records()));
            } else if (erasure.anonymise().isPresent()) {
                List<ItemId> items = erasure.items().stream()
                        .map(item -> new ItemId(finding.group().service(), collection.row(), item))
                        .toList();
                plan.add(new PlannedGroup(finding.group(), Way.ANONYMISE, items, finding.records()));
            }
        }
        return plan;
    }

    private void erased(List<PlannedGroup> plan, long most) throws Exception {
        List<Step> steps = erase(plan, most, true);
        for (int i = 0; i < 100 && steps.stream().anyMatch(step -> step.state() == State.CONTINUES); i++) {
            steps = erase(plan, most, true);
        }
        assertThat(steps)
                .allSatisfy(step -> assertThat(step.state()).as(step.toString()).isEqualTo(State.DONE));
    }

    private List<Finding> find(List<Identifier> known) throws Exception {
        ErasureOutcome outcome = run(Operation.FIND, known, List.of(), environment(), 1_000_000);
        assertThat(outcome.unread()).isEmpty();
        return outcome.findings();
    }

    private List<Step> erase(List<PlannedGroup> plan, long most, boolean credentials) throws Exception {
        Map<String, String> environment = new HashMap<>(environment());
        if (credentials) {
            environment.putAll(erasing());
        }
        return run(Operation.ERASE, List.of(), plan, environment, most).steps();
    }

    private List<PlannedGroup> verify(List<PlannedGroup> plan) throws Exception {
        return run(Operation.VERIFY, List.of(), plan, environment(), 1_000_000).unproven(plan);
    }

    private ErasureOutcome run(
            Operation operation,
            List<Identifier> known,
            List<PlannedGroup> plan,
            Map<String, String> environment,
            long most)
            throws Exception {
        UUID run = UUID.randomUUID();
        Order order = new Order(
                Order.VERSION,
                run,
                1,
                UUID.randomUUID(),
                connector(),
                operation,
                known,
                definition().items(),
                Language.SL,
                "erasures/" + run + "-1",
                Keys.pair().toPublicJWK().toJSONObject(),
                new Order.Limits(120, most, 1_000_000_000),
                plan.isEmpty() ? Optional.empty() : Optional.of(new ApprovedStep("0".repeat(64), plan)));
        Ordered ordered = ordered();
        RunContext context = new RunContext(
                InstantSource.system(),
                new DirectoryStore(ordered.store(), InstantSource.system()),
                environment,
                Files.createDirectories(ordered.scratch()),
                RunContext.Watcher.NONE);
        return new RunErasure().run(order, definition(), context);
    }
}
