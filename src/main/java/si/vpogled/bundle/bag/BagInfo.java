package si.vpogled.bundle.bag;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** {@code bag-info.txt} (RFC 8493 section 2.2.2). A value is one line: line breaks and control characters become spaces. */
public final class BagInfo {
    private static final ZoneId ZONE = ZoneId.of("Europe/Ljubljana");

    private final List<String> lines = new ArrayList<>();

    public BagInfo add(String label, String value) {
        lines.add(label + ": "
                + value.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip() + "\n");
        return this;
    }

    /** The day on which the bag was made, where the provider is. */
    public BagInfo baggedOn(Instant created) {
        return add("Bagging-Date", created.atZone(ZONE).toLocalDate().toString());
    }

    String text() {
        return String.join("", lines);
    }
}
