package si.vpogled.request;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
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
        return request.extension().isPresent() ? extended(request) : first(request);
    }

    TimeLimit first(RequestCase request) {
        return TimeLimit.answer(request.receivedAt(), workingDays);
    }

    TimeLimit extended(RequestCase request) {
        return TimeLimit.extended(request.receivedAt(), workingDays);
    }

    TimeLimit first(Instant received) {
        return TimeLimit.answer(received, workingDays);
    }
}
