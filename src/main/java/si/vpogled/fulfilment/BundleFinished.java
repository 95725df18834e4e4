package si.vpogled.fulfilment;

/**
 * A bundle is there to download; fired within the transaction that puts it on the shelf.
 *
 * @param size in bytes, as downloaded
 */
record BundleFinished(long size) {}
