/** What a bundle is to be assembled from. */
package si.vpogled.bundle.plan;
