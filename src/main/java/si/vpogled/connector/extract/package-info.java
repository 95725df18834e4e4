/**
 * The extract: a ZIP archive of entries that are compressed once and for all, with {@code entries.jsonl} (what each
 * entry is) and {@code outcome.json} (what was found), sealed to the request's public key. Written by a job, read by
 * the service; anyone who honours the format can write one.
 */
package si.vpogled.connector.extract;
