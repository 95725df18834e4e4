package si.vpogled.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import si.vpogled.inventory.Inventory;
import si.vpogled.storage.seal.Sha256;

/**
 * Takes a request in. Nothing is looked up about the person here, so that neither the answer nor its time can tell
 * whether somebody is a customer.
 */
@ApplicationScoped
public class SubmitRequest {
    private final Cases cases;
    private final References references;
    private final IdempotencyKeys keys;
    private final Limits limits;
    private final Inventory inventory;
    private final RequestConfig config;
    private final InstantSource clock;

    SubmitRequest(
            Cases cases,
            References references,
            IdempotencyKeys keys,
            Limits limits,
            Inventory inventory,
            RequestConfig config,
            InstantSource clock) {
        this.cases = cases;
        this.references = references;
        this.keys = keys;
        this.limits = limits;
        this.inventory = inventory;
        this.config = config;
        this.clock = clock;
    }

    /**
     * @param idempotencyKey the same key with the same submission gives the same case
     * @return the new case's reference
     */
    @Transactional
    public String submit(Submission submission, Optional<String> idempotencyKey) {
        String body = Sha256.hex(submission.toString());
        Optional<String> before = idempotencyKey.flatMap(key -> keys.answered(Sha256.hex(key), body));
        if (before.isPresent()) {
            return before.get();
        }
        CaseEntity created = entity(submission);
        cases.open(created, Actor.subject());
        idempotencyKey.ifPresent(key -> keys.remember(Sha256.hex(key), body, created.reference));
        return created.reference;
    }

    /** The case that a submission with this key made, of one whose content is gone. */
    @Transactional
    public Optional<String> submitted(String idempotencyKey) {
        return keys.reference(Sha256.hex(idempotencyKey));
    }

    private CaseEntity entity(Submission submission) {
        if (!config.rightsOffered().contains(submission.right().key())) {
            throw new CaseException(
                    CaseException.Problem.RIGHT_NOT_OFFERED, submission.right().key());
        }
        Instant now = clock.instant();
        CaseEntity created = new CaseEntity();
        created.id = UUID.randomUUID();
        created.reference = references.next();
        created.right = submission.right().key();
        created.services = scope(submission.services());
        created.name = submission.name().strip();
        created.email = submission.email();
        created.identifiers = new CaseEntity.StatedIdentifiers(submission.stated());
        created.language = submission.language().tag();
        created.message = submission.message().strip();
        created.receivedAt = now;
        created.dueOn = limits.first(now).due();
        created.state = new State.AwaitingConfirmation(now.plus(config.confirmationPeriod()));
        return created;
    }

    /** In the inventory's order, each once; all where none is named. */
    private List<String> scope(List<String> wanted) {
        List<String> known =
                inventory.services().stream().map(Inventory.ServiceColumn::id).toList();
        wanted.stream().filter(service -> !known.contains(service)).findFirst().ifPresent(service -> {
            throw new CaseException(CaseException.Problem.UNKNOWN_SERVICE, service);
        });
        return wanted.isEmpty()
                ? known
                : known.stream().filter(wanted::contains).toList();
    }
}
