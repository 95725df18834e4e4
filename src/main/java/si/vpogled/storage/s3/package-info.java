/**
 * Objects in a bucket of any store that speaks Amazon's S3 protocol. Plain Java that jobs use as well; the only place that
 * knows the client. Uses {@code storage}.
 */
package si.vpogled.storage.s3;
