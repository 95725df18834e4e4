package si.vpogled.connector.jdbc;

import java.sql.ResultSet;
import java.util.BitSet;
import java.util.Optional;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.Visitor;

/** The row that a result stands at. A record has a largest size, the same as one over HTTP. */
final class JdbcRow implements Visitor.Row {
    /** In characters, or in bytes of a number or a day. */
    static final int LARGEST = 8 << 20;

    private static final int SMALL = 16;

    private final ResultSet result;
    private final JdbcColumns columns;
    private final JdbcFaults faults;
    private final BitSet counted = new BitSet();
    private long size;

    JdbcRow(ResultSet result, JdbcFaults faults, JdbcColumns columns) {
        this.result = result;
        this.columns = columns;
        this.faults = faults;
    }

    /** The result stands at another one now. */
    void next() {
        counted.clear();
        size = 0;
    }

    /** Of what was asked for. */
    long size() {
        return size;
    }

    @Override
    public Optional<Object> value(String from) throws ConnectorException {
        int index = columns.index(from);
        Optional<Object> value = columns.value(result, index, faults);
        if (value.isPresent() && !counted.get(index)) {
            counted.set(index);
            size += value.get() instanceof String text ? text.length() : SMALL;
            if (size > LARGEST) {
                throw new ConnectorException(
                        FaultKind.REFUSED,
                        "A row is larger than a record may be (" + LARGEST / 1024 / 1024 + " MiB), with its column "
                                + from + ": have the query leave that out where it is so large");
            }
        }
        return value;
    }
}
