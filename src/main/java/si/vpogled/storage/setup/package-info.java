/** Opens the store that settings name, for the service and for jobs. Uses {@code storage} and its stores. */
package si.vpogled.storage.setup;
