package si.vpogled.request;

import si.vpogled.law.RefusalGround;

/** That a ground is one for what it is given for: for refusing a request, or for leaving something out of an answer. */
public final class Grounds {
    private Grounds() {}

    /** @throws CaseException where it is not */
    public static void require(RefusalGround ground, RefusalGround.Scope scope) {
        if (ground.scope() != scope) {
            throw new CaseException(CaseException.Problem.UNKNOWN_GROUND, ground.key());
        }
    }
}
