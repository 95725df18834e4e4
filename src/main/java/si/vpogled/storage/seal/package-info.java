/**
 * Sealing a stream to a public key, so that only the holder of the private key reads it, from any position.
 *
 * <pre>
 * bytes   content
 * 8       magic, "VPOGLED" and the format's number, 2
 * 2       length of the encapsulation, big-endian, 80
 * 80      HPKE (RFC 9180, base mode: DHKEM X25519 HKDF-SHA256, HKDF-SHA256, AES-256-GCM; info = context) of a fresh
 *         32-byte key: encapsulated key, then ciphertext
 * rest    Tink's AES-GCM-HKDF streaming ciphertext under that key (HKDF-SHA256, AES-256, segments of 16 KiB, in format 1 of
 *         64 KiB);
 *         associated data = context
 * </pre>
 *
 * The context says what is sealed; a sealed stream that is put in another's place does not open.
 */
package si.vpogled.storage.seal;
