package si.vpogled.connector;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;

/**
 * One way to reach a kind of backend; found by {@link java.util.ServiceLoader}.
 *
 * <p>What the engine promises: {@link #open} is called once per source and run; the source is used by one thread at a
 * time, a virtual one, unless it says otherwise, and closed when the run ends, whatever happened. Settings have passed
 * {@link #settingsSchema()} and reads {@link #readSchema()} before anything is opened; then <code>${NAME}</code> is
 * replaced by whatever the environment has. When the run's time is up or the run was overtaken, the source is closed
 * under its thread, and the thread is interrupted if that does not end its waiting.
 *
 * <p>What it asks: streams, never whole results in memory; identifiers bound as parameters, never pasted into a
 * statement, path or address; every fault as a {@link ConnectorException} of the right kind.
 */
public interface Transport {
    /** The name in definitions: {@code jdbc}. */
    String name();

    /** JSON Schema 2020-12 (class path resource) of a source's {@code settings}. */
    String settingsSchema();

    /** JSON Schema 2020-12 (class path resource) of a collection's or identification's {@code read}. */
    String readSchema();

    /**
     * The names that a read expects to be bound ({@code :name}, <code>{name}</code>), so that a definition is refused
     * before it runs where nothing binds one: only {@code service}, and the kind that is read for, can be bound.
     *
     * @throws IllegalArgumentException with the reason, where the read cannot be understood at all
     */
    default Set<String> names(ObjectNode read) {
        return Set.of();
    }

    /**
     * Why a read cannot be made of a source with these settings, though each is right by itself; such a definition is
     * refused before it runs. Variables are not filled in yet.
     */
    default Optional<String> objection(ObjectNode settings, ObjectNode read) {
        return Optional.empty();
    }

    /**
     * @param settings of the source, addresses already filled in
     * @param context secrets, clock, limits
     * @throws ConnectorException where the backend cannot be reached or refuses the credentials
     */
    Source open(ObjectNode settings, SourceContext context) throws ConnectorException;

    /** The same read with nothing but what is needed to count and to date its records: files become rows. */
    default ObjectNode withoutContents(ObjectNode read) {
        return read;
    }

    /** JSON Schema 2020-12 (class path resource) of the means by which it erases; empty where it cannot. */
    default Optional<String> erasureSchema() {
        return Optional.empty();
    }

    /**
     * The names that means expect to be bound, like {@link #names}; beside those of a read there are {@code from} and
     * {@code to} (the first and the last day of a group's year) and {@code most}.
     *
     * @throws IllegalArgumentException with the reason, where the means cannot be understood at all
     */
    default Set<String> erasureNames(ObjectNode means) {
        return Set.of();
    }

    /** Why means cannot erase what a read reads, though each is right by itself. */
    default Optional<String> erasureObjection(ObjectNode read, ObjectNode means) {
        return Optional.empty();
    }

    /**
     * @param settings of the source, those for erasing in the place of their like
     * @param context secrets for erasing, clock, limits
     * @throws ConnectorException where the backend cannot be reached or refuses the credentials
     */
    default Eraser openEraser(ObjectNode settings, SourceContext context) throws ConnectorException {
        throw new ConnectorException(FaultKind.MISCONFIGURED, "The transport " + name() + " cannot erase");
    }
}
