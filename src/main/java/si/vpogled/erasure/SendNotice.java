package si.vpogled.erasure;

import io.quarkus.mailer.Mail;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import si.vpogled.letter.Post;
import si.vpogled.request.Action;
import si.vpogled.request.Actor;
import si.vpogled.request.MoveCase;
import si.vpogled.schedule.TaskHandler;
import si.vpogled.text.Language;

/** Tells one recipient of an erasure by mail (GDPR Art. 19); tried again until the mail server takes it. */
@ApplicationScoped
class SendNotice implements TaskHandler {
    static final String TASK = "notice";

    private final Notices.Rows rows;
    private final MoveCase cases;
    private final Post post;
    private final InstantSource clock;

    SendNotice(Notices.Rows rows, MoveCase cases, Post post, InstantSource clock) {
        this.rows = rows;
        this.cases = cases;
        this.post = post;
        this.clock = clock;
    }

    private record Written(String to, String subject, String body) {}

    @Override
    public String task() {
        return TASK;
    }

    @Override
    public Optional<Instant> run(String instance) {
        UUID id = UUID.fromString(instance);
        QuarkusTransaction.requiringNew().call(() -> written(id)).ifPresent(notice -> {
            post.send(Mail.withText(notice.to(), notice.subject(), notice.body())
                    .addHeader("Message-ID", "<" + id + "@" + notice.to().split("@")[1] + ">")
                    .addHeader("Auto-Submitted", "auto-generated"));
            QuarkusTransaction.requiringNew().run(() -> told(id));
        });
        return Optional.empty();
    }

    /** Unless staff told them meanwhile. */
    private Optional<Written> written(UUID id) {
        return rows.findByIdOptional(id).filter(row -> row.toldAt == null).map(row -> {
            String reference = cases.lock(row.request).reference();
            String subject = Notices.subject(reference).in(Language.SL) + " / "
                    + Notices.subject(reference).in(Language.EN);
            return new Written(row.email, subject, row.text);
        });
    }

    private void told(UUID id) {
        NoticeEntity row = rows.findById(id);
        cases.lock(row.request);
        // staff may have told them, or written an answer down, while this waited
        rows.getEntityManager().refresh(row);
        if (row.toldAt != null) {
            return;
        }
        row.told(clock.instant(), "");
        cases.note(row.request, Actor.system(), Action.RECIPIENT_TOLD, Map.of("recipient", row.recipient));
    }
}
