/**
 * The case: its state, its history, who may do what, and the use cases that need nothing but the case. What follows a
 * change is not known here: {@link si.vpogled.request.CaseEvent}s are observed, in the same transaction, by
 * {@code fulfilment}. May use {@code inventory}, {@code law}, {@code subject}, {@code storage}, {@code text}.
 */
package si.vpogled.request;
