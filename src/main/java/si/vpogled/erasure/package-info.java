/**
 * Erasure (GDPR Art. 17): the plan with a verdict on each group of records, its approval, what of it is done, and the
 * proof. May use {@code collection}, {@code request}, {@code connector} and below; which step follows which is
 * {@code fulfilment}'s to say, except within an execution.
 */
package si.vpogled.erasure;
