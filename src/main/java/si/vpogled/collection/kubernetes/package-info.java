/**
 * Has runs carried out by a Kubernetes cluster: one Job for each attempt, with its order in a Secret that the Job owns.
 * A job is any image that keeps the contract of orders, grants and extracts: it finds its order at {@code VPOGLED_ORDER}, the
 * secrets of its backend under {@code VPOGLED_SECRETS_DIR} and nothing of the service, writes the extract as the {@link
 * si.vpogled.storage.Grant} at {@code VPOGLED_GRANT} lets it, says on its standard output how far it is if it likes
 * ({@link si.vpogled.connector.job.ProgressLine}), and ends with an {@link si.vpogled.connector.job.ExitCode}, the last
 * line of its output saying what went wrong.
 */
package si.vpogled.collection.kubernetes;
