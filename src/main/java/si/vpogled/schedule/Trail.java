package si.vpogled.schedule;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import jakarta.inject.Singleton;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Optional;
import org.slf4j.MDC;

/**
 * Says in logs and traces which case the present step is about, by its reference alone. All steps of a case are of one
 * trace, that of the form which began it, however many days and processes lie between; what staff or the subject do on the
 * way are traces of their own that link to it.
 */
@Singleton
public class Trail {
    private static final String CASE = "case";
    private static final String ATTRIBUTE = "vpogled.case";

    private final TransactionSynchronizationRegistry transactions;

    Trail(TransactionSynchronizationRegistry transactions) {
        this.transactions = transactions;
    }

    /** The trace of what is being done, to be kept with the case that it begins; empty where nobody follows. */
    public Optional<String> here() {
        return TraceParent.here();
    }

    /**
     * Within the transaction that reads or changes the case.
     *
     * @param trace as {@link #here} gave it when the case began
     */
    public void follow(String reference, Optional<String> trace) {
        MDC.put(CASE, reference);
        Span now = Span.current();
        now.setAttribute(ATTRIBUTE, reference);
        trace.ifPresent(kept -> {
            boolean known = kept.equals(transactions.getResource(Trail.class));
            transactions.putResource(Trail.class, kept);
            SpanContext began = TraceParent.context(kept);
            if (!known && !now.getSpanContext().getTraceId().equals(began.getTraceId())) {
                now.addLink(began);
            }
        });
    }

    /** For what is scheduled now: the trace of the case that the transaction is about. */
    Optional<String> ofTransaction() {
        return Optional.ofNullable((String) transactions.getResource(Trail.class))
                .or(this::here);
    }
}
