package si.vpogled.letter;

import io.quarkus.mailer.Mail;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import si.vpogled.request.Action;
import si.vpogled.request.Actor;
import si.vpogled.request.History;
import si.vpogled.schedule.TaskHandler;

/**
 * Sends one letter. SMTP has no exactly-once: a process killed between the server's answer and our commit sends again,
 * with the same Message-ID (RFC 5322 section 3.6.4) and the same link, so that a mailbox can drop the second copy.
 */
@ApplicationScoped
class SendLetter implements TaskHandler {
    static final String TASK = "letter";

    /** A mail server that does not answer holds up no more of what else there is to do. */
    static final int IN_FLIGHT = 6;

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final Semaphore flight = new Semaphore(IN_FLIGHT);
    private final Letters.Rows rows;
    private final InTime inTime;
    private final LetterText text;
    private final Post post;
    private final History history;
    private final InstantSource clock;

    SendLetter(Letters.Rows rows, InTime inTime, LetterText text, Post post, History history, InstantSource clock) {
        this.rows = rows;
        this.inTime = inTime;
        this.text = text;
        this.post = post;
        this.history = history;
        this.clock = clock;
    }

    @Override
    public String task() {
        return TASK;
    }

    @Override
    public Optional<Instant> run(String instance) {
        if (!flight.tryAcquire()) {
            return Optional.of(clock.instant().plus(LOOK_AGAIN));
        }
        try {
            deliver(UUID.fromString(instance));
            return Optional.empty();
        } finally {
            flight.release();
        }
    }

    private void deliver(UUID id) {
        Optional<LetterText.Written> written = QuarkusTransaction.requiringNew()
                .call(() -> rows.findByIdOptional(id)
                        .filter(LetterEntity::waits)
                        .filter(this::inTime)
                        .map(text::write));
        if (written.isPresent() && posted(id, written.get())) {
            QuarkusTransaction.requiringNew()
                    .run(() -> sent(rows.findByIdOptional(id).orElseThrow()));
        }
    }

    /**
     * It is tried again for as long as it says something and the server may yet take it; staff and those who watch the
     * service learn of it.
     */
    private boolean posted(UUID id, LetterText.Written letter) {
        try {
            post.send(Mail.withText(letter.to(), letter.subject(), letter.body())
                    .addHeader("Message-ID", "<" + id + "@" + letter.host() + ">")
                    .addHeader("Auto-Submitted", "auto-generated"));
            return true;
        } catch (RuntimeException e) {
            Refusal refusal = Refusal.of(e);
            if (QuarkusTransaction.requiringNew()
                    .call(() -> again(rows.findByIdOptional(id).orElseThrow(), refusal))) {
                throw e;
            }
            return false;
        }
    }

    private boolean again(LetterEntity letter, Refusal refusal) {
        if (!letter.waits()) {
            return false;
        }
        Instant now = clock.instant();
        Instant since = letter.failingSince == null ? now : letter.failingSince;
        if (refusal.over(Duration.between(since, now))) {
            letter.failingSince = since;
            letter.droppedAt = now;
            tell(letter, Action.LETTER_UNDELIVERABLE);
            return false;
        }
        if (letter.failingSince == null) {
            letter.failingSince = now;
            tell(letter, Action.LETTER_FAILING);
        }
        return true;
    }

    /** What is over is not sent, and history says so, unless it was sent before. */
    private boolean inTime(LetterEntity letter) {
        if (inTime.test(letter)) {
            return true;
        }
        if (inTime.arrived(letter)) {
            sent(letter);
        } else {
            letter.droppedAt = clock.instant();
            tell(letter, Action.LETTER_DROPPED);
        }
        return false;
    }

    private void sent(LetterEntity letter) {
        if (letter.sentAt == null) {
            letter.sentAt = clock.instant();
            letter.failingSince = null;
            tell(letter, Action.LETTER_SENT);
        }
    }

    private void tell(LetterEntity letter, Action action) {
        history.append(
                letter.request,
                Actor.system(),
                action,
                Map.of("kind", LetterKind.valueOf(letter.kind).template()));
    }
}
