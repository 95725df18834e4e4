package si.vpogled.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import si.vpogled.connector.Outcome.Found;
import si.vpogled.connector.Outcome.ItemOutcome;
import si.vpogled.connector.extract.Entry;
import si.vpogled.inventory.ItemId;
import si.vpogled.yaml.YamlSchema;

/** What holds of every run's extract, however the backend behaved. */
public final class Extracts {
    private static final Map<String, YamlSchema> SCHEMAS = new ConcurrentHashMap<>();

    private Extracts() {}

    /** How often each item that is held was found. */
    static Map<String, Long> found(Outcome outcome) {
        return outcome.items().stream()
                .filter(item -> item.outcome() == Found.FOUND)
                .collect(Collectors.toMap(item -> item.item().toString(), ItemOutcome::records));
    }

    /** Every part follows its schema, every item of the order is answered, and what was found is there. */
    static void isSound(Ordered ordered, Order order, Outcome outcome) throws IOException {
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
        assertThat(SCHEMAS.computeIfAbsent("/schema/" + schema + ".schema.json", YamlSchema::of)
                        .problems(json))
                .isEmpty();
    }

    public static void failedWith(ItemOutcome item, Set<FaultKind> kinds) {
        assertThat(item.outcome()).as("%s", item).isEqualTo(Found.FAILED);
        assertThat(kinds).as("%s", item).contains(item.fault().orElseThrow().kind());
    }

    /** Everything that is held of {@link Backend#one()} fails, and the extract says so. */
    public static void everythingFails(
            Backend backend, Map<String, String> environment, long seconds, Set<FaultKind> kinds) throws Exception {
        Ordered ordered = backend.ordered().seconds(seconds);
        Order order = ordered.order(backend.one().known());

        Outcome outcome = ordered.run(order, environment);

        assertThat(outcome.items()).allSatisfy(item -> failedWith(item, kinds));
        isSound(ordered, order, outcome);
    }

    /** Everything of {@link Backend#one()} that depends on one source fails, and all else is answered as it is held. */
    static void failsAlone(Backend backend, String source, Map<String, String> environment, Set<FaultKind> kinds)
            throws Exception {
        Person person = backend.one();
        Set<String> lost = names(new Dependence(backend.definition(), source).items(person));
        Ordered ordered = backend.ordered();
        Order order = ordered.order(person.known());

        Outcome outcome = ordered.run(order, environment);

        assertThat(lost).isNotEmpty();
        assertThat(outcome.items()).allSatisfy(item -> {
            if (lost.contains(item.item().toString())) {
                failedWith(item, kinds);
            } else {
                toldInFull(person, item);
            }
        });
        isSound(ordered, order, outcome);
    }

    /** Nothing is presented as complete that is not. */
    static void toldInFullOrFailed(Person person, Outcome outcome, Set<FaultKind> kinds) {
        assertThat(outcome.items()).allSatisfy(item -> {
            if (item.outcome() == Found.FAILED) {
                failedWith(item, kinds);
            } else {
                toldInFull(person, item);
            }
        });
    }

    private static void toldInFull(Person person, ItemOutcome item) {
        long held = person.found().getOrDefault(item.item().toString(), 0L);
        assertThat(item.outcome()).as("%s", item).isEqualTo(held > 0 ? Found.FOUND : Found.NONE_HELD);
        assertThat(item.records()).as("%s", item).isEqualTo(held);
    }

    static Set<String> names(Collection<ItemId> items) {
        return items.stream().map(ItemId::toString).collect(Collectors.toSet());
    }

    /** Neither an extract nor anything temporary. */
    static void nothingIsLeft(Ordered ordered) throws IOException {
        try (Stream<Path> files = Stream.concat(Files.walk(ordered.store()), Files.walk(ordered.scratch()))) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }
}
