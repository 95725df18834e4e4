/**
 * Trains the caches of loaded classes that the container image starts with (JEP 514), within its build and with its own
 * files. Nothing of this is in the image.
 */
package si.vpogled.training;
