package si.vpogled.correspondence;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import si.vpogled.request.RequestCase;
import si.vpogled.request.State;

/** The messages of a case. */
@ApplicationScoped
public class Messages {
    private static final String UNSEEN = "authorKind = ?1 and seenAt is null and request ";
    private static final String OF_SIDE = "request = ?1 and authorKind = ?2";

    private final Rows rows;
    private final Files files;
    private final InstantSource clock;

    Messages(Rows rows, Files files, InstantSource clock) {
        this.rows = rows;
        this.files = files;
        this.clock = clock;
    }

    /** Whether messages can be written: the address is proved, and the case is not over. */
    public static boolean open(RequestCase request) {
        return switch (request.state()) {
            case State.AwaitingDecision _,
                    State.Collecting _,
                    State.InReview _,
                    State.Assembling _,
                    State.Planned _,
                    State.AwaitingApproval _,
                    State.Executing _,
                    State.Proving _,
                    State.Ready _ -> true;
            case State.AwaitingConfirmation _, State.Remaining _, State.Closed _ -> false;
        };
    }

    /** All of a case, oldest first. */
    @Transactional
    public List<Message> of(UUID request) {
        List<MessageEntity> found = rows.list("request = ?1 order by at, id", request);
        List<UUID> ids = found.stream().map(message -> message.id).toList();
        Map<UUID, List<AttachmentEntity>> attached = files.list("message in ?1 order by position", ids).stream()
                .collect(Collectors.groupingBy(file -> file.message));
        return found.stream()
                .map(message -> message.view(attached.getOrDefault(message.id, List.of()).stream()
                        .map(AttachmentEntity::view)
                        .toList()))
                .toList();
    }

    /**
     * The subject has these on the screen.
     *
     * @param shown oldest first
     */
    @Transactional
    public void seenBySubject(UUID request, List<Message> shown) {
        if (!shown.isEmpty()) {
            seen(request, MessageEntity.STAFF, Optional.of(shown.getLast().id()));
        }
    }

    /** How many messages of the subject await staff, for those of some cases where any does: one look at an index. */
    @Transactional
    public Map<UUID, Long> awaitingStaff(Collection<UUID> requests) {
        return requests.isEmpty()
                ? Map.of()
                : rows
                        .getEntityManager()
                        .createQuery(
                                "select request, count(*) from MessageEntity where " + UNSEEN
                                        + "in ?2 group by request",
                                Object[].class)
                        .setParameter(1, MessageEntity.SUBJECT)
                        .setParameter(2, requests)
                        .getResultList()
                        .stream()
                        .collect(Collectors.toUnmodifiableMap(row -> (UUID) row[0], row -> (Long) row[1]));
    }

    /**
     * Marks what was shown; a message that came meanwhile stays unseen.
     *
     * @param last of those that were shown
     * @return how many were not seen before
     */
    int seen(UUID request, String authors, Optional<UUID> last) {
        return last.map(id -> rows.update(
                        "seenAt = ?4 where " + UNSEEN + "= ?2 and at <= (select shown.at from MessageEntity shown"
                                + " where shown.id = ?3 and shown.request = ?2)",
                        authors,
                        request,
                        id,
                        clock.instant()))
                .orElse(0);
    }

    /**
     * Within a transaction, case locked.
     *
     * @param bytes of the files that come with it
     * @throws UnfitMessageException where its side has used up what a case bears
     */
    void requireRoom(MessageEntity next, long bytes) {
        List<Flaw> flaws = new ArrayList<>();
        if (rows.count(OF_SIDE, next.request, next.authorKind) >= Draft.MOST_MESSAGES_OF_CASE) {
            flaws.add(Flaw.of(Flaw.Kind.TOO_MANY_MESSAGES));
        }
        if (bytes > 0 && bytes(next) + bytes > Draft.MOST_BYTES_OF_CASE) {
            flaws.add(Flaw.of(Flaw.Kind.FILES_OF_CASE_TOO_LARGE));
        }
        if (!flaws.isEmpty()) {
            throw new UnfitMessageException(flaws);
        }
    }

    /** Of all files that its side has sent. */
    private long bytes(MessageEntity next) {
        return files.getEntityManager()
                .createQuery(
                        "select coalesce(sum(file.size), 0L) from AttachmentEntity file where file.message in"
                                + " (select id from MessageEntity where " + OF_SIDE + ")",
                        Long.class)
                .setParameter(1, next.request)
                .setParameter(2, next.authorKind)
                .getSingleResult();
    }

    /** All of a case, attachments included; the history keeps that there were some. Within a transaction. */
    public void forget(UUID request) {
        files.delete("message in (select id from MessageEntity where request = ?1)", request);
        rows.delete("request", request);
    }

    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<MessageEntity, UUID> {}

    @ApplicationScoped
    static class Files implements PanacheRepositoryBase<AttachmentEntity, UUID> {}
}
