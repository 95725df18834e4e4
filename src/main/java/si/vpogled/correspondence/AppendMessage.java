package si.vpogled.correspondence;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import si.vpogled.letter.LetterKind;
import si.vpogled.letter.Letters;
import si.vpogled.request.Action;
import si.vpogled.request.Actor;
import si.vpogled.request.CaseException;
import si.vpogled.request.History;
import si.vpogled.request.RequestCase;

/** Adds a message to a locked case, within a transaction, with all that follows from it. */
@ApplicationScoped
class AppendMessage {
    private final Messages messages;
    private final Messages.Rows rows;
    private final Messages.Files files;
    private final Letters letters;
    private final History history;
    private final InstantSource clock;

    AppendMessage(
            Messages messages,
            Messages.Rows rows,
            Messages.Files files,
            Letters letters,
            History history,
            InstantSource clock) {
        this.messages = messages;
        this.rows = rows;
        this.files = files;
        this.letters = letters;
        this.history = history;
        this.clock = clock;
    }

    /**
     * @return false where it was sent before
     * @throws UnfitMessageException where the case has no room for it
     * @throws CaseException where another one was sent with its key
     */
    boolean append(UUID id, RequestCase to, Actor actor, Draft draft, List<AttachmentEntity> attached) {
        Optional<MessageEntity> before = rows.findByIdOptional(id);
        if (before.isPresent()) {
            requireSame(before.get(), draft, attached);
            return false;
        }
        MessageEntity message = message(id, to, actor, draft);
        messages.requireRoom(
                message, attached.stream().mapToLong(file -> file.size).sum());
        rows.persist(message);
        rows.flush();
        for (int i = 0; i < attached.size(); i++) {
            attached.get(i).message = id;
            attached.get(i).position = i;
            files.persist(attached.get(i));
        }
        history.append(to.id(), actor, Action.MESSAGE_SENT, Map.of("attachments", Integer.toString(attached.size())));
        if (actor.kind() == Actor.Kind.STAFF) {
            messages.seen(to.id(), MessageEntity.SUBJECT, draft.seen());
            letters.order(to.id(), LetterKind.MESSAGE, id.toString());
        }
        return true;
    }

    private void requireSame(MessageEntity sent, Draft draft, List<AttachmentEntity> attached) {
        List<AttachmentEntity> files = this.files.list("message = ?1 order by position", sent.id);
        if (!sent.text.equals(draft.text().strip()) || !contents(files).equals(contents(attached))) {
            throw new CaseException(CaseException.Problem.IDEMPOTENCY_MISMATCH, "");
        }
    }

    private static List<String> contents(List<AttachmentEntity> files) {
        return files.stream().map(file -> file.sha256 + " " + file.name).toList();
    }

    private MessageEntity message(UUID id, RequestCase to, Actor actor, Draft draft) {
        MessageEntity message = new MessageEntity();
        message.id = id;
        message.request = to.id();
        message.authorKind = actor.kind() == Actor.Kind.STAFF ? MessageEntity.STAFF : MessageEntity.SUBJECT;
        message.author = actor.name();
        message.text = draft.text().strip();
        message.at = after(to.id());
        return message;
    }

    /** Later than all others of the case, whichever replica's clock is behind: what was shown is told by the time. */
    private Instant after(UUID request) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return rows.find("request = ?1 order by at desc", request)
                .firstResultOptional()
                .map(last -> last.at.plus(1, ChronoUnit.MICROS))
                .filter(now::isBefore)
                .orElse(now);
    }
}
