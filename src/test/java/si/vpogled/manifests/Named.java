package si.vpogled.manifests;

import java.util.Comparator;

/** A key of a Secret. */
record Named(String name, String key) implements Comparable<Named> {
    private static final Comparator<Named> ORDER =
            Comparator.comparing(Named::name).thenComparing(Named::key);

    @Override
    public int compareTo(Named other) {
        return ORDER.compare(this, other);
    }
}
