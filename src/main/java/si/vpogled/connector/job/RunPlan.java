package si.vpogled.connector.job;

import java.time.Instant;
import si.vpogled.connector.Order;
import si.vpogled.connector.definition.ConnectorDefinition;

/** What is to be done, and until when. */
record RunPlan(Order order, ConnectorDefinition definition, Instant started) {
    RunPlan {
        if (!order.connector().equals(definition.connector())) {
            throw new IllegalArgumentException(
                    "The order is for " + order.connector() + ", the definition of " + definition.connector());
        }
    }

    Instant deadline() {
        return started.plusSeconds(order.limits().seconds());
    }
}
