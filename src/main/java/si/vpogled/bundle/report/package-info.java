/**
 * The pages of a bundle: plain HTML in both languages that works from disk, loads nothing, runs nothing but its own
 * search, and stays readable on a phone and on paper. Collected data is only ever text in it.
 */
package si.vpogled.bundle.report;
