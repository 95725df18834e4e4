package si.vpogled.correspondence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import si.vpogled.request.Action;
import si.vpogled.request.Actor;
import si.vpogled.request.History;
import si.vpogled.request.ReadCase;
import si.vpogled.request.RequestCase;
import si.vpogled.storage.keys.RequestKeys;

/** Opens an attachment for one side of the case that it belongs to; to any other there is none. */
@ApplicationScoped
public class OpenAttachment {
    private final Messages.Files files;
    private final ReadCase cases;
    private final RequestKeys keys;
    private final SealAttachment store;
    private final History history;

    OpenAttachment(Messages.Files files, ReadCase cases, RequestKeys keys, SealAttachment store, History history) {
        this.files = files;
        this.cases = cases;
        this.keys = keys;
        this.store = store;
        this.history = history;
    }

    /**
     * @param content decrypted; the caller closes it
     */
    public record Opened(Message.Attachment attachment, SeekableByteChannel content) {}

    /** Empty where the case has none of this id, or its attachments ended with it. */
    @Transactional
    public Optional<Opened> bySubject(UUID request, UUID attachment) throws IOException {
        return open(cases.byId(request), attachment);
    }

    /** Leaves a line in the history. */
    @Transactional
    public Optional<Opened> byStaff(String reference, Actor actor, UUID attachment) throws IOException {
        RequestCase found = cases.byId(cases.idForStaff(reference, actor));
        Optional<Opened> opened = open(found, attachment);
        if (opened.isPresent()) {
            history.append(found.id(), actor, Action.VIEWED, Map.of("what", "attachment"));
        }
        return opened;
    }

    private Optional<Opened> open(RequestCase request, UUID attachment) throws IOException {
        Optional<AttachmentEntity> found = Messages.open(request)
                ? files.find(
                                "id = ?1 and message in (select id from MessageEntity where request = ?2)",
                                attachment,
                                request.id())
                        .firstResultOptional()
                : Optional.empty();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        AttachmentEntity row = found.get();
        return Optional.of(new Opened(row.view(), store.open(request.id(), row, keys.keyPair(request.id()))));
    }
}
