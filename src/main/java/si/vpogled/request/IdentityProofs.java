package si.vpogled.request;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import si.vpogled.subject.Identifier;
import si.vpogled.subject.ProofMethod;

/** How the identity behind a case was proved: what was checked by whom, never a copy of a document. */
@ApplicationScoped
public class IdentityProofs {
    private final Rows rows;
    private final InstantSource clock;

    IdentityProofs(Rows rows, InstantSource clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * @param identifiers what the proof shows to be the subject's own
     * @param by a member of staff; empty where the subject proved it
     */
    public record Proof(ProofMethod method, List<Identifier> identifiers, String by, String note, Instant at) {
        /** The same, whenever it was. */
        boolean tells(Proof other) {
            return method == other.method && identifiers.equals(other.identifiers) && note.equals(other.note);
        }
    }

    void add(UUID request, ProofMethod method, List<Identifier> identifiers, String by, String note) {
        add(UUID.randomUUID(), request, new Proof(method, identifiers, by, note, clock.instant()));
    }

    /**
     * Whether this one was recorded before.
     *
     * @throws CaseException where another one was recorded with its id
     */
    boolean recorded(UUID id, Proof proof) {
        Optional<Proof> before = rows.findByIdOptional(id).map(IdentityProofs::view);
        if (before.stream().anyMatch(one -> !one.tells(proof))) {
            throw new CaseException(CaseException.Problem.IDEMPOTENCY_MISMATCH, "");
        }
        return before.isPresent();
    }

    void add(UUID id, UUID request, Proof told) {
        IdentityProofEntity proof = new IdentityProofEntity();
        proof.id = id;
        proof.request = request;
        proof.method = told.method().key();
        proof.identifiers = new CaseEntity.StatedIdentifiers(told.identifiers());
        proof.by = told.by();
        proof.note = told.note();
        proof.at = told.at();
        rows.persist(proof);
    }

    public List<Proof> of(UUID request) {
        return rows.list("request = ?1 order by at", request).stream()
                .map(IdentityProofs::view)
                .toList();
    }

    private static Proof view(IdentityProofEntity row) {
        return new Proof(ProofMethod.of(row.method), row.identifiers.list(), row.by, row.note, row.at);
    }

    /** Whether a mailed link has shown that the address is the subject's own: before that, nothing else is mailed there. */
    public boolean addressProved(UUID request) {
        return rows.count("request = ?1 and method = ?2", request, ProofMethod.MAILED_LINK.key()) > 0;
    }

    /** By which words and accounts it was proved; how, by whom and when stays. */
    void forget(UUID request) {
        rows.list("request", request).forEach(proof -> {
            proof.note = "";
            proof.identifiers = new CaseEntity.StatedIdentifiers(List.of());
        });
    }

    /** The case of this reference and address, where the address is proved: one statement, whatever is wrong. */
    Optional<UUID> requestOf(String reference, Identifier.Email email) {
        return rows.getEntityManager()
                .createQuery(
                        "select c.id from CaseEntity c where c.reference = ?1 and c.email = ?2 and exists (select 1 from"
                                + " IdentityProofEntity p where p.request = c.id and p.method = ?3)",
                        UUID.class)
                .setParameter(1, reference)
                .setParameter(2, email.value())
                .setParameter(3, ProofMethod.MAILED_LINK.key())
                .getResultStream()
                .findFirst();
    }

    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<IdentityProofEntity, UUID> {}
}
