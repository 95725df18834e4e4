package si.vpogled.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import si.vpogled.connector.Outcome.Found;
import si.vpogled.connector.Outcome.ItemOutcome;
import si.vpogled.connector.definition.ConnectorDefinition;
import si.vpogled.connector.definition.DefinitionLoader;
import si.vpogled.connector.extract.Entry;
import si.vpogled.connector.job.TestReport;
import si.vpogled.demo.server.FaultyProxy.Conduct;
import si.vpogled.inventory.ItemId;
import si.vpogled.subject.Identifier;
import si.vpogled.yaml.YamlSchema;

/**
 * What every connector promises, whatever its transport: extend it with a real backend, and say by {@link Behaviour}
 * what that cannot have.
 */
@Tag("slow")
public abstract class ConnectorContractTest {
    /** Text that formats, languages and programs trip over; a backend has it as a value of {@link #awkward()}. */
    public static final String AWKWARD = "=1+1 Žiga \"Č\" O'Brien; a,b|c\\d\r\nline two\t<b>&amp;</b> \uD83D\uDE00"
            + " \u202Eobrnjeno\u202C e\u0301 \u200B ${X} %s ' or 1=1 -- \u0001 ]]> \uFEFF konec";

    private static final Duration PROMPT = Duration.ofSeconds(10);

    @TempDir
    protected Path folder;

    protected ConnectorDefinition definition;

    /** The folder with the definition. */
    protected abstract Path definitions() throws IOException;

    protected abstract String connector();

    /** Where on 127.0.0.1 the backend listens. */
    protected abstract int port();

    /** All ports of a backend that has several. */
    protected List<Integer> ports() {
        return List.of(port());
    }

    /** What reaches the backend, or a proxy to it, at a port of 127.0.0.1. */
    protected abstract Map<String, String> environment(int port);

    /** What reaches a backend of several ports through a proxy for each. */
    protected Map<String, String> environment(IntUnaryOperator proxied) {
        return environment(proxied.applyAsInt(port()));
    }

    /** What replaces parts of {@link #environment} so that the backend does not accept it. */
    protected abstract Map<String, String> wrongCredentials();

    protected abstract Person one();

    protected abstract Person several();

    /** Somebody with 100,000 records of one item or more. */
    protected abstract Person many();

    protected abstract Person awkward();

    /** All but what the backend lacks. */
    protected Set<Behaviour> behaviours() {
        return EnumSet.allOf(Behaviour.class);
    }

    /** After how many bytes of answers the data of {@link #many()}, or of {@link #one()}, are under way. */
    protected long halfWay() {
        return 100_000;
    }

    /** Compares how often each item was found with what the person says. */
    protected void foundIsRight(Person person, Map<String, Long> found) {
        assertThat(found).isEqualTo(person.found());
    }

    /** Somebody whom no backend knows, by values that must stay values. */
    protected Person nobody() {
        List<Identifier> hostile = definition.needs().stream()
                .map(kind -> Identifier.of(
                        kind,
                        switch (kind) {
                            case EMAIL -> "nihče'||'@example.test";
                            case DOMAIN -> "nihce.example";
                            case CUSTOMER_NUMBER, VAT_ID, HOSTING_ACCOUNT, VPS_SERVER, DOSTAVLJALEC_ACCOUNT, WEBSITE ->
                                "0' or '1'='1";
                        }))
                .toList();
        return new Person(hostile, List.of(), Map.of());
    }

    @BeforeEach
    void loadDefinition() throws IOException {
        definition = new DefinitionLoader()
                .fromFolder(definitions())
                .find(connector())
                .orElseThrow();
    }

    @Test
    void ofAPersonWhomNobodyKnowsNothingIsHeld() throws Exception {
        outcomeIsRight(nobody());
    }

    @Test
    void whatIsHeldOfAPersonIsFoundAndCounted() throws Exception {
        outcomeIsRight(one());
    }

    @Test
    void severalAccountsOfOnePersonAreAllRead() throws Exception {
        assumeThat(behaviours()).contains(Behaviour.SEVERAL_ACCOUNTS);
        outcomeIsRight(several());
    }

    @Test
    void onlyWhatTheOrderWantsIsRead() throws Exception {
        Ordered ordered = ordered();
        ItemId wanted = ItemId.parse(
                one().found().keySet().stream().sorted().findFirst().orElseThrow());
        Order order = ordered.order(one().known(), List.of(wanted));

        Outcome outcome = ordered.run(order, environment(port -> port));

        assertThat(outcome.items()).extracting(ItemOutcome::item).containsExactly(wanted);
        assertThat(ordered.entries(order))
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.items()).containsExactly(wanted));
    }

    @Test
    void aHundredThousandRecordsFitIntoASmallHeap() throws Exception {
        assumeThat(behaviours()).contains(Behaviour.MANY_RECORDS);
        Ordered ordered = ordered();
        Order order = ordered.order(many().known());
        Files.createDirectories(ordered.store());
        Path file = Files.write(folder.resolve("order.json"), Ordered.JSON.writeValueAsBytes(order));
        Map<String, String> environment = new HashMap<>(environment(port -> port));
        environment.put("VPOGLED_CONNECTORS_DIR", definitions().toString());
        environment.put("VPOGLED_STORE_DIRECTORY", ordered.store().toString());

        JobProcess.End end = new JobProcess(folder, "-Xmx128m").run(environment, file.toString());

        assertThat(end.err()).isEmpty();
        assertThat(end.code()).isZero();
        try (var extract = ordered.open(order)) {
            foundIsRight(many(), counts(extract.outcome()));
        }
        assertThat(many().found().values()).anyMatch(count -> count >= 100_000);
    }

    @Test
    void awkwardCharactersArriveAsTheyAre() throws Exception {
        assumeThat(behaviours()).contains(Behaviour.AWKWARD_CHARACTERS);
        Ordered ordered = ordered();
        Order order = ordered.order(awkward().known());

        Outcome outcome = ordered.run(order, environment(port -> port));

        foundIsRight(awkward(), counts(outcome));
        awkwardCharactersArrived(ordered, order);
    }

    /** Looks for {@link #AWKWARD} in what was read; a connector of files looks for it elsewhere. */
    protected void awkwardCharactersArrived(Ordered ordered, Order order) throws IOException {
        boolean found = false;
        for (Entry entry : ordered.entries(order)) {
            if (entry.kind() == Entry.Kind.RECORDS) {
                JsonNode records = Ordered.JSON
                        .readTree(ordered.content(order, entry.name()))
                        .path("records");
                found |= Stream.of(records)
                        .flatMap(list -> list.valueStream())
                        .flatMap(JsonNode::valueStream)
                        .anyMatch(value -> value.asText().equals(AWKWARD));
            }
        }
        assertThat(found)
                .as("a value of some record is the awkward text, character by character")
                .isTrue();
    }

    @Test
    void aSlowBackendIsUnavailableWhenTheRunsTimeIsUp() throws Exception {
        assumeThat(behaviours()).contains(Behaviour.NETWORK);
        everythingFails(new Conduct.Delay(Duration.ofSeconds(30)), 2, Set.of(FaultKind.UNAVAILABLE));
    }

    @Test
    void aSilentBackendIsUnavailableWhenTheRunsTimeIsUp() throws Exception {
        assumeThat(behaviours()).contains(Behaviour.NETWORK);
        everythingFails(new Conduct.Silence(), 2, Set.of(FaultKind.UNAVAILABLE));
    }

    @Test
    void aBackendThatIsNotThereIsUnavailable() throws Exception {
        assumeThat(behaviours()).contains(Behaviour.NETWORK);
        Map<String, String> gone;
        try (Proxies proxies = new Proxies(ports(), new Conduct.Pass())) {
            gone = environment(proxies::port);
        }
        everythingFails(gone, 60, Set.of(FaultKind.UNAVAILABLE));
    }

    @Test
    void aConnectionThatDropsAtOnceIsUnavailable() throws Exception {
        assumeThat(behaviours()).contains(Behaviour.NETWORK);
        everythingFails(new Conduct.Cut(0), 60, Set.of(FaultKind.UNAVAILABLE));
    }

    @Test
    void aConnectionThatDropsHalfWayLeavesNothingHalfToldAsFound() throws Exception {
        assumeThat(behaviours()).contains(Behaviour.NETWORK);
        nothingIsHalfTold(new Conduct.Cut(halfWay()), 60, Set.of(FaultKind.UNAVAILABLE));
    }

    @Test
    void nonsenseIsNeverTakenForAnAnswer() throws Exception {
        assumeThat(behaviours()).contains(Behaviour.NETWORK);
        everythingFails(new Conduct.Garbage(0), 15, Set.of(FaultKind.DEFECT, FaultKind.UNAVAILABLE));
    }

    @Test
    void nonsenseHalfWayIsNeverTakenForAnAnswer() throws Exception {
        assumeThat(behaviours()).contains(Behaviour.NETWORK);
        nothingIsHalfTold(new Conduct.Garbage(halfWay()), 15, Set.of(FaultKind.DEFECT, FaultKind.UNAVAILABLE));
    }

    @Test
    void wrongCredentialsAreAMisconfiguration() throws Exception {
        assumeThat(behaviours()).contains(Behaviour.CREDENTIALS);
        everythingFails(withWrongCredentials(), 60, Set.of(FaultKind.MISCONFIGURED));
    }

    @Test
    void aSecretThatIsNotSetIsAMisconfiguration() throws Exception {
        assumeThat(behaviours()).contains(Behaviour.CREDENTIALS);
        Map<String, String> environment = new HashMap<>(environment(port -> port));
        environment.keySet().removeIf(name -> name.startsWith("VPOGLED_SECRET"));
        everythingFails(environment, 60, Set.of(FaultKind.MISCONFIGURED));
    }

    @Test
    void aTestPassesWhereEverythingIsInOrder() throws Exception {
        TestReport report = ordered().test(environment(port -> port));

        assertThat(report.checks())
                .allSatisfy(check -> assertThat(check.fault()).isEmpty());
        assertThat(report.checks())
                .hasSize(definition.sources().size()
                        + definition.identify().size()
                        + definition.collections().size());
    }

    @Test
    void aTestTellsOfWrongCredentials() throws Exception {
        assumeThat(behaviours()).contains(Behaviour.CREDENTIALS);

        TestReport report = ordered().test(withWrongCredentials());

        // where nothing is asked before the first read, opening is no fault
        assertThat(report.checks())
                .flatExtracting(check -> check.fault().stream().map(Fault::kind).toList())
                .contains(FaultKind.MISCONFIGURED);
        assertThat(report.passed()).isFalse();
    }

    @Test
    void anInterruptedRunEndsPromptlyAndLeavesNothing() throws Exception {
        assumeThat(behaviours()).contains(Behaviour.NETWORK);
        try (Proxies proxies = new Proxies(ports(), new Conduct.Silence())) {
            CountDownLatch watched = new CountDownLatch(1);
            Ordered ordered = ordered().watcher((records, bytes) -> {
                watched.countDown();
                return true;
            });
            Order order = ordered.order(one().known());
            FutureTask<Outcome> task = new FutureTask<>(() -> ordered.run(order, environment(proxies::port)));
            Thread caller = Thread.ofPlatform().start(task);
            assertThat(watched.await(30, TimeUnit.SECONDS)).isTrue();
            Instant interrupted = Instant.now();

            caller.interrupt();

            assertThatThrownBy(() -> task.get(30, TimeUnit.SECONDS)).hasCauseInstanceOf(InterruptedException.class);
            assertThat(Duration.between(interrupted, Instant.now())).isLessThan(PROMPT);
            nothingIsLeft(ordered);
        }
    }

    @Test
    void aRunThatIsNoLongerWantedEndsPromptlyAndLeavesNothing() throws Exception {
        assumeThat(behaviours()).contains(Behaviour.NETWORK);
        try (Proxies proxies = new Proxies(ports(), new Conduct.Silence())) {
            Ordered ordered = ordered().watcher((records, bytes) -> false);
            Instant started = Instant.now();

            assertThatThrownBy(() -> ordered.run(ordered.order(one().known()), environment(proxies::port)))
                    .isInstanceOf(ConnectorException.class);

            assertThat(Duration.between(started, Instant.now())).isLessThan(PROMPT);
            nothingIsLeft(ordered);
        }
    }

    protected final Ordered ordered() {
        return new Ordered(folder, definition);
    }

    private void outcomeIsRight(Person person) throws Exception {
        Ordered ordered = ordered();
        Order order = ordered.order(person.known());

        Outcome outcome = ordered.run(order, environment(port -> port));

        assertThat(outcome.items()).allSatisfy(item -> assertThat(item.fault()).isEmpty());
        foundIsRight(person, counts(outcome));
        assertThat(outcome.identifiers()).containsExactlyInAnyOrderElementsOf(person.accounts());
        assertThat(outcome.doubts()).isEmpty();
        extractIsRight(ordered, order, outcome);
    }

    private void extractIsRight(Ordered ordered, Order order, Outcome outcome) throws IOException {
        assertThat(outcome.items()).extracting(ItemOutcome::item).containsExactlyElementsOf(order.items());
        follows("outcome", Ordered.JSON.valueToTree(outcome));
        follows("order", Ordered.JSON.valueToTree(order));
        List<Entry> entries = ordered.entries(order);
        for (Entry entry : entries) {
            follows("entry", Ordered.JSON.valueToTree(entry));
            if (entry.kind() == Entry.Kind.RECORDS) {
                follows("collection", Ordered.JSON.readTree(ordered.content(order, entry.name())));
            }
        }
        assertThat(entries.stream().map(Entry::items).flatMap(Collection::stream))
                .containsAll(outcome.items().stream()
                        .filter(item -> item.outcome() == Found.FOUND)
                        .map(ItemOutcome::item)
                        .toList());
    }

    private static void follows(String schema, JsonNode json) {
        assertThat(YamlSchema.of("/schema/" + schema + ".schema.json").problems(json))
                .isEmpty();
    }

    private void everythingFails(Conduct conduct, long seconds, Set<FaultKind> kinds) throws Exception {
        assertThat(runThrough(conduct, seconds, one()).items()).allSatisfy(item -> failedWith(item, kinds));
    }

    private void everythingFails(Map<String, String> environment, long seconds, Set<FaultKind> kinds) throws Exception {
        Ordered ordered = ordered().seconds(seconds);
        Outcome outcome = ordered.run(ordered.order(one().known()), environment);
        assertThat(outcome.items()).allSatisfy(item -> failedWith(item, kinds));
        follows("outcome", Ordered.JSON.valueToTree(outcome));
    }

    private Outcome runThrough(Conduct conduct, long seconds, Person person) throws Exception {
        try (Proxies proxies = new Proxies(ports(), conduct)) {
            Ordered ordered = ordered().seconds(seconds);
            Order order = ordered.order(person.known());
            Instant started = Instant.now();
            Outcome outcome = ordered.run(order, environment(proxies::port));
            assertThat(Duration.between(started, Instant.now()))
                    .isLessThan(Duration.ofSeconds(seconds).plus(PROMPT));
            extractIsRight(ordered, order, outcome);
            return outcome;
        }
    }

    private void nothingIsHalfTold(Conduct conduct, long seconds, Set<FaultKind> kinds) throws Exception {
        Person person = behaviours().contains(Behaviour.MANY_RECORDS) ? many() : one();
        Outcome outcome = runThrough(conduct, seconds, person);

        assertThat(outcome.items())
                .filteredOn(item -> behaviours().contains(Behaviour.MANY_RECORDS)
                        ? person.found().getOrDefault(item.item().toString(), 0L) >= 100_000
                        : item.outcome() == Found.FAILED)
                .isNotEmpty()
                .allSatisfy(item -> failedWith(item, kinds));
    }

    private static void failedWith(ItemOutcome item, Set<FaultKind> kinds) {
        assertThat(item.outcome()).as("%s", item).isEqualTo(Found.FAILED);
        assertThat(kinds).as("%s", item).contains(item.fault().orElseThrow().kind());
    }

    private static Map<String, Long> counts(Outcome outcome) {
        Map<String, Long> counts = new HashMap<>();
        outcome.items().stream()
                .filter(item -> item.outcome() == Found.FOUND)
                .forEach(item -> counts.put(item.item().toString(), item.records()));
        return counts;
    }

    private void nothingIsLeft(Ordered ordered) throws IOException {
        try (Stream<Path> files = Stream.concat(Files.walk(ordered.store()), Files.walk(folder.resolve("scratch")))) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }

    private Map<String, String> withWrongCredentials() {
        Map<String, String> environment = new HashMap<>(environment(port -> port));
        environment.putAll(wrongCredentials());
        return environment;
    }
}
