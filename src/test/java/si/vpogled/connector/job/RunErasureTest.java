package si.vpogled.connector.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import si.vpogled.connector.ApprovedStep;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.ErasureOutcome;
import si.vpogled.connector.ErasureOutcome.Finding;
import si.vpogled.connector.ErasureOutcome.State;
import si.vpogled.connector.ErasureOutcome.Step;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.Order;
import si.vpogled.connector.Order.Operation;
import si.vpogled.connector.Period;
import si.vpogled.connector.PlannedGroup;
import si.vpogled.connector.PlannedGroup.Way;
import si.vpogled.connector.RecordGroup;
import si.vpogled.connector.Transport;
import si.vpogled.connector.definition.ConnectorDefinition;
import si.vpogled.connector.definition.DefinitionLoader;
import si.vpogled.connector.extract.InvalidExtractException;
import si.vpogled.storage.DirectoryStore;
import si.vpogled.storage.seal.Keys;
import si.vpogled.subject.Identifier;
import si.vpogled.subject.Identifier.CustomerNumber;
import si.vpogled.text.Language;

/** What the engine promises of an erasure, whatever the backend does. */
class RunErasureTest {
    private static final String DEFINITION = """
            version: 1
            connector: memory
            title: {sl: Spomin, en: Memory}
            needs: [email, customer-number]
            yields: [customer-number]
            concurrency: 1
            limits: {seconds: 60, records: 100, bytes: 100000}
            hold: {source: people, per: customer-number, place: {list: held}, release: {list: let go}}
            sources:
              - {id: people, transport: memory, settings: {source: people}, erasing: {}}
            identify:
              - {source: people, from: email, read: {list: emails}, yields: {customer-number: number}}
            collections:
              - id: invoices
                title: {sl: Računi, en: Invoices}
                source: people
                services: [domains]
                row: legal-framework
                per: customer-number
                read: {list: invoices}
                fields:
                  - {name: issued, from: issued, label: {sl: Izdan, en: Issued}}
                  - {name: name, from: name, item: name, label: {sl: Ime, en: Name}}
                retention: {from: issued, rule: zddv-1-86}
                erasure:
                  erase: {list: invoices}
              - id: orders
                title: {sl: Naročila, en: Orders}
                source: people
                services: [domains]
                row: service-fulfilment
                per: customer-number
                read: {list: orders}
                fields:
                  - {name: name, from: name, item: name, label: {sl: Ime, en: Name}}
                  - {name: email, from: email, item: email, of-another: others, label: {sl: E-naslov, en: E-mail}}
                  - {name: until, from: until, type: date, label: {sl: Do, en: Until}}
                erasure:
                  contract-until: until
                  erase: {list: orders}
              - id: lies
                title: {sl: Laži, en: Lies}
                source: people
                services: [domains]
                row: service-fulfilment
                per: customer-number
                read: {list: lies}
                fields:
                  - {name: manager, from: name, item: manager, label: {sl: Ime, en: Name}}
                erasure:
                  erase: {list: lies, lie: true}
              - id: registry
                title: {sl: Register, en: Registry}
                source: people
                services: [domains]
                row: service-fulfilment
                per: customer-number
                read: {list: registry}
                fields:
                  - {name: payer, from: name, item: payer, label: {sl: Ime, en: Name}}
                erasure:
                  cannot: {instead: notify, reason: {sl: Ima ga register., en: The registry holds it.}}
            """;
    private static final Identifier EMAIL = new Identifier.Email("ana@example.test");
    private static final Identifier ANA = new CustomerNumber("1");
    private static final Map<String, String> READING = Map.of();
    private static final Map<String, String> ERASING = Map.of("VPOGLED_SECRET_MEMORY_ERASING_WORD", "geslo");

    private final MemoryTransport backend = new MemoryTransport();
    private final com.nimbusds.jose.jwk.OctetKeyPair keys = Keys.pair();
    private final Map<String, Transport> transports = Map.of("memory", backend);
    private ConnectorDefinition definition;
    private long most = 100;

    @TempDir
    Path folder;

    @BeforeEach
    void fill() throws IOException {
        Files.writeString(folder.resolve("memory.yaml"), DEFINITION);
        definition = new DefinitionLoader(transports).fromFolder(folder).all().getFirst();
        backend.row("emails", "ana@example.test", Map.of("number", "1"));
        for (String issued : List.of("2015-01-05", "2015-12-31", "2024-02-29")) {
            backend.row("invoices", "1", Map.of("issued", LocalDate.parse(issued), "name", "Ana"));
        }
        backend.row("invoices", "1", Map.of("name", "Ana"));
        backend.row("invoices", "2", Map.of("issued", LocalDate.parse("2015-05-05"), "name", "Bor"));
        backend.row("orders", "1", Map.of("name", "Ana", "email", "ana@example.test", "others", false));
        backend.row("orders", "1", Map.of("name", "Ana"));
        backend.row("lies", "1", Map.of("name", "Ana"));
        backend.row("registry", "1", Map.of("name", "Ana"));
    }

    @Test
    void whatThereIsIsFoundByYearAndCountedByItemWithoutTheCredentialsForErasing() throws Exception {
        ErasureOutcome outcome = run(Operation.FIND, List.of(EMAIL), List.of(), READING);

        assertThat(outcome.findings())
                .extracting(
                        one -> one.group().collection(),
                        one -> one.group().period().text(),
                        Finding::records)
                .containsExactly(
                        tuple("invoices", "2015", 2L),
                        tuple("invoices", "2024", 1L),
                        tuple("invoices", "undated", 1L),
                        tuple("orders", "all", 2L),
                        tuple("lies", "all", 1L),
                        tuple("registry", "all", 1L));
        Finding old = outcome.findings().getFirst();
        assertThat(old.first()).contains(LocalDate.of(2015, 1, 5));
        assertThat(old.last()).contains(LocalDate.of(2015, 12, 31));
        assertThat(outcome.findings().get(3).items())
                .extracting(count -> count.item().name() + " " + count.records())
                .containsExactly("email 1", "name 2");
        assertThat(outcome.identifiers()).containsExactly(ANA);
        assertThat(backend.opened).containsExactly("people");
    }

    @Test
    void theLastDayOfTheContractsIsToldWhereAllOfThemHaveOne() throws Exception {
        backend.row("orders", "3", Map.of("name", "Cene", "until", LocalDate.of(2027, 2, 28)));
        backend.row("orders", "3", Map.of("name", "Cene", "until", LocalDate.of(2026, 1, 31)));
        Finding known = find(new CustomerNumber("3"));
        backend.row("orders", "3", Map.of("name", "Cene"));
        Finding openEnded = find(new CustomerNumber("3"));

        assertThat(known.contractUntil()).contains(LocalDate.of(2027, 2, 28));
        assertThat(openEnded.contractUntil()).isEmpty();
    }

    @Test
    void whatHoldsAPartOfAnothersIsToldSoAndThePartIsNotCounted() throws Exception {
        backend.row("orders", "3", Map.of("name", "Cene", "email", "cene@example.test", "others", false));
        Finding own = find(new CustomerNumber("3"));
        backend.row("orders", "3", Map.of("name", "Cene", "email", "bor@example.test", "others", true));
        Finding shared = find(new CustomerNumber("3"));

        assertThat(own.shared()).isFalse();
        assertThat(shared.shared()).isTrue();
        assertThat(shared.items())
                .extracting(count -> count.item().name() + " " + count.records())
                .containsExactly("email 1", "name 2");
    }

    private Finding find(Identifier who) throws Exception {
        return run(Operation.FIND, List.of(who), List.of(), READING).findings().getFirst();
    }

    @Test
    void whatCannotBeReadIsNotTakenForNothing() throws Exception {
        backend.fault("orders", new ConnectorException(FaultKind.UNAVAILABLE, "away"));

        ErasureOutcome found = run(Operation.FIND, List.of(EMAIL), List.of(), READING);
        ErasureOutcome verified = run(Operation.VERIFY, List.of(), List.of(orders(2)), READING);

        assertThat(found.unread()).extracting(one -> one.collection()).containsExactly("orders");
        assertThat(verified.unread()).hasSize(1);
        assertThat(verified.unproven(List.of(orders(2)))).containsExactly(orders(2));
    }

    @Test
    void whatThePlanNamesIsErasedAndNothingElse() throws Exception {
        ErasureOutcome outcome = erase(invoices("2015", 2), orders(2));

        assertThat(outcome.steps())
                .extracting(step -> step.group().collection(), Step::state, Step::found, Step::erased)
                .containsExactly(tuple("orders", State.DONE, 2L, 2L), tuple("invoices", State.DONE, 2L, 2L));
        assertThat(outcome.plan()).contains("a".repeat(64));
        assertThat(outcome.unproven(List.of())).isEmpty();
        assertThat(left("invoices")).containsExactly("2024", "undated");
        assertThat(left("orders")).isEmpty();
        ErasureOutcome proof = run(Operation.VERIFY, List.of(), List.of(invoices("2015", 2), orders(2)), READING);
        assertThat(proof.findings()).extracting(Finding::records).containsExactly(0L, 0L);
        assertThat(proof.unproven(List.of(invoices("2015", 2), orders(2)))).isEmpty();
        assertThat(backend.opened).contains("people to erase with geslo");
    }

    @Test
    void aSecondTimeFindsNothingToDo() throws Exception {
        erase(orders(2));

        assertThat(erase(orders(2)).steps())
                .extracting(Step::state, Step::found, Step::erased)
                .containsExactly(tuple(State.DONE, 0L, 0L));
    }

    @Test
    void moreThanThePlanSaidIsLeftAsItIsAndAskedAbout() throws Exception {
        backend.row("orders", "1", Map.of("name", "Nova"));

        ErasureOutcome outcome = erase(orders(2), invoices("2015", 2));

        assertThat(outcome.steps())
                .extracting(Step::state, Step::found, Step::erased)
                .containsExactly(tuple(State.MORE_THAN_PLANNED, 3L, 0L), tuple(State.DONE, 2L, 2L));
        assertThat(left("orders")).containsExactly("all");
    }

    @Test
    void fewerThanThePlanSaidAreErased() throws Exception {
        assertThat(erase(orders(7)).steps())
                .extracting(Step::state, Step::found, Step::erased)
                .containsExactly(tuple(State.DONE, 2L, 2L));
    }

    @Test
    void aStepEndsAtItsBoundAndTheNextOneGoesOn() throws Exception {
        most = 3;

        ErasureOutcome first = erase(orders(2), invoices("2015", 2));
        ErasureOutcome second = erase(orders(2), invoices("2015", 2));

        assertThat(first.steps())
                .extracting(Step::state, Step::erased)
                .containsExactly(tuple(State.DONE, 2L), tuple(State.CONTINUES, 1L));
        assertThat(second.steps())
                .extracting(Step::state, Step::erased)
                .containsExactly(tuple(State.DONE, 0L), tuple(State.DONE, 1L));
    }

    @Test
    void whatIsInterruptedHalfWayIsBroughtToItsEndByTheNextAttempt() throws Exception {
        backend.beforeErasing(erased -> {
            if (erased == 1) {
                throw new ConnectorException(FaultKind.UNAVAILABLE, "the connection broke");
            }
        });

        ErasureOutcome broken = erase(orders(2));
        backend.beforeErasing(erased -> {});
        ErasureOutcome resumed = erase(orders(2));

        assertThat(broken.steps())
                .extracting(
                        Step::state,
                        Step::erased,
                        step -> step.fault().orElseThrow().kind())
                .containsExactly(tuple(State.FAILED, 1L, FaultKind.UNAVAILABLE));
        assertThat(resumed.steps())
                .extracting(Step::state, Step::found, Step::erased)
                .containsExactly(tuple(State.DONE, 1L, 1L));
    }

    @Test
    void aRunThatIsInterruptedLeavesTheRestAndWritesNothingAndTheNextAttemptGoesOn() throws Exception {
        Thread caller = Thread.currentThread();
        backend.beforeErasing(erased -> {
            if (erased == 1) {
                caller.interrupt();
                untilInterrupted();
            }
        });
        Order order = order(Operation.ERASE, List.of(), List.of(orders(2)));

        assertThatThrownBy(() -> new RunErasure(transports).run(order, definition, context(ERASING)))
                .isInstanceOf(InterruptedException.class);

        assertThat(new DirectoryStore(folder.resolve("store"), InstantSource.system()).exists(order.destination()))
                .isFalse();
        backend.beforeErasing(erased -> {});
        assertThat(erase(orders(2)).steps())
                .extracting(Step::state, Step::found, Step::erased)
                .containsExactly(tuple(State.DONE, 1L, 1L));
    }

    private static void untilInterrupted() throws ConnectorException {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            throw new ConnectorException(FaultKind.UNAVAILABLE, "interrupted");
        }
    }

    @Test
    void anOrderToCollectIsNoErasure() {
        assertThatThrownBy(() -> new RunErasure(transports)
                        .run(order(Operation.COLLECT, List.of(), List.of()), definition, context(ERASING)))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("not about an erasure");
        assertThat(folder.resolve("store/erasures")).doesNotExist();
    }

    @Test
    void whatTheBackendRefusesFailsAloneWithItsReason() throws Exception {
        backend.beforeErasing(erased -> {
            if (erased == 0) {
                throw new ConnectorException(FaultKind.REFUSED, "in use");
            }
        });

        ErasureOutcome outcome = erase(orders(2), registry());

        assertThat(outcome.steps())
                .extracting(
                        step -> step.group().collection(),
                        step -> step.fault().orElseThrow().kind())
                .containsExactly(tuple("registry", FaultKind.MISCONFIGURED), tuple("orders", FaultKind.REFUSED));
        assertThat(outcome.steps().getLast().fault().orElseThrow().message()).isEqualTo("Source people: in use");
    }

    @Test
    void aBackendThatSaysDoneAndLiesIsFoundOutByLookingAgain() throws Exception {
        PlannedGroup lies = planned("lies", "all", 1);

        assertThat(erase(lies).steps()).extracting(Step::state, Step::erased).containsExactly(tuple(State.DONE, 1L));

        ErasureOutcome proof = run(Operation.VERIFY, List.of(), List.of(lies), READING);
        assertThat(proof.unproven(List.of(lies))).containsExactly(lies);
    }

    @Test
    void aRunWithoutTheCredentialsForErasingErasesNothing() throws Exception {
        ErasureOutcome outcome = run(Operation.ERASE, List.of(), List.of(orders(2)), READING);

        assertThat(outcome.steps())
                .extracting(Step::state, Step::found, Step::erased)
                .containsExactly(tuple(State.FAILED, 2L, 0L));
        assertThat(outcome.steps().getFirst().fault().orElseThrow().message())
                .contains("The secret word of memory-erasing is not set");
        assertThat(left("orders")).containsExactly("all");
    }

    @Test
    void aBackendIsToldOfAHoldAndOfItsEnd() throws Exception {
        ErasureOutcome held = run(Operation.HOLD, List.of(EMAIL, ANA), List.of(), ERASING);
        run(Operation.RELEASE, List.of(ANA), List.of(), ERASING);

        assertThat(held.told()).extracting(told -> told.identifier()).containsExactly(ANA);
        assertThat(backend.told).containsExactly("held 1", "let go 1");
    }

    private List<String> left(String collection) throws Exception {
        return run(Operation.FIND, List.of(ANA), List.of(), READING).findings().stream()
                .map(Finding::group)
                .filter(group -> group.collection().equals(collection))
                .map(group -> group.period().text())
                .toList();
    }

    private static PlannedGroup invoices(String year, long records) {
        return planned("invoices", year, records);
    }

    private static PlannedGroup orders(long records) {
        return planned("orders", "all", records);
    }

    private static PlannedGroup registry() {
        return planned("registry", "all", 1);
    }

    private static PlannedGroup planned(String collection, String period, long records) {
        return new PlannedGroup(
                new RecordGroup(collection, "domains", ANA, Period.of(period)), Way.ERASE, List.of(), records);
    }

    private ErasureOutcome erase(PlannedGroup... groups) throws Exception {
        return run(Operation.ERASE, List.of(), Stream.of(groups).toList(), ERASING);
    }

    @ParameterizedTest
    @EnumSource(names = {"ERASE", "VERIFY"})
    void anOutcomeThatIsSilentOfAGroupOfItsOrderIsNone(Operation operation) throws Exception {
        Order order = order(operation, List.of(), List.of(registry()));
        Order larger = new Order(
                order.version(),
                order.run(),
                order.attempt(),
                order.request(),
                order.connector(),
                operation,
                order.identifiers(),
                order.items(),
                order.language(),
                order.destination(),
                order.recipient(),
                order.limits(),
                Optional.of(new ApprovedStep("a".repeat(64), List.of(registry(), orders(2)))));
        new RunErasure(transports).run(order, definition, context(ERASING));
        DirectoryStore store = new DirectoryStore(folder.resolve("store"), InstantSource.system());

        assertThatExceptionOfType(InvalidExtractException.class)
                .isThrownBy(() -> new ErasureOutcomeFile(larger).open(keys, store.open(order.destination())))
                .withMessageContaining("each of the order's groups");
    }

    /** As it is written and read again. */
    private ErasureOutcome run(
            Operation operation,
            List<Identifier> identifiers,
            List<PlannedGroup> groups,
            Map<String, String> environment)
            throws Exception {
        Order order = order(operation, identifiers, groups);
        Path file = Files.writeString(folder.resolve("order.json"), OrderFile.write(order));
        assertThat(OrderFile.read(file)).isEqualTo(order);
        ErasureOutcome outcome = new RunErasure(transports).run(order, definition, context(environment));
        DirectoryStore store = new DirectoryStore(folder.resolve("store"), InstantSource.system());
        assertThat(new ErasureOutcomeFile(order).open(keys, store.open(order.destination())))
                .isEqualTo(outcome);
        return outcome;
    }

    private Order order(Operation operation, List<Identifier> identifiers, List<PlannedGroup> groups) {
        UUID run = UUID.randomUUID();
        return new Order(
                Order.VERSION,
                run,
                1,
                UUID.randomUUID(),
                "memory",
                operation,
                identifiers,
                definition.items(),
                Language.SL,
                "erasures/" + run + "-1",
                keys.toPublicJWK().toJSONObject(),
                new Order.Limits(60, most, 1000),
                groups.isEmpty() ? Optional.empty() : Optional.of(new ApprovedStep("a".repeat(64), groups)));
    }

    private RunContext context(Map<String, String> environment) throws IOException {
        Path scratch = Files.createDirectories(folder.resolve("scratch"));
        InstantSource clock = InstantSource.fixed(Instant.parse("2026-11-23T10:00:00Z"));
        return new RunContext(
                clock,
                new DirectoryStore(folder.resolve("store"), clock),
                environment,
                scratch,
                RunContext.Watcher.NONE);
    }
}
