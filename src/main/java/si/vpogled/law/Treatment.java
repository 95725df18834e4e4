package si.vpogled.law;

/** How the inventory says that an item is treated where its erasure is asked for. */
public enum Treatment {
    /** Erased: no purpose outlasts the wish. */
    ERASE,
    /** The record stays, without what tells the person. */
    ANONYMISE,
    /** Kept for as long as a statute says (GDPR Art. 17(3)(b)). */
    KEEP_BY_LAW,
    /** Needed for as long as the contract stands (GDPR Art. 6(1)(b)). */
    WITH_CONTRACT,
    /** Not erased singly: overwritten in turn. */
    ROTATION
}
