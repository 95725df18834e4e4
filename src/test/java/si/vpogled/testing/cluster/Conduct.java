package si.vpogled.testing.cluster;

/** How the cluster deals with a job. */
public enum Conduct {
    /** Starts its pod, and another where the first is lost. */
    RUNS,
    /** More pods are taken away while they are at work than a Job may lose; another one follows each. */
    EVICTS_OFTEN,
    /** A quota is used up: no pod is made. */
    MAKES_NO_POD,
    /** No node has room. */
    HAS_NO_ROOM,
    /** The registry has no such image. */
    KNOWS_NO_SUCH_IMAGE,
    /** The registry does not answer. */
    REACHES_NO_REGISTRY,
    /** The pod's node dies while it is at work: what it was told to do is never done, nor is it ever told of. */
    LOSES_ITS_NODE
}
