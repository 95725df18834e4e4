package si.vpogled.collection.kubernetes;

import com.nimbusds.jose.jwk.OctetKeyPair;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import si.vpogled.connector.Order;
import si.vpogled.connector.definition.ConnectorDefinition;
import si.vpogled.connector.definition.ConnectorDefinition.JobDefinition;
import si.vpogled.connector.definition.DefinitionLoader;
import si.vpogled.subject.Identifier;
import si.vpogled.text.Language;

/** Orders to the billing system that comes along, and its definition with a job part of our choice. */
final class Orders {
    static final String EMAIL = "ana@novak.example";

    private Orders() {}

    static ConnectorDefinition billing() {
        return new DefinitionLoader().builtIn().find("billing").orElseThrow();
    }

    static ConnectorDefinition billing(JobDefinition job) {
        ConnectorDefinition definition = billing();
        return new ConnectorDefinition(
                definition.version(),
                definition.connector(),
                definition.title(),
                definition.needs(),
                definition.yields(),
                definition.concurrency(),
                definition.limits(),
                definition.sources(),
                definition.identify(),
                definition.collections(),
                Optional.of(job),
                definition.hold());
    }

    static Order first(OctetKeyPair keys) {
        return order(keys, UUID.randomUUID(), UUID.randomUUID(), 1);
    }

    /** The next attempt at the same run. */
    static Order next(OctetKeyPair keys, Order order) {
        return order(keys, order.request(), order.run(), order.attempt() + 1);
    }

    /** The same with something else to do. */
    static Order to(Order.Operation operation, Order order) {
        return new Order(
                Order.VERSION,
                order.run(),
                order.attempt(),
                order.request(),
                order.connector(),
                operation,
                order.identifiers(),
                order.items(),
                order.language(),
                order.destination(),
                order.recipient(),
                order.limits());
    }

    private static Order order(OctetKeyPair keys, UUID request, UUID run, int attempt) {
        ConnectorDefinition definition = billing();
        return new Order(
                Order.VERSION,
                run,
                attempt,
                request,
                definition.connector(),
                Order.Operation.COLLECT,
                List.of(new Identifier.Email(EMAIL)),
                definition.items(),
                Language.SL,
                "requests/" + request + "/runs/" + run + "-" + attempt + "/extract",
                keys.toPublicJWK().toJSONObject(),
                definition.limits());
    }
}
