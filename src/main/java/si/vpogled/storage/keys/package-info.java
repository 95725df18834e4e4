/** The service's keys: one X25519 pair for each request, and the Ed25519 key that signs bundles. */
package si.vpogled.storage.keys;
