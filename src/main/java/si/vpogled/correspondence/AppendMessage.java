package si.vpogled.correspondence;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import si.vpogled.letter.LetterKind;
import si.vpogled.letter.Letters;
import si.vpogled.request.Action;
import si.vpogled.request.Actor;
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
     */
    boolean append(UUID id, RequestCase to, Actor actor, Draft draft, List<AttachmentEntity> attached) {
        if (rows.findByIdOptional(id).isPresent()) {
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
            messages.seen(to.id(), MessageEntity.SUBJECT);
            letters.order(to.id(), LetterKind.MESSAGE, id.toString());
        }
        return true;
    }

    private MessageEntity message(UUID id, RequestCase to, Actor actor, Draft draft) {
        MessageEntity message = new MessageEntity();
        message.id = id;
        message.request = to.id();
        message.authorKind = actor.kind() == Actor.Kind.STAFF ? MessageEntity.STAFF : MessageEntity.SUBJECT;
        message.author = actor.name();
        message.text = draft.text().strip();
        message.at = clock.instant();
        return message;
    }
}
