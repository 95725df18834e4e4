package si.vpogled.request;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import si.vpogled.law.TimeLimit;
import si.vpogled.law.WorkingDays;

/** Time limits of cases (GDPR Art. 12(3), Regulation 1182/71), with the operator's own work-free days. */
@ApplicationScoped
public class Limits {
    private final WorkingDays workingDays;

    Limits(RequestConfig config) {
        this.workingDays = new WorkingDays(config.extraWorkFreeDays().orElse(Set.of()));
    }

    /** The limit in force, which can explain itself. */
    public TimeLimit of(RequestCase request) {
        return TimeLimit.of(day(request.countedFrom()), request.extension().isPresent(), workingDays)
                .counted(!request.countedFrom().equals(request.receivedAt()));
    }

    /** The limit of a request that is received at an instant. */
    public TimeLimit first(Instant received) {
        return TimeLimit.ofReceipt(received, workingDays);
    }

    TimeLimit extended(Instant received, Instant now) {
        return first(received).extended(now, workingDays);
    }

    /** The calendar day on which limits count an instant. */
    public static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, TimeLimit.ZONE);
    }
}
