/**
 * The connector SPI: what a backend is asked (an {@link si.vpogled.connector.Order}), how it is reached (a
 * {@link si.vpogled.connector.Transport}), and what comes back (an {@link si.vpogled.connector.Outcome} beside the
 * entries of an extract). Plain Java: nothing here, nor below, needs the service's framework or its database, so that
 * the same code runs inside the service and in a job of its own.
 *
 * <p>Erasure goes by the same orders, jobs and definitions. {@code find} reads and counts, in {@link
 * si.vpogled.connector.RecordGroup groups} that never change their names: one collection, service, identifier and, where
 * a date ends retention, year. {@code erase} takes some of them with the numbers that an approved plan gives ({@link
 * si.vpogled.connector.ApprovedStep}), counts each again, stops at one that has more, and has an {@link
 * si.vpogled.connector.Eraser} take the others away, no more records than the order's limit: it is asked again until
 * nothing is left, and no step remembers another. {@code verify} counts once more, with the reader's credentials, and is
 * what proves an erasure; what a backend says of itself proves nothing. {@code hold} and {@code release} tell a backend
 * where it can be told. All come back as an {@link si.vpogled.connector.ErasureOutcome}. Only what changes something is
 * given the credentials for erasing, which are another user's and another folder of secrets ({@code
 * <connector>-erasing}). May use {@code storage}, {@code inventory} (ids
 * only), {@code law}, {@code subject}, {@code text}.
 */
package si.vpogled.connector;
