package si.vpogled.subject;

import java.util.Collection;

/** How well identity is proved: hosted content takes two independent proofs, everything else one. */
public enum Assurance {
    NONE,
    /** One proof. */
    LOW,
    /** Two independent proofs. */
    SUBSTANTIAL;

    public static Assurance of(Collection<ProofMethod> proofs) {
        boolean link = proofs.contains(ProofMethod.MAILED_LINK);
        boolean staff = proofs.stream().anyMatch(ProofMethod::byStaff);
        if (link && staff) {
            return SUBSTANTIAL;
        }
        return link || staff ? LOW : NONE;
    }

    public boolean suffices(Assurance needed) {
        return compareTo(needed) >= 0;
    }
}
