package si.vpogled.connector.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Collection;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.Source;
import si.vpogled.connector.Visitor;

/** An HTTP backend. May be closed by another thread, which ends what is being read. */
final class HttpSource implements Source {
    private final HttpSettings settings;
    private final Exchange exchange;
    private final Probe probe;
    private final Presence presence;
    private final SocketThread thread = new SocketThread();

    HttpSource(String connector, HttpSettings settings, Exchange exchange) {
        this.settings = settings;
        this.exchange = exchange;
        this.probe = new Probe(settings, exchange);
        this.presence = new Presence(connector, settings, exchange, probe);
    }

    @Override
    public void test(ObjectNode read, Collection<String> fields) throws ConnectorException {
        HttpRead checked = understood(read);
        for (String field : fields) {
            try {
                HttpRead.pointer(field);
            } catch (IllegalArgumentException e) {
                throw Faults.misconfigured(e.getMessage() + "; correct the field's from");
            }
        }
        thread.run(() -> probe.test(checked));
    }

    @Override
    public void read(ObjectNode read, Bindings bindings, Visitor visitor) throws ConnectorException {
        HttpRead checked = understood(read);
        Template.Values bound = name -> bound(bindings, name);
        URI address = settings.at(checked.target().filled(bound));
        Completion completion =
                new Completion(settings, exchange, presence, checked, bound, new ShelteredVisitor(visitor, thread));
        thread.run(() -> new Listing(exchange, presence, checked, address, completion).walk());
    }

    @Override
    public void close() {
        thread.close();
    }

    private static HttpRead understood(ObjectNode read) throws ConnectorException {
        try {
            return HttpRead.of(read);
        } catch (IllegalArgumentException e) {
            throw Faults.misconfigured(e.getMessage() + "; correct the read");
        }
    }

    private static String bound(Bindings bindings, String name) throws ConnectorException {
        try {
            return bindings.value(name);
        } catch (IllegalArgumentException e) {
            throw Faults.misconfigured(e.getMessage() + "; correct the read");
        }
    }
}
