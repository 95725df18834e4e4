package si.vpogled.request;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Hands out the whole of a selection, however many cases that is, in the order of the list: read by a cursor of the
 * database, so that memory holds one batch. Each batch is on record before it is handed out, whatever comes after.
 */
@ApplicationScoped
public class ExportRequests {
    static final int BATCH = 500;
    private static final int LONGEST = (int) Duration.ofHours(2).toSeconds();

    private final ListedCases cases;
    private final ListViews views;

    ExportRequests(ListedCases cases, ListViews views) {
        this.cases = cases;
        this.views = views;
    }

    /**
     * @param state a key of {@link State#KEYS}
     */
    public record Row(
            UUID id,
            String reference,
            String state,
            Right right,
            String name,
            String email,
            Instant receivedAt,
            LocalDate dueOn,
            Optional<String> assignee) {
        static Row of(Object... columns) {
            return new Row(
                    (UUID) columns[0],
                    (String) columns[1],
                    (String) columns[2],
                    Right.of((String) columns[3]),
                    (String) columns[4],
                    (String) columns[5],
                    (Instant) columns[6],
                    (LocalDate) columns[7],
                    Optional.ofNullable((String) columns[8]));
        }
    }

    /** Where rows go. */
    public interface Sink {
        void take(List<Row> rows) throws IOException;
    }

    public void export(ListRequests.Filter filter, Actor actor, Sink sink) throws IOException {
        actor.require(Role.CLERK, Role.APPROVER, Role.AUDITOR);
        try {
            QuarkusTransaction.requiringNew().timeout(LONGEST).run(() -> stream(filter, actor, sink));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void stream(ListRequests.Filter filter, Actor actor, Sink sink) {
        try (Stream<Object[]> rows = cases.query(cases.sql(filter).all(), Object[].class)
                .setFetchSize(BATCH)
                .getResultStream()) {
            List<Row> batch = new ArrayList<>(BATCH);
            rows.map(Row::of).forEachOrdered(row -> {
                batch.add(row);
                if (batch.size() == BATCH) {
                    handOut(batch, filter, actor, sink);
                }
            });
            handOut(batch, filter, actor, sink);
        }
    }

    /** The last batch is on record even where it is empty: so is looking for what is not there. */
    private void handOut(List<Row> batch, ListRequests.Filter filter, Actor actor, Sink sink) {
        List<UUID> shown = batch.stream().map(Row::id).toList();
        QuarkusTransaction.requiringNew().run(() -> views.add(actor, Action.EXPORTED, filter, shown));
        try {
            sink.take(List.copyOf(batch));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        batch.clear();
    }
}
