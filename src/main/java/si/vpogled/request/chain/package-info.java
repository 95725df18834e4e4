/**
 * Shows that nobody changed the history of cases: each entry is linked to the one before it by the database (see its
 * migration), all chains' ends are sealed daily with a signature that is kept in the store as well, and a daily check
 * recomputes everything. Uses the database's tables, {@code storage} and {@code schedule}, nothing else of the case.
 */
package si.vpogled.request.chain;
