package si.vpogled.correspondence;

import com.nimbusds.jose.jwk.OctetKeyPair;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import si.vpogled.request.Actor;
import si.vpogled.request.CaseException;
import si.vpogled.request.MoveCase;
import si.vpogled.request.ReadCase;
import si.vpogled.request.RequestCase;
import si.vpogled.request.Role;
import si.vpogled.storage.keys.RequestKeys;

/**
 * Sends a message from the subject to staff, or from staff to the subject, who is told by mail that there is one. Files
 * are in the store before the message is there: what a killed process leaves behind ends with the case.
 */
@ApplicationScoped
public class SendMessage {
    private final CheckDraft check;
    private final MoveCase cases;
    private final ReadCase read;
    private final RequestKeys keys;
    private final SealAttachment store;
    private final AppendMessage append;

    SendMessage(
            CheckDraft check,
            MoveCase cases,
            ReadCase read,
            RequestKeys keys,
            SealAttachment store,
            AppendMessage append) {
        this.check = check;
        this.cases = cases;
        this.read = read;
        this.keys = keys;
        this.store = store;
        this.append = append;
    }

    /** @throws UnfitMessageException with everything that is wrong with it */
    public void bySubject(UUID request, Draft draft) {
        send(request, Actor.subject(), draft);
    }

    /**
     * @param draft in the subject's language
     * @throws UnfitMessageException with everything that is wrong with it
     */
    public void byStaff(String reference, Actor actor, Draft draft) {
        actor.require(Role.CLERK, Role.APPROVER);
        send(read.idForStaff(reference, actor), actor, draft);
    }

    private void send(UUID request, Actor actor, Draft draft) {
        List<CheckDraft.Fit> files = check.check(draft, actor);
        OctetKeyPair key = QuarkusTransaction.requiringNew().call(() -> key(request));
        List<AttachmentEntity> stored = new ArrayList<>();
        AtomicBoolean kept = new AtomicBoolean();
        try {
            files.forEach(file -> stored.add(store.seal(request, file, key)));
            UUID id = id(request, actor, draft.key());
            QuarkusTransaction.requiringNew()
                    .run(() -> kept.set(append.append(id, open(request), actor, draft, stored)));
        } finally {
            // a commit that failed may still have been one: then they end with the case
            if (!kept.get()) {
                stored.forEach(store::discard);
            }
        }
    }

    private OctetKeyPair key(UUID request) {
        open(request);
        keys.createIfAbsent(request);
        return keys.publicKey(request);
    }

    /** Locks the case, so that it does not end meanwhile. */
    private RequestCase open(UUID request) {
        RequestCase found = cases.lock(request);
        if (!Messages.open(found)) {
            throw new CaseException(
                    CaseException.Problem.WRONG_STATE, found.state().key());
        }
        return found;
    }

    private static UUID id(UUID request, Actor actor, UUID key) {
        String name = "message/" + request + "/" + actor.kind() + "/" + actor.name() + "/" + key;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
