package si.vpogled.connector.job;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.Eraser;
import si.vpogled.connector.Period;
import si.vpogled.connector.Source;
import si.vpogled.connector.SourceContext;
import si.vpogled.connector.Transport;
import si.vpogled.connector.Visitor;
import si.vpogled.connector.Visitor.FoundFile;

/** A backend in memory: what a read says under {@code list} names a list of rows or files, or a fault. */
final class MemoryTransport implements Transport {
    private final Map<String, List<Entry>> lists = new HashMap<>();
    private final Map<String, ConnectorException> faults = new HashMap<>();
    final List<String> opened = new ArrayList<>();
    final List<String> reads = new ArrayList<>();
    final List<String> told = new ArrayList<>();
    private BeforeErasing beforeErasing = erased -> {};
    private int erased;
    int closed;

    /** Something of the list that one identifier gets; a star is everybody. */
    private record Entry(String identifier, Visit visit) {}

    interface Visit {
        void to(Visitor visitor) throws ConnectorException;
    }

    MemoryTransport row(String list, String identifier, Map<String, Object> values) {
        return put(list, identifier, visitor -> visitor.row(from -> Optional.ofNullable(values.get(from))));
    }

    MemoryTransport file(String list, String identifier, String name, String content) {
        return put(
                list,
                identifier,
                visitor -> visitor.file(new FoundFile(
                        name,
                        "text/plain",
                        Optional.empty(),
                        Optional.empty(),
                        () -> new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)))));
    }

    MemoryTransport brokenFile(String list, String identifier, IOException fault) {
        return put(
                list,
                identifier,
                visitor ->
                        visitor.file(new FoundFile("broken", "text/plain", Optional.empty(), Optional.empty(), () -> {
                            throw fault;
                        })));
    }

    MemoryTransport put(String list, String identifier, Visit visit) {
        lists.computeIfAbsent(list, _ -> new ArrayList<>()).add(new Entry(identifier, visit));
        return this;
    }

    /** Opening this source, or reading this list, fails. */
    MemoryTransport fault(String sourceOrList, ConnectorException fault) {
        faults.put(sourceOrList, fault);
        return this;
    }

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public String settingsSchema() {
        return "/schema/memory.schema.json";
    }

    @Override
    public String readSchema() {
        return "/schema/memory.schema.json";
    }

    @Override
    public Source open(ObjectNode settings, SourceContext context) throws ConnectorException {
        String source = settings.path("source").asText();
        opened.add(source);
        failIfTold(source);
        return new MemorySource();
    }

    @Override
    public Optional<String> erasureSchema() {
        return Optional.of("/schema/memory.schema.json");
    }

    /** Means name a list, and may say that they {@code lie}. */
    @Override
    public Eraser openEraser(ObjectNode settings, SourceContext context) throws ConnectorException {
        opened.add(settings.path("source").asText() + " to erase with "
                + context.secrets().secret("word"));
        return new MemoryEraser();
    }

    /** Happens before each record that is erased. */
    interface BeforeErasing {
        void happens(int alreadyErased) throws ConnectorException;
    }

    MemoryTransport beforeErasing(BeforeErasing happens) {
        beforeErasing = happens;
        return this;
    }

    private final class MemoryEraser implements Eraser {
        @Override
        public void erase(ObjectNode means, Scope scope, Progress progress) throws ConnectorException {
            String who = scope.bindings().identifier().value();
            List<Entry> entries = lists.getOrDefault(means.path("list").asText(), new ArrayList<>());
            long left = scope.most();
            for (Entry entry : List.copyOf(entries)) {
                if (left > 0 && entry.identifier().equals(who) && isOf(entry, scope)) {
                    beforeErasing.happens(erased);
                    if (!means.path("lie").asBoolean()) {
                        entries.remove(entry);
                    }
                    erased++;
                    left--;
                    progress.erased(1);
                }
            }
        }

        private boolean isOf(Entry entry, Scope scope) throws ConnectorException {
            List<Period> periods = new ArrayList<>();
            entry.visit().to(new Visitor() {
                @Override
                public void row(Row row) throws ConnectorException {
                    periods.add(
                            scope.day().isEmpty()
                                    ? new Period.All()
                                    : Period.of(row.value(scope.day().get())
                                            .map(day -> day.toString().substring(0, 4))
                                            .orElse("undated")));
                }

                @Override
                public void file(FoundFile file) {
                    periods.add(new Period.All());
                }

                @Override
                public void leftAside(LeftAside reason) {}
            });
            return periods.contains(scope.period());
        }

        @Override
        public void tell(ObjectNode means, Source.Bindings bindings) {
            told.add(means.path("list").asText() + ' ' + bindings.identifier().value());
        }

        @Override
        public void close() {
            closed++;
        }
    }

    private void failIfTold(String name) throws ConnectorException {
        if (faults.containsKey(name)) {
            throw faults.get(name);
        }
    }

    private final class MemorySource implements Source {
        @Override
        public void test(ObjectNode read, Collection<String> fields) throws ConnectorException {
            failIfTold(read.path("list").asText());
        }

        @Override
        public void read(ObjectNode read, Bindings bindings, Visitor visitor) throws ConnectorException {
            String list = read.path("list").asText();
            reads.add(list + ' ' + bindings.identifier().value() + ' ' + bindings.service());
            UnaryOperator<String> forWhom =
                    identifier -> identifier.equals("*") ? bindings.identifier().value() : identifier;
            for (Entry entry : lists.getOrDefault(list, List.of())) {
                if (forWhom.apply(entry.identifier())
                        .equals(bindings.identifier().value())) {
                    entry.visit().to(visitor);
                }
            }
            failIfTold(list);
        }

        @Override
        public void close() {
            closed++;
        }
    }
}
