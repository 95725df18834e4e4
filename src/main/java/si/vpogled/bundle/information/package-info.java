/**
 * The information of GDPR Art. 15(1)(a)-(h) and (2), for what was found of this person: as data, as a page and as a
 * PDF that say the same.
 */
package si.vpogled.bundle.information;
