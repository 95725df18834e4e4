/** PDF that lasts and that a screen reader can read: PDF/A-3a and PDF/UA-1. Plain Java, uses nothing of the project. */
package si.vpogled.letter.pdf;
