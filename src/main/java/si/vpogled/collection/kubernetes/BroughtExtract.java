package si.vpogled.collection.kubernetes;

import com.nimbusds.jose.jwk.OctetKeyPair;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import si.vpogled.collection.Launcher.Report;
import si.vpogled.connector.ErasureOutcome;
import si.vpogled.connector.Fault;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.Order;
import si.vpogled.connector.Outcome;
import si.vpogled.connector.Outcome.ItemOutcome;
import si.vpogled.connector.definition.ConnectorDefinition;
import si.vpogled.connector.extract.ExtractReader;
import si.vpogled.connector.extract.InvalidExtractException;
import si.vpogled.connector.job.ErasureOutcomeFile;
import si.vpogled.storage.ObjectStore;
import si.vpogled.storage.keys.RequestKeys;
import si.vpogled.storage.seal.SealException;
import si.vpogled.storage.seal.Unseal;
import si.vpogled.subject.Identifier;

/** Takes from a job's extract what it found. A job may be anybody's program: what it says is held against its order. */
@Singleton
class BroughtExtract {
    private final ObjectStore store;
    private final Function<UUID, OctetKeyPair> keys;

    @Inject
    BroughtExtract(ObjectStore store, RequestKeys keys) {
        this(store, request -> QuarkusTransaction.requiringNew().call(() -> keys.keyPair(request)));
    }

    /** @param keys both parts, by request */
    BroughtExtract(ObjectStore store, Function<UUID, OctetKeyPair> keys) {
        this.store = store;
        this.keys = keys;
    }

    /** Empty where there is no extract. */
    Optional<Report> report(Order order, ConnectorDefinition definition) {
        try {
            if (!store.exists(order.destination())) {
                return Optional.empty();
            }
            if (order.operation() != Order.Operation.COLLECT) {
                return Optional.of(erasure(order, definition));
            }
            Outcome outcome = outcome(order);
            return Optional.of(flaw(order, definition, outcome)
                    .map(flaw -> defect("its outcome " + flaw))
                    .orElseGet(() -> Report.of(outcome)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (SealException e) {
            return Optional.of(defect("it is not sealed to the key of the order, or not with its run and attempt"));
        } catch (InvalidExtractException e) {
            return Optional.of(defect(e.getMessage()));
        } catch (IOException e) {
            return Optional.of(Report.failed(new Fault(
                    FaultKind.UNAVAILABLE, "The store does not give the extract that the job wrote: is it there?")));
        }
    }

    private Outcome outcome(Order order) throws IOException {
        try (ExtractReader extract = ExtractReader.open(
                Unseal.open(keys.apply(order.request()), order.sealContext(), store.open(order.destination())),
                Long.MAX_VALUE)) {
            return extract.outcome();
        }
    }

    private Report erasure(Order order, ConnectorDefinition definition) throws IOException {
        ErasureOutcome told =
                new ErasureOutcomeFile(order).open(keys.apply(order.request()), store.open(order.destination()));
        return strange(told.identifiers(), definition)
                .map(flaw -> defect("its outcome " + flaw))
                .orElseGet(() -> Report.of(order, definition, told));
    }

    private static Optional<String> flaw(Order order, ConnectorDefinition definition, Outcome outcome) {
        if (!order.run().equals(outcome.run())
                || order.attempt() != outcome.attempt()
                || !order.connector().equals(outcome.connector())) {
            return Optional.of("is of another run or attempt, or of another connector");
        }
        List<?> told = outcome.items().stream().map(ItemOutcome::item).toList();
        if (told.size() != order.items().size() || !new HashSet<>(told).equals(new HashSet<>(order.items()))) {
            return Optional.of("does not name each item of the order once");
        }
        return strange(outcome.identifiers(), definition);
    }

    private static Optional<String> strange(List<Identifier> identifiers, ConnectorDefinition definition) {
        boolean strange = identifiers.stream()
                .map(Identifier::type)
                .anyMatch(kind -> !definition.yields().contains(kind));
        return strange
                ? Optional.of("adds identifiers of a kind that its definition does not yield")
                : Optional.empty();
    }

    private static Report defect(String why) {
        return Report.failed(new Fault(FaultKind.DEFECT, "The extract that the job wrote cannot be used: " + why));
    }
}
