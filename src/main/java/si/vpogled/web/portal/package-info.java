/**
 * The customers' pages: start, form, mailed links, the case, the inventory. May use {@code web.page}, {@code
 * web.problem}, {@code web.security} and everything below {@code web}.
 */
package si.vpogled.web.portal;
