package si.vpogled.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import si.vpogled.request.Submission;
import si.vpogled.request.SubmitRequest;
import si.vpogled.request.Tickets;
import si.vpogled.web.security.CallerLimits;
import si.vpogled.web.security.Limit;

/** Sends a request, if not too many were sent, and gives a ticket for it. */
@ApplicationScoped
public class SubmissionWish {
    private final SubmitRequest submit;
    private final Tickets tickets;
    private final CallerLimits limits;

    SubmissionWish(SubmitRequest submit, Tickets tickets, CallerLimits limits) {
        this.submit = submit;
        this.tickets = tickets;
        this.limits = limits;
    }

    /**
     * @param ticket opens the case at once where the confirmation comes along
     */
    public record Sent(String reference, String ticket) {}

    /**
     * @param idempotencyKey the same key with the same submission gives the same again
     */
    public Sent send(Submission submission, Optional<String> idempotencyKey) {
        limits.take(Limit.SUBMISSION, submission.email());
        String reference = submit.submit(submission, idempotencyKey);
        return new Sent(reference, tickets.ofSubmission(reference));
    }
}
