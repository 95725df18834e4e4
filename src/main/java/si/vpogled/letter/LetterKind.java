package si.vpogled.letter;

import java.util.Locale;

/** The occasions on which the subject is written to. Each has a template per language. */
public enum LetterKind {
    /** Is this address yours? With the confirmation link. */
    CONFIRM,
    /** Confirmed; the answer comes by this day. */
    RECEIVED,
    /** The time limit was extended, and why (GDPR Art. 12(3)). */
    EXTENDED,
    /** Refused, with ground, reasons and remedies (GDPR Art. 12(4)). */
    REFUSED,
    WITHDRAWN,
    /** The answer can be downloaded until this day. */
    READY,
    /** The answer, in part, and what is missing. */
    READY_IN_PART,
    /** What was missing cannot be had, why, and the remedies (GDPR Art. 12(4)). */
    ENDED_IN_PART,
    /** All is erased that may be, and looked for again; what stays, why and the remedies (GDPR Art. 12(3)-(4)). */
    ERASED,
    /** The same, and what is kept until its day goes by itself. */
    ERASED_IN_PART,
    /** Staff have written; what, is told only to who signs in. */
    MESSAGE,
    SIGN_IN;

    String template() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
