/**
 * What portal and console share: language, layout, formats, assets, errors of forms. May use {@code web.problem},
 * {@code web.security} and everything below {@code web}, but neither portal nor console.
 */
package si.vpogled.web.page;
