/**
 * The staff's pages: the queue, a case, the sources. What may be done is decided by the use cases; pages only show what
 * they would allow. May use {@code web.page}, {@code web.words}, {@code web.input}, {@code web.problem}, {@code
 * web.security} and everything below {@code web}.
 */
package si.vpogled.web.console;
