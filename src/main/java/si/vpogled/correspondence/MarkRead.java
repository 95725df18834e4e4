package si.vpogled.correspondence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import si.vpogled.request.Action;
import si.vpogled.request.Actor;
import si.vpogled.request.History;
import si.vpogled.request.MoveCase;
import si.vpogled.request.Role;

/** Staff have read the subject's messages, and none of them needs an answer. */
@ApplicationScoped
public class MarkRead {
    private final MoveCase cases;
    private final Messages messages;
    private final History history;

    MarkRead(MoveCase cases, Messages messages, History history) {
        this.cases = cases;
        this.messages = messages;
        this.history = history;
    }

    /**
     * @param last the last message that they had before them; nothing is marked where there is no such
     */
    @Transactional
    public void mark(String reference, Actor actor, Optional<UUID> last) {
        actor.require(Role.CLERK, Role.APPROVER);
        UUID request = cases.lock(reference).id();
        if (messages.seen(request, MessageEntity.SUBJECT, last) > 0) {
            history.append(request, actor, Action.MESSAGES_READ, Map.of());
        }
    }
}
