/**
 * The one process, and the only place that knows the order of its steps: what follows each change of a case, and the
 * use cases that reach across case, collection and bundle. May use everything but {@code web}.
 */
package si.vpogled.fulfilment;
