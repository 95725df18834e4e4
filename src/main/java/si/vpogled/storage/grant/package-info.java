/**
 * What a job does with a {@link si.vpogled.storage.Grant}: plain HTTP, or a file of its folder. Plain Java without any
 * store's client. Uses {@code storage}.
 */
package si.vpogled.storage.grant;
