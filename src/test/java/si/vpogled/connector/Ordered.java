package si.vpogled.connector;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.nimbusds.jose.jwk.OctetKeyPair;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import si.vpogled.connector.definition.ConnectorDefinition;
import si.vpogled.connector.extract.Entry;
import si.vpogled.connector.extract.ExtractEntry;
import si.vpogled.connector.extract.ExtractReader;
import si.vpogled.connector.job.RunConnector;
import si.vpogled.connector.job.RunContext;
import si.vpogled.inventory.ItemId;
import si.vpogled.storage.DirectoryStore;
import si.vpogled.storage.seal.Keys;
import si.vpogled.storage.seal.Unseal;
import si.vpogled.subject.Identifier;
import si.vpogled.text.Language;

/** Orders, runs and opens extracts, all in one folder. */
public final class Ordered {
    public static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .serializationInclusion(JsonInclude.Include.NON_ABSENT)
            .build();

    private static final InstantSource CLOCK = InstantSource.system();

    private final Path folder;
    private final ConnectorDefinition definition;
    private final OctetKeyPair keys = Keys.pair();
    private final RunConnector runConnector;
    private Order.Limits limits = new Order.Limits(120, 1_000_000, 1_000_000_000);
    private RunContext.Watcher watcher = RunContext.Watcher.NONE;
    private InstantSource clock = CLOCK;

    public Ordered(Path folder, ConnectorDefinition definition) {
        this(folder, definition, new RunConnector());
    }

    public Ordered(Path folder, ConnectorDefinition definition, RunConnector runConnector) {
        this.folder = folder;
        this.definition = definition;
        this.runConnector = runConnector;
    }

    public Ordered limits(Order.Limits limits) {
        this.limits = limits;
        return this;
    }

    public Ordered seconds(long seconds) {
        return limits(new Order.Limits(seconds, limits.records(), limits.bytes()));
    }

    public Ordered watcher(RunContext.Watcher watcher) {
        this.watcher = watcher;
        return this;
    }

    public Ordered clock(InstantSource clock) {
        this.clock = clock;
        return this;
    }

    public Order order(Collection<Identifier> identifiers) {
        return order(identifiers, definition.items());
    }

    public Order order(Collection<Identifier> identifiers, Collection<ItemId> items) {
        UUID run = UUID.randomUUID();
        return new Order(
                Order.VERSION,
                run,
                1,
                UUID.randomUUID(),
                definition.connector(),
                Order.Operation.COLLECT,
                List.copyOf(identifiers),
                List.copyOf(items),
                Language.SL,
                "requests/r/runs/" + run + "-1.extract",
                keys.toPublicJWK().toJSONObject(),
                limits);
    }

    public Path store() {
        return folder.resolve("store");
    }

    /** Where runs keep what is temporary. */
    public Path scratch() {
        return folder.resolve("scratch");
    }

    public RunContext context(Map<String, String> environment) throws IOException {
        Files.createDirectories(scratch());
        return new RunContext(clock, new DirectoryStore(store(), CLOCK), environment, scratch(), watcher);
    }

    public Outcome run(Order order, Map<String, String> environment)
            throws IOException, ConnectorException, InterruptedException {
        return runConnector.run(order, definition, context(environment));
    }

    public si.vpogled.connector.job.TestReport test(Map<String, String> environment)
            throws IOException, ConnectorException, InterruptedException {
        return runConnector.test(definition, Duration.ofSeconds(limits.seconds()), context(environment));
    }

    public ExtractReader open(Order order) throws IOException {
        byte[] context = ("vpogled extract 1 " + order.run() + " " + order.attempt()).getBytes(StandardCharsets.UTF_8);
        DirectoryStore store = new DirectoryStore(store(), CLOCK);
        return ExtractReader.open(Unseal.open(keys, context, store.open(order.destination())), Long.MAX_VALUE);
    }

    /** What the extract lists, each entry's content compared with its digest. */
    public List<Entry> entries(Order order) throws IOException {
        List<Entry> entries = new ArrayList<>();
        try (ExtractReader reader = open(order);
                Stream<ExtractEntry> listed = reader.entries()) {
            for (ExtractEntry entry : (Iterable<ExtractEntry>) listed::iterator) {
                entry.verify();
                entries.add(entry.entry());
            }
        }
        return entries;
    }

    /** The content of one entry. */
    public byte[] content(Order order, String name) throws IOException {
        try (ExtractReader reader = open(order);
                Stream<ExtractEntry> listed = reader.entries()) {
            ExtractEntry entry = listed.filter(
                            candidate -> candidate.entry().name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no entry " + name));
            try (InputStream content = entry.content()) {
                return content.readAllBytes();
            }
        }
    }

    public String text(Order order, String name) throws IOException {
        return new String(content(order, name), StandardCharsets.UTF_8);
    }
}
