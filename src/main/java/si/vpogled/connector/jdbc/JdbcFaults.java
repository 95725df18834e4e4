package si.vpogled.connector.jdbc;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.sql.SQLException;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.FaultKind;

/**
 * Tells whose fault a database's refusal is, by SQLSTATE and, where MariaDB is vague, by its own number. The driver's
 * text is passed on only where it can speak of nothing but the query: elsewhere it quotes values.
 */
final class JdbcFaults {
    /** The driver's setting for what a fetch may hold, by whose name alone it tells in any language that it did. */
    static final String RESULT_BUFFER = "maxResultBuffer";

    private final String place;

    JdbcFaults(String place) {
        this.place = place;
    }

    /** The same of a statement that changes something: what the tables' own rules forbid is a refusal. */
    ConnectorException toWrite(SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        if (state.startsWith("23")) {
            return told(Verdict.IN_USE, state, "");
        }
        ConnectorException fault = of(e);
        return fault.kind() == FaultKind.REFUSED && !tooLarge(e) ? told(Verdict.MAY_NOT_CHANGE, state, "") : fault;
    }

    ConnectorException of(SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        Verdict verdict = tooLarge(e) ? Verdict.TOO_LARGE : byNumber(e.getErrorCode());
        if (verdict == Verdict.UNKNOWN) {
            verdict = byState(state, e);
        }
        return told(verdict, state, verdict == Verdict.QUERY_WRONG ? ": " + firstLine(e.getMessage()) : "");
    }

    private ConnectorException told(Verdict verdict, String state, String detail) {
        String code = state.isEmpty() ? "" : " (SQLSTATE " + state + ")";
        return new ConnectorException(verdict.kind, "The database at " + place + ' ' + verdict.words + code + detail);
    }

    private static boolean tooLarge(SQLException e) {
        return e.getMessage() != null && e.getMessage().contains(RESULT_BUFFER);
    }

    private static Verdict byNumber(int number) {
        return switch (number) {
            case 1142, 1143, 1227, 1370 -> Verdict.NOT_ALLOWED;
            // 1251: MySQL asks a user who does not exist for a way of signing in of its choice, which no driver may
            // know
            case 1044, 1045, 1251, 1698, 1820, 1862, 4151 -> Verdict.LOGIN_REFUSED;
            case 1049 -> Verdict.NO_DATABASE;
            case 1129, 1130 -> Verdict.HOST_REFUSED;
            case 1040, 1203, 1226 -> Verdict.BUSY;
            case 1205, 1213, 1317, 1969, 3024 -> Verdict.TOO_SLOW;
            case 1792 -> Verdict.WRITES;
            default -> Verdict.UNKNOWN;
        };
    }

    private static Verdict byState(String state, SQLException e) {
        return switch (state) {
            case "42501" -> Verdict.NOT_ALLOWED;
            case "08P01" -> Verdict.NONSENSE;
            case "57014", "70100", "55P03" -> Verdict.TOO_SLOW;
            case "25006" -> Verdict.WRITES;
            // the driver's own: MySQL's usual way of signing in hands the password over by TLS alone
            case "S1009" -> Verdict.TLS_WANTED;
            default ->
                switch (state.length() < 2 ? "" : state.substring(0, 2)) {
                    case "08" -> connection(e);
                    case "57", "58" -> Verdict.AWAY;
                    case "53" -> Verdict.BUSY;
                    case "40" -> Verdict.TOO_SLOW;
                    case "28" -> Verdict.LOGIN_REFUSED;
                    case "3D", "3F" -> Verdict.NO_DATABASE;
                    case "42", "0A" -> Verdict.QUERY_WRONG;
                    default -> nonsense(e) ? Verdict.NONSENSE : Verdict.UNKNOWN;
                };
        };
    }

    private static Verdict connection(SQLException e) {
        return nonsense(e) ? Verdict.NONSENSE : Verdict.AWAY;
    }

    /** An input that the driver could not read, where the connection itself was in order. */
    private static boolean nonsense(SQLException e) {
        Throwable deepest = e;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return switch (deepest) {
            case SocketException _, EOFException _, InterruptedIOException _ -> false;
            case UnknownHostException _, ClosedChannelException _ -> false;
            case IOException _, RuntimeException _ -> true;
            default -> false;
        };
    }

    private static String firstLine(String message) {
        return message == null ? "" : message.lines().findFirst().orElse("");
    }

    private enum Verdict {
        AWAY(FaultKind.UNAVAILABLE, "cannot be reached, or the connection to it broke"),
        BUSY(FaultKind.UNAVAILABLE, "takes no more connections now"),
        TOO_SLOW(FaultKind.UNAVAILABLE, "did not answer the query in time"),
        LOGIN_REFUSED(FaultKind.MISCONFIGURED, "refuses the user or the password: check both"),
        TLS_WANTED(
                FaultKind.MISCONFIGURED,
                "takes the password of this user by TLS only: add sslMode=verify-full to its address"),
        HOST_REFUSED(FaultKind.MISCONFIGURED, "takes no connection from this host: allow it there"),
        NO_DATABASE(FaultKind.MISCONFIGURED, "has no database or schema of that name"),
        QUERY_WRONG(FaultKind.MISCONFIGURED, "does not understand the query"),
        WRITES(FaultKind.MISCONFIGURED, "was asked to write by the query: a read only reads"),
        NOT_ALLOWED(FaultKind.REFUSED, "forbids this user to read what the query asks for: grant it select"),
        MAY_NOT_CHANGE(
                FaultKind.REFUSED,
                "forbids this user to change what the statement names: grant it the right to, and no other"),
        IN_USE(
                FaultKind.REFUSED,
                "keeps a record to which others refer, or that it may not be without: erase those first, or change the"
                        + " statement"),
        TOO_LARGE(
                FaultKind.REFUSED,
                "answers with more than 32 MiB of rows at once: have the query leave large values out, or set the"
                        + " source's fetch-size to 4"),
        NONSENSE(FaultKind.DEFECT, "answered what its driver does not understand: is it a database?"),
        UNKNOWN(FaultKind.DEFECT, "answered with an error; compare identifiers as text in the query");

        private final FaultKind kind;
        private final String words;

        Verdict(FaultKind kind, String words) {
            this.kind = kind;
            this.words = words;
        }
    }
}
