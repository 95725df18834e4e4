package si.vpogled.letter;

import io.quarkus.mailer.Mail;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
        UUID id = UUID.fromString(instance);
        Optional<LetterText.Written> written = QuarkusTransaction.requiringNew()
                .call(() -> rows.findByIdOptional(id)
                        .filter(LetterEntity::waits)
                        .filter(this::inTime)
                        .map(text::write));
        written.ifPresent(letter -> {
            post(id, letter);
            QuarkusTransaction.requiringNew()
                    .run(() -> sent(rows.findByIdOptional(id).orElseThrow()));
        });
        return Optional.empty();
    }

    /** It is tried again for as long as it says something; staff and those who watch the service learn of it. */
    private void post(UUID id, LetterText.Written letter) {
        try {
            post.send(Mail.withText(letter.to(), letter.subject(), letter.body())
                    .addHeader("Message-ID", "<" + id + "@" + letter.host() + ">")
                    .addHeader("Auto-Submitted", "auto-generated"));
        } catch (RuntimeException e) {
            QuarkusTransaction.requiringNew()
                    .run(() -> failing(rows.findByIdOptional(id).orElseThrow()));
            throw e;
        }
    }

    private void failing(LetterEntity letter) {
        if (letter.waits() && letter.failingSince == null) {
            letter.failingSince = clock.instant();
            tell(letter, Action.LETTER_FAILING);
        }
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
