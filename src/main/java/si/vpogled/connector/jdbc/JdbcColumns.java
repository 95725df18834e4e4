package si.vpogled.connector.jdbc;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.FaultKind;

/** The columns of one result: where each label stands, and how its values are read. */
final class JdbcColumns {
    private final ColumnType[] types;
    private final Map<String, Integer> labels = new HashMap<>();

    JdbcColumns(ResultSetMetaData metadata) throws SQLException {
        types = new ColumnType[metadata.getColumnCount()];
        for (int i = 0; i < types.length; i++) {
            types[i] = ColumnType.of(metadata, i + 1);
            labels.putIfAbsent(metadata.getColumnLabel(i + 1).toLowerCase(Locale.ROOT), i);
        }
    }

    /** The place of a label, whatever its case. */
    int index(String label) throws ConnectorException {
        Integer index = labels.get(label);
        if (index == null) {
            index = labels.get(label.toLowerCase(Locale.ROOT));
            if (index == null) {
                throw new ConnectorException(FaultKind.MISCONFIGURED, "The query has no column " + label);
            }
            labels.put(label, index);
        }
        return index;
    }

    Optional<Object> value(ResultSet row, int index, JdbcFaults faults) throws ConnectorException {
        try {
            return Optional.ofNullable(types[index].read(row, index + 1));
        } catch (SQLException e) {
            throw faults.of(e);
        }
    }
}
