package si.vpogled.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import si.vpogled.request.Action;
import si.vpogled.request.Actor;
import si.vpogled.request.CaseException;
import si.vpogled.request.MoveCase;
import si.vpogled.request.RequestCase;
import si.vpogled.request.Role;

/** Writes down that a recipient was told of an erasure, or what they answered (GDPR Art. 19); also of a closed case. */
@ApplicationScoped
public class RecordNotice {
    private final Notices.Rows rows;
    private final MoveCase cases;
    private final InstantSource clock;

    RecordNotice(Notices.Rows rows, MoveCase cases, InstantSource clock) {
        this.rows = rows;
        this.cases = cases;
        this.clock = clock;
    }

    /**
     * @param notice its id
     * @param answer empty where they were only told so far
     */
    @Transactional
    public void record(String reference, Actor actor, String notice, Optional<String> answer) {
        actor.require(Role.CLERK, Role.APPROVER);
        RequestCase found = cases.lock(reference);
        NoticeEntity row = rows.list("request", found.id()).stream()
                .filter(one -> one.id.toString().equals(notice))
                .findFirst()
                .orElseThrow(() -> new CaseException(CaseException.Problem.NOT_FOUND, "notice"));
        Map<String, String> detail = Map.of("recipient", row.recipient);
        if (row.toldAt == null) {
            row.told(clock.instant(), actor.name());
            cases.note(found.id(), actor, Action.RECIPIENT_TOLD, detail);
        }
        answer.ifPresent(text -> {
            row.answer = text;
            row.answeredAt = clock.instant();
            row.answeredBy = actor.name();
            cases.note(found.id(), actor, Action.RECIPIENT_ANSWERED, detail);
        });
    }
}
