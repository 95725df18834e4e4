package si.vpogled.connector.jdbc;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.Eraser;
import si.vpogled.connector.Period;
import si.vpogled.connector.Source;
import si.vpogled.connector.SourceContext;
import si.vpogled.connector.Visitor;
import si.vpogled.subject.Identifier;

/** Opens jdbc sources, and keeps some columns of each row of a read. */
final class Rows implements Visitor {
    private final List<String> columns;
    final List<List<Object>> rows = new ArrayList<>();

    private Rows(List<String> columns) {
        this.columns = columns;
    }

    static Source open(String url, String user, String password, Duration time) throws ConnectorException {
        return new JdbcTransport().open(settings(url, user), context(password, time));
    }

    static Eraser eraser(String url, String user, String password, Duration time) throws ConnectorException {
        return new JdbcTransport().openEraser(settings(url, user), context(password, time));
    }

    private static ObjectNode settings(String url, String user) {
        ObjectNode settings =
                JsonNodeFactory.instance.objectNode().put("url", url).put("user", user);
        settings.putObject("password").put("secret", "password");
        return settings;
    }

    private static SourceContext context(String password, Duration time) {
        return new SourceContext("shop", _ -> password, InstantSource.system(), time, Path.of("target"));
    }

    /** How many records one statement erases of the customer {@code gone}. */
    static long erased(Eraser eraser, String statement, long most) throws ConnectorException {
        AtomicLong erased = new AtomicLong();
        Source.Bindings gone = new Source.Bindings(new Identifier.CustomerNumber("gone"), "vps");
        Eraser.Scope scope = new Eraser.Scope(query("none"), gone, new Period.All(), Optional.empty(), most, most);
        eraser.erase(JsonNodeFactory.instance.objectNode().put("statement", statement), scope, erased::addAndGet);
        return erased.get();
    }

    static ObjectNode query(String query) {
        return JsonNodeFactory.instance.objectNode().put("query", query);
    }

    static List<List<Object>> read(Source source, String query, String... columns) throws ConnectorException {
        Rows rows = new Rows(List.of(columns));
        source.read(query(query), new Source.Bindings(new Identifier.CustomerNumber("1"), "vps"), rows);
        return rows.rows;
    }

    @Override
    public void row(Row row) throws ConnectorException {
        List<Object> values = new ArrayList<>();
        for (String column : columns) {
            Optional<Object> value = row.value(column);
            values.add(value.orElse(null));
        }
        rows.add(values);
    }

    @Override
    public void file(FoundFile file) {
        throw new AssertionError("a database has no files");
    }

    @Override
    public void leftAside(LeftAside reason) {
        throw new AssertionError("a database leaves nothing aside");
    }
}
