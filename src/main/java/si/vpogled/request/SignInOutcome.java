package si.vpogled.request;

/** What came of trying to sign in. */
public sealed interface SignInOutcome {
    /** Signed in. */
    record Opened(PortalSessions.Session session) implements SignInOutcome {}

    /**
     * Not signed in.
     *
     * @param left how often the code can still be tried
     */
    record Refused(Reason reason, int left) implements SignInOutcome {}

    /** Why somebody was not signed in. None tells whether there is a case. */
    enum Reason {
        /** No such link, or no such ticket: forged, cut off, or long over. */
        UNKNOWN,
        /** The link is right, but was asked for elsewhere. */
        OTHER_BROWSER,
        USED,
        EXPIRED,
        /** The code was tried too often; the link went with it. */
        LOCKED,
        /** Codes for the same case were tried too often over several askings: for a day only the link signs in. */
        CODES_CLOSED,
        WRONG_CODE
    }
}
