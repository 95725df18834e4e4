/**
 * {@code make bench}: what the program does in time and memory against plain commands that do the same, in one run on
 * one machine. Each row makes what it measures, checks the product, and tells a ratio.
 */
package si.vpogled.bench;
