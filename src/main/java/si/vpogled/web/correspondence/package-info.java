/**
 * What portal and console share of messages: the form, its words, the list, downloads of attachments. May use {@code
 * web.input}, {@code web.page}, {@code web.problem}, {@code web.security} and everything below {@code web}.
 */
package si.vpogled.web.correspondence;
