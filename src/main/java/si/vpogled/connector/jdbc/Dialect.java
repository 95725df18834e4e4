package si.vpogled.connector.jdbc;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/** What the databases do differently. */
enum Dialect {
    POSTGRESQL {
        @Override
        Driver driver() {
            return new org.postgresql.Driver();
        }

        @Override
        void configure(Properties properties, JdbcTimes times) {
            properties.setProperty("ApplicationName", "vpogled");
            properties.setProperty("connectTimeout", seconds(times.connect()));
            properties.setProperty("socketTimeout", seconds(times.answer()));
            properties.setProperty("cancelSignalTimeout", "2");
            properties.setProperty("tcpKeepAlive", "true");
            properties.setProperty(JdbcFaults.RESULT_BUFFER, String.valueOf(FetchSize.ROOM));
            // what a parameter is compared with decides its type, so that a number column needs no cast
            properties.setProperty("stringtype", "unspecified");
        }

        @Override
        void prepareToWrite(Connection connection, JdbcTimes times) throws SQLException {
            execute(connection, "set statement_timeout = " + times.answer().toMillis());
            connection.setAutoCommit(false);
        }

        @Override
        void prepare(Connection connection, JdbcTimes times) throws SQLException {
            execute(connection, "set statement_timeout = " + times.answer().toMillis());
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
        }

        @Override
        FetchSize fetchSize(int most) {
            return FetchSize.growing(most);
        }

        /** Preparing looks only at names: the rights are looked at by who plans, as for a run. */
        @Override
        void rehearse(Connection connection, JdbcQuery query) throws SQLException {
            try (PreparedStatement plan = connection.prepareStatement("explain " + query.sql())) {
                for (int i = 1; i <= query.names().size(); i++) {
                    plan.setNull(i, Types.VARCHAR);
                }
                plan.execute();
            }
        }
    },
    MARIADB {
        @Override
        Driver driver() {
            return new org.mariadb.jdbc.Driver();
        }

        @Override
        void configure(Properties properties, JdbcTimes times) {
            properties.setProperty(
                    "connectTimeout", String.valueOf(times.connect().toMillis()));
            properties.setProperty(
                    "socketTimeout", String.valueOf(times.answer().toMillis()));
            properties.setProperty("useServerPrepStmts", "true");
            properties.setProperty("allowLocalInfile", "false");
            properties.setProperty("allowMultiQueries", "false");
            properties.setProperty("tinyInt1isBit", "true");
            properties.setProperty("yearIsDateType", "false");
            // TIMESTAMP columns are shown in the session's zone; the instant is what is wanted
            properties.setProperty("sessionVariables", "time_zone='+00:00'");
        }

        @Override
        void prepareToWrite(Connection connection, JdbcTimes times) throws SQLException {
            connection.setAutoCommit(false);
        }

        @Override
        void prepare(Connection connection, JdbcTimes times) throws SQLException {
            boolean mysql = connection.getMetaData().getDatabaseProductName().contains("MySQL");
            execute(
                    connection,
                    mysql
                            ? "set session max_execution_time = " + times.run().toMillis()
                            : "set session max_statement_time = " + times.run().toSeconds());
            // compressing a large record on this side must not count as a dead client on the other
            execute(connection, "set session net_write_timeout = " + times.run().toSeconds());
            execute(connection, "set session transaction isolation level repeatable read");
            execute(connection, "set session transaction read only");
            connection.setAutoCommit(false);
            execute(connection, "start transaction with consistent snapshot, read only");
        }

        @Override
        FetchSize fetchSize(int most) {
            return FetchSize.single();
        }

        /** Preparing looks at the rights as well. */
        @Override
        void rehearse(Connection connection, JdbcQuery query) {
            // nothing is left to look at
        }
    };

    private static final Pattern POSTGRESQL_URL = Pattern.compile("jdbc:postgresql://.+");
    private static final Pattern MARIADB_URL = Pattern.compile("jdbc:(mariadb|mysql)://.+");
    private static final Pattern CREDENTIALS = Pattern.compile("(?i)//[^/]*@|[?&](user|password)=");

    /** By the address; empty where it names no database that is known, or carries credentials. */
    static Optional<Dialect> of(String url) {
        if (CREDENTIALS.matcher(url).find()) {
            return Optional.empty();
        }
        if (POSTGRESQL_URL.matcher(url).matches()) {
            return Optional.of(POSTGRESQL);
        }
        return MARIADB_URL.matcher(url).matches() ? Optional.of(MARIADB) : Optional.empty();
    }

    /** Opens a connection whose transaction only reads, and sees one state of the data where the database can. */
    Connection connect(JdbcAccess access) throws SQLException {
        return open(access, this::prepare);
    }

    /** Opens a connection that may write, each statement in a transaction of its own. */
    Connection connectToWrite(JdbcAccess access) throws SQLException {
        return open(access, this::prepareToWrite);
    }

    private interface Preparation {
        void prepare(Connection connection, JdbcTimes times) throws SQLException;
    }

    private Connection open(JdbcAccess access, Preparation preparation) throws SQLException {
        Properties properties = new Properties();
        configure(properties, access.times());
        properties.setProperty("user", access.user());
        properties.setProperty("password", access.password());
        Connection connection =
                driver().connect(access.url().replaceFirst("^jdbc:mysql:", "jdbc:mariadb:"), properties);
        try {
            preparation.prepare(connection, access.times());
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    abstract Driver driver();

    abstract void configure(Properties properties, JdbcTimes times);

    abstract void prepare(Connection connection, JdbcTimes times) throws SQLException;

    abstract void prepareToWrite(Connection connection, JdbcTimes times) throws SQLException;

    /** @param most that the operator wants in memory */
    abstract FetchSize fetchSize(int most);

    /** Has the server look at what preparing a query leaves out, short of running it. */
    abstract void rehearse(Connection connection, JdbcQuery query) throws SQLException;

    private static String seconds(Duration time) {
        return String.valueOf(Math.max(1, time.toSeconds()));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
