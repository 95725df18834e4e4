/** The bundles of each case: which attempt counts, where they are, until when they can be downloaded. */
package si.vpogled.bundle.shelf;
