/**
 * Follow-up work as persistent tasks, scheduled in the transaction of their cause, and the clock that everything reads.
 * A task may be done more than once (a process killed, or stopped and overtaken): handlers make the second time harmless.
 * Uses nothing of the project.
 */
package si.vpogled.schedule;
