package si.vpogled.request.chain;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/** The seals in the database, and the ends that the last of them seals. */
@Singleton
class SealRows {
    private static final String ENDS = """
            select count(*), encode(sha256(convert_to(coalesce(
                       string_agg(request_id || ' ' || number || ' ' || hash || E'\\n', '' order by request_id), ''),
                       'UTF8')), 'hex')
              from history_sealed_head""";

    private static final String TAKE = """
            insert into history_sealed_head
            select distinct on (request_id) request_id, number, hash from history_link
             where request_id <> all (?)
             order by request_id, number desc
            on conflict (request_id) do update set number = excluded.number, hash = excluded.hash
             where history_sealed_head.number < excluded.number""";

    private final AgroalDataSource database;

    SealRows(AgroalDataSource database) {
        this.database = database;
    }

    Optional<Seal> last() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "select number, jws from history_seal order by number desc limit 1");
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? Optional.of(new Seal(rows.getLong(1), rows.getString(2))) : Optional.empty();
        }
    }

    Seal.Ends ends() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(ENDS);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return new Seal.Ends(rows.getLong(1), rows.getString(2));
        }
    }

    /** Where chains end now, but for those that are broken. Within a transaction. */
    void take(Collection<UUID> broken) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(TAKE)) {
            statement.setArray(1, connection.createArrayOf("uuid", broken.toArray()));
            statement.executeUpdate();
        }
    }

    void add(Seal seal, Instant at) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "insert into history_seal (number, sealed_at, jws) values (?, ?, ?)")) {
            statement.setLong(1, seal.number());
            statement.setObject(2, at.atOffset(ZoneOffset.UTC));
            statement.setString(3, seal.jws());
            statement.executeUpdate();
        }
    }

    void note(CheckHistory.Report report, Instant at) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "insert into history_check (checked_at, chains, entries, breaks) values (?, ?, ?, ?)")) {
            statement.setObject(1, at.atOffset(ZoneOffset.UTC));
            statement.setLong(2, report.chains());
            statement.setLong(3, report.entries());
            statement.setLong(4, report.breaks());
            statement.executeUpdate();
        }
    }
}
