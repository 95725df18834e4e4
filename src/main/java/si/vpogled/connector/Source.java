package si.vpogled.connector;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import si.vpogled.subject.Identifier;

/** An open backend. */
public interface Source extends AutoCloseable {
    /**
     * Checks one read without reading personal data: prepares the statement, asks for the headers, lists the root.
     *
     * @param read as in the definition
     * @param fields the places that {@link Visitor.Row#value} will be asked for; a place that cannot be there is a
     *     misconfiguration, where that can be told beforehand
     */
    void test(ObjectNode read, Collection<String> fields) throws ConnectorException;

    /**
     * Reads everything that {@code read} describes for one identifier, in a stable order, handing each record or file
     * to the visitor as it comes.
     *
     * @param read as in the definition
     * @param bindings what {@code :names} in the read stand for
     */
    void read(ObjectNode read, Bindings bindings, Visitor visitor) throws ConnectorException;

    @Override
    void close();

    /**
     * What names in a read stand for: {@code identifier} is the value read for, {@code service} the inventory service,
     * empty while identifying; {@code logins} are further names by which the subject signs in, for reads that match, and
     * {@code shared} those of its names that others have too, so that what they match is left aside.
     */
    record Bindings(Identifier identifier, String service, List<String> logins, List<String> shared) {
        public Bindings {
            logins = List.copyOf(logins);
            shared = List.copyOf(shared);
        }

        public Bindings(Identifier identifier, String service) {
            this(identifier, service, List.of(), List.of());
        }

        /** The value of a name: the identifier's kind key ({@code customer-number}), or {@code service}. */
        public String value(String name) {
            if (name.equals("service")) {
                return service;
            }
            if (name.equals(identifier.kind())) {
                return identifier.value();
            }
            throw new IllegalArgumentException("Nothing is bound to :" + name);
        }
    }
}
