package si.vpogled.connector;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * A backend, opened with the credentials for erasing and by nobody who only reads.
 *
 * <p>What the engine promises: it counts a group before it has any of it erased, by reading; it asks for no more
 * records than it found, and finds no more than an approved plan says; it asks again after a fault or a restart, for
 * what is left then. What it asks: that whatever is done twice has the effect of once; that a call which is cut off
 * leaves either what was or what is to be, record by record; that nothing outside the group is touched.
 */
public interface Eraser extends AutoCloseable {
    /**
     * Erases records of one group, or takes out of them what tells the person, in the backend's own order and no more
     * than {@code scope.most()} of them; none where none is left.
     *
     * @param means as in the definition
     * @param progress told of what is done, as soon as it is certain
     * @throws ConnectorException of kind refused where the backend said no to some or all of it: what it allowed is
     *     done and was told of
     */
    void erase(ObjectNode means, Scope scope, Progress progress) throws ConnectorException;

    /**
     * Tells the backend something of an identifier, such as that its data are on hold (ZVOP-2 Art. 21).
     *
     * @param means as in the definition
     */
    void tell(ObjectNode means, Source.Bindings bindings) throws ConnectorException;

    @Override
    void close();

    /** Hears of what is done. */
    interface Progress {
        /**
         * @param records more of them, that will not be found again
         * @throws ConnectorException where the run stops; the eraser lets it through
         */
        void erased(long records) throws ConnectorException;
    }

    /**
     * A part of one group.
     *
     * @param read how the collection is read, with contents left out
     * @param day where in a row its day stands; empty where the period is {@link Period.All}
     * @param left records that the group holds, as far as is known, at least 1
     * @param most records that are to go now, at least 1; what can only go as a whole goes as one
     */
    record Scope(
            ObjectNode read, Source.Bindings bindings, Period period, Optional<String> day, long left, long most) {}
}
