package si.vpogled.connector;

/** What a connector may lack, so that its contract does not ask for it. */
public enum Behaviour {
    /** One person can have several accounts in the backend. */
    SEVERAL_ACCOUNTS,
    /** The backend can hold 100,000 records of one person. */
    MANY_RECORDS,
    /** What the backend holds can have any character in it. */
    AWKWARD_CHARACTERS,
    /** The backend is reached over a network, by one port of 127.0.0.1. */
    NETWORK,
    /** The backend asks for credentials. */
    CREDENTIALS
}
