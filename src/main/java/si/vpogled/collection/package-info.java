/**
 * One collection per request, one run per connector: which connector runs when, launching, faults and retries, and
 * what was found; and the steps of an erasure, which the same runs take. May use {@code request}, {@code connector}, {@code schedule} and below.
 */
package si.vpogled.collection;
