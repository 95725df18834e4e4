/**
 * The answer as a signed archive: {@link si.vpogled.bundle.AssembleBundle} takes a plan and the extracts it names, and
 * writes the bundle, encrypted, to the store. Sub-packages: {@code plan} (what to assemble), {@code completeness} (a
 * verdict for every inventory item), {@code bag} (BagIt in ZIP, signature), {@code information} (Art. 15(1)-(2)),
 * {@code report} (pages that work from disk), {@code verify} (checks a bundle without the service). Keeps no state: the
 * caller stores what comes back. May use {@code connector}, {@code inventory}, {@code storage}, {@code text}.
 */
package si.vpogled.bundle;
