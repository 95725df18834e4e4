/** What people and programs see: {@code web.api}, {@code web.portal}, {@code web.console}, and what these share. */
package si.vpogled.web;
