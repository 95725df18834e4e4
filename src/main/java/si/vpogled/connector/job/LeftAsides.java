package si.vpogled.connector.job;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import si.vpogled.connector.Outcome.Remark;
import si.vpogled.connector.Visitor.LeftAside;
import si.vpogled.text.Text;

/** Counts what one collection left aside, and puts it in words. */
final class LeftAsides {
    private final Text collection;
    private final Map<LeftAside, Long> counts = new EnumMap<>(LeftAside.class);

    LeftAsides(Text collection) {
        this.collection = collection;
    }

    void add(LeftAside reason) {
        counts.merge(reason, 1L, Long::sum);
    }

    List<Remark> remarks() {
        List<Remark> remarks = new ArrayList<>();
        counts.forEach((reason, count) -> remarks.add(new Remark(text(reason), count)));
        return remarks;
    }

    private Text text(LeftAside reason) {
        return switch (reason) {
            case LINK -> text("povezave, ki jim nismo sledili", "links that were not followed");
            case SPECIAL_FILE ->
                text("naprave, vtiči in cevi, ki niso datoteke", "devices, sockets and pipes, not files");
            case VANISHED -> text("datoteke, ki so med branjem izginile", "files that vanished while being read");
            case FORBIDDEN ->
                text("datoteke, ki jih zaledni sistem ne da brati", "files that the backend forbids to read");
        };
    }

    private Text text(String sl, String en) {
        return new Text(collection.sl() + ": " + sl, collection.en() + ": " + en);
    }
}
