package si.vpogled.connector.jdbc;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;

/** How a column's values become values of a row; what has no type of its own is text. */
enum ColumnType {
    WHOLE {
        @Override
        Object read(ResultSet row, int column) throws SQLException {
            long value = row.getLong(column);
            return row.wasNull() ? null : value;
        }
    },
    DECIMAL {
        @Override
        Object read(ResultSet row, int column) throws SQLException {
            // PostgreSQL's numeric knows NaN and infinity, which no BigDecimal is
            String text = row.getString(column);
            return text == null || !Character.isLetter(text.charAt(text.length() - 1))
                    ? row.getBigDecimal(column)
                    : text;
        }
    },
    FLOATING {
        @Override
        Object read(ResultSet row, int column) throws SQLException {
            double value = row.getDouble(column);
            return row.wasNull() ? null : value;
        }
    },
    YES_OR_NO {
        @Override
        Object read(ResultSet row, int column) throws SQLException {
            boolean value = row.getBoolean(column);
            return row.wasNull() ? null : value;
        }
    },
    DAY {
        @Override
        Object read(ResultSet row, int column) throws SQLException {
            LocalDate day = row.getObject(column, LocalDate.class);
            return day == null || isDay(day) ? day : row.getString(column);
        }
    },
    LOCAL_TIME {
        @Override
        Object read(ResultSet row, int column) throws SQLException {
            LocalDateTime time = row.getObject(column, LocalDateTime.class);
            return time == null || isDay(time.toLocalDate()) ? time : row.getString(column);
        }
    },
    INSTANT {
        @Override
        Object read(ResultSet row, int column) throws SQLException {
            OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
            return time == null || isDay(time.toLocalDate()) ? time : row.getString(column);
        }
    },
    /** MariaDB's TIMESTAMP, in a session whose zone is UTC. */
    UTC_TIME {
        @Override
        Object read(ResultSet row, int column) throws SQLException {
            LocalDateTime time = row.getObject(column, LocalDateTime.class);
            return time == null ? null : time.toInstant(ZoneOffset.UTC);
        }
    },
    BINARY {
        @Override
        Object read(ResultSet row, int column) throws SQLException {
            byte[] bytes = row.getBytes(column);
            return bytes == null ? null : Base64.getEncoder().encodeToString(bytes);
        }
    },
    TEXT {
        @Override
        Object read(ResultSet row, int column) throws SQLException {
            return row.getString(column);
        }
    };

    /** The value, or null as JDBC has it. */
    abstract Object read(ResultSet row, int column) throws SQLException;

    static ColumnType of(ResultSetMetaData metadata, int column) throws SQLException {
        String name = metadata.getColumnTypeName(column);
        return switch (metadata.getColumnType(column)) {
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER -> WHOLE;
            case Types.BIGINT -> metadata.isSigned(column) ? WHOLE : DECIMAL;
            case Types.NUMERIC, Types.DECIMAL -> DECIMAL;
            case Types.REAL, Types.FLOAT, Types.DOUBLE -> name.equals("money") ? TEXT : FLOATING;
            case Types.BOOLEAN -> YES_OR_NO;
            // PostgreSQL's boolean is a BIT to JDBC; its bit strings, and MariaDB's longer ones, are not
            case Types.BIT -> isBoolean(metadata, column, name) ? YES_OR_NO : TEXT;
            case Types.DATE -> DAY;
            case Types.TIMESTAMP -> timestamp(name);
            case Types.TIMESTAMP_WITH_TIMEZONE -> INSTANT;
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> BINARY;
            default -> TEXT;
        };
    }

    private static boolean isBoolean(ResultSetMetaData metadata, int column, String name) throws SQLException {
        return name.equals("bool") || (!name.equals("bit") && metadata.getPrecision(column) <= 1);
    }

    private static ColumnType timestamp(String name) {
        return switch (name) {
            case "timestamptz" -> INSTANT;
            case "TIMESTAMP" -> UTC_TIME;
            default -> LOCAL_TIME;
        };
    }

    // PostgreSQL's infinity comes as the last or first day there is
    private static boolean isDay(LocalDate day) {
        return Math.abs(day.getYear()) <= 9999;
    }
}
