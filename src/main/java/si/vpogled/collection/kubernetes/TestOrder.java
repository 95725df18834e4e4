package si.vpogled.collection.kubernetes;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.OctetKeyPairGenerator;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import si.vpogled.connector.Order;
import si.vpogled.connector.definition.ConnectorDefinition;
import si.vpogled.text.Language;

/** The order to test a connector: it is about nobody, and nothing is written. */
final class TestOrder {
    private TestOrder() {}

    static Order of(ConnectorDefinition definition, Duration time) {
        UUID run = UUID.randomUUID();
        return new Order(
                Order.VERSION,
                run,
                1,
                UUID.randomUUID(),
                definition.connector(),
                Order.Operation.TEST,
                List.of(),
                List.of(),
                Language.SL,
                "tests/" + run,
                key(),
                new Order.Limits(
                        time.toSeconds(),
                        definition.limits().records(),
                        definition.limits().bytes()));
    }

    /** Every order has one; to this one nothing is ever sealed. */
    private static Map<String, Object> key() {
        try {
            return new OctetKeyPairGenerator(Curve.X25519)
                    .generate()
                    .toPublicJWK()
                    .toJSONObject();
        } catch (JOSEException e) {
            throw new IllegalStateException("No key pair on the curve X25519 can be made", e);
        }
    }
}
