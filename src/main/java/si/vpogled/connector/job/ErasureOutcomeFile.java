package si.vpogled.connector.job;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.nimbusds.jose.jwk.OctetKeyPair;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import java.util.Set;
import si.vpogled.connector.ApprovedStep;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.ErasureOutcome;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.Order;
import si.vpogled.connector.PlannedGroup;
import si.vpogled.connector.RecordGroup;
import si.vpogled.connector.extract.InvalidExtractException;
import si.vpogled.storage.ObjectStore;
import si.vpogled.storage.Uploads;
import si.vpogled.storage.seal.Seal;
import si.vpogled.storage.seal.Unseal;
import si.vpogled.yaml.YamlSchema;

/** The outcome of an erasure's order, sealed to the case as its extracts are. */
public final class ErasureOutcomeFile {
    private static final int MAX_BYTES = 32 << 20;
    private static final String SCHEMA = "/schema/erasure-outcome.schema.json";

    private final Order order;

    /** @param order whose outcome it is */
    public ErasureOutcomeFile(Order order) {
        this.order = order;
    }

    void write(ErasureOutcome outcome, Uploads uploads, StopSign stop) throws ConnectorException {
        try (ObjectStore.Upload upload = uploads.create(order.destination())) {
            try (OutputStream sealed = Seal.to(order.recipientKey(), order.sealContext(), upload.stream())) {
                sealed.write(JobJson.MAPPER.writeValueAsBytes(outcome));
            }
            if (stop.abandoned()) {
                throw stop.raised().orElseThrow();
            }
            upload.commit();
        } catch (IOException e) {
            throw StoreFault.of(e);
        } catch (IllegalArgumentException e) {
            throw new ConnectorException(
                    FaultKind.MISCONFIGURED, "The order's destination or recipient cannot be used", e);
        }
    }

    /**
     * Opens what a job wrote, and trusts it no further than its schema and the order go.
     *
     * @param pair the case's key pair with its private part
     * @param sealed closed by this
     * @throws InvalidExtractException where it is no outcome of this order
     */
    public ErasureOutcome open(OctetKeyPair pair, SeekableByteChannel sealed) throws IOException {
        try (InputStream plain = Channels.newInputStream(Unseal.open(pair, order.sealContext(), sealed))) {
            byte[] bytes = plain.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new InvalidExtractException("The outcome is larger than " + MAX_BYTES + " bytes");
            }
            return checked(bytes);
        } catch (JsonProcessingException e) {
            throw new InvalidExtractException("The outcome is not JSON as its schema has it", e);
        }
    }

    private ErasureOutcome checked(byte[] bytes) throws IOException {
        if (!YamlSchema.of(SCHEMA).problems(JsonTree.read(bytes)).isEmpty()) {
            throw new InvalidExtractException("The outcome does not follow erasure-outcome.schema.json");
        }
        ErasureOutcome outcome = JobJson.MAPPER.readValue(bytes, ErasureOutcome.class);
        boolean ours = outcome.run().equals(order.run())
                && outcome.attempt() == order.attempt()
                && outcome.connector().equals(order.connector())
                && outcome.operation() == order.operation()
                && outcome.plan().equals(order.step().map(ApprovedStep::plan));
        if (!ours) {
            throw new InvalidExtractException("The outcome is of another order");
        }
        if (!answers(outcome)) {
            throw new InvalidExtractException("The outcome does not tell of each of the order's groups");
        }
        return outcome;
    }

    /** Silence about a group is neither that it is done nor that it failed. */
    private boolean answers(ErasureOutcome outcome) {
        List<RecordGroup> ordered = order.step().stream()
                .flatMap(step -> step.groups().stream())
                .map(PlannedGroup::group)
                .toList();
        return switch (order.operation()) {
            case ERASE ->
                outcome.steps().size() == ordered.size()
                        && outcome.steps().stream()
                                .map(ErasureOutcome.Step::group)
                                .collect(toSet())
                                .equals(Set.copyOf(ordered));
            case VERIFY ->
                ordered.stream().allMatch(group -> outcome.finding(group).isPresent() || isUnread(outcome, group));
            case COLLECT, TEST, FIND, HOLD, RELEASE -> true;
        };
    }

    private static boolean isUnread(ErasureOutcome outcome, RecordGroup group) {
        return outcome.unread().stream().anyMatch(unread -> unread.collection().equals(group.collection()));
    }
}
