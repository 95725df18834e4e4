package si.vpogled.demo;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.gen.OctetKeyPairGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.Order;
import si.vpogled.connector.Outcome;
import si.vpogled.connector.Outcome.Found;
import si.vpogled.connector.definition.ConnectorDefinition;
import si.vpogled.connector.extract.Entry;
import si.vpogled.connector.extract.ExtractEntry;
import si.vpogled.connector.extract.ExtractReader;
import si.vpogled.connector.job.RunConnector;
import si.vpogled.connector.job.RunContext;
import si.vpogled.inventory.ItemId;
import si.vpogled.storage.DirectoryStore;
import si.vpogled.storage.seal.Unseal;
import si.vpogled.subject.Identifier;
import si.vpogled.text.Language;

/**
 * One run of a connector, its extract opened again.
 *
 * @param texts by name, the content of every entry below 4 MB
 */
record ConnectorRun(Outcome outcome, List<Entry> entries, Map<String, String> texts) {
    private static final int LARGEST_TEXT = 4_000_000;

    static ConnectorRun of(
            ConnectorDefinition definition, Map<String, String> environment, Path folder, Identifier... known)
            throws IOException, ConnectorException, InterruptedException {
        DirectoryStore store = new DirectoryStore(folder.resolve("store"), InstantSource.system());
        OctetKeyPair pair = pair();
        UUID run = UUID.randomUUID();
        Order order = new Order(
                Order.VERSION,
                run,
                1,
                UUID.randomUUID(),
                definition.connector(),
                Order.Operation.COLLECT,
                List.of(known),
                definition.items(),
                Language.SL,
                "runs/" + run + ".extract",
                pair.toPublicJWK().toJSONObject(),
                definition.limits());
        RunContext context =
                new RunContext(InstantSource.system(), store, environment, folder, RunContext.Watcher.NONE);
        Outcome outcome = new RunConnector().run(order, definition, context);
        byte[] seal = ("vpogled extract 1 " + run + " 1").getBytes(StandardCharsets.UTF_8);
        try (ExtractReader extract =
                ExtractReader.open(Unseal.open(pair, seal, store.open(order.destination())), Long.MAX_VALUE)) {
            return read(outcome, extract);
        }
    }

    private static ConnectorRun read(Outcome outcome, ExtractReader extract) throws IOException {
        List<Entry> entries = new ArrayList<>();
        Map<String, String> texts = new LinkedHashMap<>();
        try (Stream<ExtractEntry> found = extract.entries()) {
            for (ExtractEntry one : (Iterable<ExtractEntry>) found::iterator) {
                one.verify();
                entries.add(one.entry());
                if (one.entry().size() < LARGEST_TEXT) {
                    try (InputStream content = one.content()) {
                        texts.put(one.entry().name(), new String(content.readAllBytes(), StandardCharsets.UTF_8));
                    }
                }
            }
        }
        return new ConnectorRun(outcome, entries, texts);
    }

    private static OctetKeyPair pair() {
        try {
            return new OctetKeyPairGenerator(Curve.X25519).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    Found found(String item) {
        return outcome.items().stream()
                .filter(one -> one.item().equals(ItemId.parse(item)))
                .findFirst()
                .orElseThrow()
                .outcome();
    }

    List<String> items(Found found) {
        return outcome.items().stream()
                .filter(one -> one.outcome() == found)
                .map(one -> one.item().toString())
                .toList();
    }

    String everything() {
        return String.join("\n", texts.values());
    }
}
