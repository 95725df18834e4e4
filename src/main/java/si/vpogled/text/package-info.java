/** Texts in both languages. The lowest package: uses nothing of the project. */
package si.vpogled.text;
