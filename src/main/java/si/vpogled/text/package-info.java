/** Texts in both languages, from the files under {@code /texts}. The lowest package: uses nothing of the project. */
package si.vpogled.text;
