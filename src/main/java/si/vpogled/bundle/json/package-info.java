/** How the bundle reads and writes JSON. */
package si.vpogled.bundle.json;
