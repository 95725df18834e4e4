package si.vpogled.erasure;

import si.vpogled.storage.seal.Sha256;

/** A plan in its one form. What is approved is the hash of exactly this text. */
record PlanDocument(String text) {
    static PlanDocument of(Plan plan) {
        return new PlanDocument(CanonicalForm.write(plan));
    }

    Plan plan() {
        return CanonicalForm.read(text, Plan.class);
    }

    /** SHA-256 of the UTF-8, in 64 hexadecimal digits. */
    String hash() {
        return Sha256.hex(text);
    }
}
