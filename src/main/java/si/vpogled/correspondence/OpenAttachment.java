package si.vpogled.correspondence;

import com.nimbusds.jose.jwk.OctetKeyPair;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
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
    public Optional<Opened> bySubject(UUID request, UUID attachment) throws IOException {
        return open(QuarkusTransaction.requiringNew().call(() -> find(cases.byId(request), attachment)));
    }

    /** Leaves a line in the history. */
    public Optional<Opened> byStaff(String reference, Actor actor, UUID attachment) throws IOException {
        Optional<Found> found = QuarkusTransaction.requiringNew()
                .call(() -> find(cases.byId(cases.idForStaff(reference, actor)), attachment));
        Optional<Opened> opened = open(found);
        if (opened.isPresent()) {
            UUID request = found.orElseThrow().request();
            QuarkusTransaction.requiringNew()
                    .run(() -> history.append(request, actor, Action.VIEWED, Map.of("what", "attachment")));
        }
        return opened;
    }

    private record Found(UUID request, AttachmentEntity row, OctetKeyPair pair) {}

    private Optional<Found> find(RequestCase request, UUID attachment) {
        return Messages.open(request)
                ? files.find(
                                "id = ?1 and message in (select id from MessageEntity where request = ?2)",
                                attachment,
                                request.id())
                        .firstResultOptional()
                        .map(row -> new Found(request.id(), row, keys.keyPair(request.id())))
                : Optional.empty();
    }

    /** Within no transaction: a store that is slow holds no connection to the database. */
    private Optional<Opened> open(Optional<Found> wanted) throws IOException {
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        Found found = wanted.get();
        return Optional.of(new Opened(found.row().view(), store.open(found.request(), found.row(), found.pair())));
    }
}
