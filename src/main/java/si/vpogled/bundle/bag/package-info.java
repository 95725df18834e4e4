/** The archive: a BagIt 1.0 bag (RFC 8493) in a ZIP, its manifests and its signature, written in one go. */
package si.vpogled.bundle.bag;
