package si.vpogled.request.chain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads all chains at one moment, a thousand links at a time however many there are. */
@Singleton
class WalkChains {
    private static final int AT_ONCE = 1000;
    private static final String ONE_MOMENT = "set transaction isolation level repeatable read, read only";
    private static final String LINKS = """
            select l.request_id, l.number, l.entry, l.linked_at, l.previous, l.hash,
                   h.request_id, h.at, h.actor_kind, h.actor, h.action, cast(h.detail as text),
                   s.number, s.hash, coalesce(r.reference, cast(l.request_id as text))
              from history_link l
              left join history h on h.id = l.entry
              left join history_sealed_head s on s.request_id = l.request_id
              left join request r on r.id = l.request_id
             order by l.request_id, l.number""";

    private static final String UNLINKED = """
            select h.request_id, h.id, coalesce(r.reference, cast(h.request_id as text))
              from history h left join request r on r.id = h.request_id
             where not exists (select from history_link l where l.entry = h.id)
             order by h.id""";

    private static final String GONE = """
            select s.request_id, s.number, coalesce(r.reference, cast(s.request_id as text))
              from history_sealed_head s left join request r on r.id = s.request_id
             where not exists (select from history_link l where l.request_id = s.request_id)
             order by s.request_id""";

    private static final TypeReference<Map<String, String>> DETAIL = new TypeReference<>() {};

    private final AgroalDataSource database;
    private final ObjectMapper json = new ObjectMapper();

    WalkChains(AgroalDataSource database) {
        this.database = database;
    }

    /** Outside of any transaction. */
    void walk(Found found) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute(ONE_MOMENT);
                statement.setFetchSize(AT_ONCE);
                links(statement, found);
                single(statement, UNLINKED, HistoryBreak.Kind.ADDED, found);
                single(statement, GONE, HistoryBreak.Kind.REMOVED, found);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private void links(Statement statement, Found found) throws SQLException {
        try (ResultSet rows = statement.executeQuery(LINKS)) {
            UUID current = null;
            ChainCheck check = null;
            while (rows.next()) {
                Link link = link(rows);
                if (!link.request().equals(current)) {
                    if (check != null) {
                        check.end();
                    }
                    current = link.request();
                    check = begin(rows, current, found);
                }
                check.next(link);
                found.entry();
            }
            if (check != null) {
                check.end();
            }
        }
    }

    private static ChainCheck begin(ResultSet rows, UUID request, Found found) throws SQLException {
        found.chain();
        String hash = rows.getString(14);
        Optional<ChainCheck.SealedHead> sealed =
                hash == null ? Optional.empty() : Optional.of(new ChainCheck.SealedHead(rows.getLong(13), hash));
        return new ChainCheck(rows.getString(15), sealed, told -> found.add(request, told));
    }

    private Link link(ResultSet rows) throws SQLException {
        UUID of = rows.getObject(7, UUID.class);
        return new Link(
                rows.getObject(1, UUID.class),
                rows.getLong(2),
                rows.getLong(3),
                instant(rows, 4),
                rows.getString(5),
                rows.getString(6),
                of == null ? Optional.empty() : Optional.of(content(rows, of)));
    }

    private Link.Content content(ResultSet rows, UUID of) throws SQLException {
        try {
            return new Link.Content(
                    of,
                    instant(rows, 8),
                    rows.getString(9),
                    rows.getString(10),
                    rows.getString(11),
                    json.readValue(rows.getString(12), DETAIL));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Instant instant(ResultSet rows, int column) throws SQLException {
        return rows.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static void single(Statement statement, String query, HistoryBreak.Kind kind, Found found)
            throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getObject(1, UUID.class), HistoryBreak.of(rows.getString(3), rows.getLong(2), kind));
            }
        }
    }
}
