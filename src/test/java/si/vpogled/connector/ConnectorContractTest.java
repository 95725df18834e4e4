package si.vpogled.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import si.vpogled.connector.Outcome.ItemOutcome;
import si.vpogled.connector.definition.ConnectorDefinition;
import si.vpogled.connector.definition.DefinitionLoader;
import si.vpogled.connector.extract.Entry;
import si.vpogled.connector.extract.ExtractReader;
import si.vpogled.connector.job.TestReport;
import si.vpogled.inventory.ItemId;
import si.vpogled.subject.Identifier;

/**
 * What every connector promises, whatever its transport: extend it with a real backend. What only some backends can
 * promise, they take on by type: {@link OverANetwork}, {@link WithCredentials}.
 */
@Tag("slow")
public abstract class ConnectorContractTest implements Backend {
    /** Text that formats, languages and programs trip over; a backend has it as a value of {@link #awkward()}. */
    public static final String AWKWARD = "=1+1 Žiga \"Č\" O'Brien; a,b|c\\d\r\nline two\t<b>&amp;</b> \uD83D\uDE00"
            + " \u202Eobrnjeno\u202C e\u0301 \u200B ${X} %s ' or 1=1 -- \u0001 ]]> \uFEFF konec";

    @TempDir
    protected Path folder;

    private ConnectorDefinition definition;

    @BeforeEach
    void loadDefinition() throws IOException {
        definition = new DefinitionLoader()
                .fromFolder(definitions())
                .find(connector())
                .orElseThrow();
    }

    @Override
    public final ConnectorDefinition definition() {
        return definition;
    }

    @Override
    public final Ordered ordered() {
        return new Ordered(folder, definition);
    }

    /** Somebody whom no backend knows, by values that must stay values. */
    private Person nobody() {
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

    @Test
    void ofAPersonWhomNobodyKnowsNothingIsHeld() throws Exception {
        foundRightly(nobody());
    }

    @Test
    void whatIsHeldOfAPersonIsFoundAndCounted() throws Exception {
        foundRightly(one());
    }

    @Test
    void severalAccountsOfOnePersonAreAllRead() throws Exception {
        foundRightly(several());
    }

    private void foundRightly(Person person) throws Exception {
        Ordered ordered = ordered();
        Order order = ordered.order(person.known());

        Outcome outcome = ordered.run(order, environment());

        assertThat(outcome.items()).allSatisfy(item -> assertThat(item.fault()).isEmpty());
        assertThat(Extracts.found(outcome)).isEqualTo(person.found());
        assertThat(outcome.identifiers()).containsExactlyInAnyOrderElementsOf(person.accounts());
        assertThat(outcome.doubts()).isEmpty();
        Extracts.isSound(ordered, order, outcome);
    }

    @Test
    void onlyWhatTheOrderWantsIsRead() throws Exception {
        Ordered ordered = ordered();
        ItemId wanted = ItemId.parse(
                one().found().keySet().stream().sorted().findFirst().orElseThrow());
        Order order = ordered.order(one().known(), List.of(wanted));

        Outcome outcome = ordered.run(order, environment());

        assertThat(outcome.items()).extracting(ItemOutcome::item).containsExactly(wanted);
        assertThat(ordered.entries(order))
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.items()).contains(wanted));
        // a file cannot be taken apart
        assertThat(ordered.entries(order))
                .filteredOn(entry -> entry.kind() == Entry.Kind.RECORDS)
                .allSatisfy(entry -> assertThat(entry.items()).containsExactly(wanted));
    }

    @Test
    void aHundredThousandRecordsFitIntoASmallHeap() throws Exception {
        Outcome outcome = run(new JobProcess(folder, "-Xmx128m"), many(), environment());

        assertThat(Extracts.found(outcome)).isEqualTo(many().found());
        assertThat(Set.copyOf(outcome.identifiers())).isEqualTo(Set.copyOf(many().accounts()));
        assertThat(many().found().values()).anyMatch(count -> count >= 100_000);
    }

    /** A run in a process of its own, for what is held. */
    protected final Outcome run(JobProcess process, Person person, Map<String, String> environment) throws Exception {
        // a busy machine may take minutes over so many
        Ordered ordered = ordered().seconds(900);
        Order order = ordered.order(person.known(), person.held());
        Files.createDirectories(ordered.store());
        Path file = Files.write(folder.resolve("order.json"), Ordered.JSON.writeValueAsBytes(order));
        Map<String, String> whole = new HashMap<>(environment);
        whole.put("VPOGLED_CONNECTORS_DIR", definitions().toString());
        whole.put("VPOGLED_STORE_DIRECTORY", ordered.store().toString());

        JobProcess.End end = process.run(whole, file.toString());

        assertThat(end.err()).isEmpty();
        assertThat(end.code()).isZero();
        try (ExtractReader extract = ordered.open(order)) {
            return extract.outcome();
        }
    }

    @Test
    void awkwardCharactersArriveAsTheyAre() throws Exception {
        Ordered ordered = ordered();
        Order order = ordered.order(awkward().known());

        Outcome outcome = ordered.run(order, environment());

        assertThat(Extracts.found(outcome)).isEqualTo(awkward().found());
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
    void aTestPassesWhereEverythingIsInOrder() throws Exception {
        TestReport report = ordered().test(environment());

        assertThat(report.checks())
                .allSatisfy(check -> assertThat(check.fault()).isEmpty());
        assertThat(report.checks())
                .hasSize(definition.sources().size()
                        + definition.identify().size()
                        + definition.collections().size());
    }
}
