package si.vpogled.collection;

import java.util.Optional;
import java.util.UUID;
import si.vpogled.connector.ErasureOutcome;
import si.vpogled.connector.Fault;
import si.vpogled.connector.Order;

/**
 * A connector has taken a step of an erasure, or looked what is still there. Fired in the transaction that ends its run,
 * case locked.
 *
 * @param operation erase or verify
 * @param outcome empty where none was written, whatever was done
 * @param fault the gravest, or why there is no outcome
 */
public record StepEnded(
        UUID request,
        String connector,
        Order.Operation operation,
        Optional<ErasureOutcome> outcome,
        Optional<Fault> fault) {}
