/** Vpogled answers requests for access, portability and erasure from a hosting provider's data inventory. */
package si.vpogled;
