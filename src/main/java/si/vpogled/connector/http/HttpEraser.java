package si.vpogled.connector.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.Eraser;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.Period;
import si.vpogled.connector.Source;
import si.vpogled.connector.Source.Bindings;
import si.vpogled.connector.Visitor;
import si.vpogled.connector.extract.RecordDay;

/** Calls a backend: once for each record that a read lists, or once for all. */
final class HttpEraser implements Eraser {
    /** What is in use, or locked: no more than a no of the backend. */
    private static final Set<Integer> NO = Set.of(403, 409, 423, 451);

    private final HttpSettings settings;
    private final Exchange exchange;
    private final Source listing;
    private final SocketThread thread = new SocketThread();

    /** @param listing of the same backend, with the same credentials */
    HttpEraser(HttpSettings settings, Exchange exchange, Source listing) {
        this.settings = settings;
        this.exchange = exchange;
        this.listing = listing;
    }

    @Override
    public void erase(ObjectNode means, Scope scope, Progress progress) throws ConnectorException {
        Call call = Call.of(means);
        if (call.places().isEmpty()) {
            all(call, scope, progress);
            return;
        }
        Optional<ConnectorException> refusal = Optional.empty();
        for (Map<String, String> record : listed(call, scope)) {
            try {
                thread.run(() -> call(
                        call,
                        name -> name.startsWith("/")
                                ? record.get(name)
                                : scope.bindings().value(name)));
                progress.erased(1);
            } catch (ConnectorException e) {
                if (e.kind() != FaultKind.REFUSED) {
                    throw e;
                }
                refusal = refusal.or(() -> Optional.of(e));
            }
        }
        if (refusal.isPresent()) {
            throw refusal.get();
        }
    }

    /** One call takes them all, however many: it cannot stop half way. */
    private void all(Call call, Scope scope, Progress progress) throws ConnectorException {
        if (scope.period() instanceof Period.Undated) {
            throw new ConnectorException(
                    FaultKind.MISCONFIGURED,
                    "Records without a day are in no year that a statement or a call could name: give them their day first");
        }
        if (!(scope.period() instanceof Period.All) && !call.names().containsAll(Set.of("from", "to"))) {
            throw new ConnectorException(
                    FaultKind.MISCONFIGURED,
                    "One call for all records erases those of every year: have it name {from} and {to}, or a {/pointer} of the"
                            + " record");
        }
        thread.run(() -> call(call, name -> bound(scope, name)));
        progress.erased(scope.left());
    }

    @Override
    public void tell(ObjectNode means, Bindings bindings) throws ConnectorException {
        Call call = Call.of(means);
        thread.run(() -> call(call, bindings::value));
    }

    private static String bound(Scope scope, String name) {
        return switch (name) {
            case "from" -> scope.period().firstDay().toString();
            case "to" -> scope.period().lastDay().toString();
            default -> scope.bindings().value(name);
        };
    }

    private void call(Call call, Template.Values values) throws ConnectorException {
        Ask ask = call.ask(settings.at(call.target().filled(values)));
        try (Response response = exchange.send(ask, exchange.tries(), NO)) {
            int status = response.status();
            if (NO.contains(status)) {
                throw new ConnectorException(
                        FaultKind.REFUSED,
                        Faults.where(ask) + " answered " + status
                                + ": the backend does not erase it; ask its owner, or what still needs it");
            }
            if (Exchange.isAbsent(status) && call.absenceIsFault()) {
                throw Faults.status(ask, status);
            }
        }
    }

    /** What calls need of the first records of the group. */
    private List<Map<String, String>> listed(Call call, Scope scope) throws ConnectorException {
        List<Map<String, String>> records = new ArrayList<>();
        try {
            listing.read(scope.read(), scope.bindings(), new Listed(call, scope, records));
        } catch (Enough e) {
            return records;
        }
        return records;
    }

    @Override
    public void close() {
        listing.close();
        thread.close();
    }

    /** Ends a listing of which enough was seen. */
    private static final class Enough extends RuntimeException {
        private Enough() {
            super("enough", null, false, false);
        }
    }

    private record Listed(Call call, Scope scope, List<Map<String, String>> records) implements Visitor {
        @Override
        public void row(Row row) throws ConnectorException {
            if (!isOfPeriod(row)) {
                return;
            }
            Map<String, String> values = new TreeMap<>();
            for (String place : call.places()) {
                values.put(place, row.value(place).map(Object::toString).orElse(""));
            }
            records.add(values);
            if (records.size() >= scope.most()) {
                throw new Enough();
            }
        }

        private boolean isOfPeriod(Row row) throws ConnectorException {
            if (scope.day().isEmpty()) {
                return true;
            }
            return Period.ofDay(row.value(scope.day().get()).flatMap(RecordDay::of))
                    .equals(scope.period());
        }

        @Override
        public void file(FoundFile file) throws ConnectorException {
            throw new ConnectorException(FaultKind.DEFECT, "What is to be erased was listed with its contents");
        }

        @Override
        public void leftAside(LeftAside reason) {
            // counted before, by whoever asked for this
        }
    }
}
