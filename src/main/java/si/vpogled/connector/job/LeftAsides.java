package si.vpogled.connector.job;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.Outcome.Remark;
import si.vpogled.connector.Visitor.LeftAside;
import si.vpogled.text.Text;

/** Counts what one portion left aside, and puts it in words. */
final class LeftAsides {
    private final Portion portion;
    private final Map<LeftAside, Long> counts = new EnumMap<>(LeftAside.class);
    private long renamed;

    LeftAsides(Portion portion) {
        this.portion = portion;
    }

    void add(LeftAside reason) {
        counts.merge(reason, 1L, Long::sum);
    }

    /** So many files bear another name than the backend gave them. */
    void renamed(long files) {
        renamed += files;
    }

    /** What may not be read may well be held: where nothing else was read, nobody is told that nothing is held. */
    void refuseNothingRead(boolean anythingRead) throws ConnectorException {
        if (!anythingRead && counts.containsKey(LeftAside.FORBIDDEN)) {
            throw new ConnectorException(
                    FaultKind.REFUSED,
                    "Source " + portion.collection().source() + ": the collection "
                            + portion.collection().id() + " may not be read; give its user the right to read it");
        }
    }

    List<Remark> remarks() {
        List<Remark> remarks = new ArrayList<>();
        counts.forEach((reason, count) -> remarks.add(new Remark(text(reason), count, portion.items(), true)));
        if (renamed > 0) {
            Text text = text(
                    "imena datotek, spremenjena, da jih je mogoče odpreti v vsakem sistemu",
                    "file names changed so that they can be opened on every system");
            remarks.add(new Remark(text, renamed, portion.items(), false));
        }
        return remarks;
    }

    private Text text(LeftAside reason) {
        return switch (reason) {
            case LINK -> text("povezave, ki jim nismo sledili", "links that were not followed");
            case SPECIAL_FILE ->
                text("naprave, vtiči in cevi, ki niso datoteke", "devices, sockets and pipes, not files");
            case VANISHED -> vanished();
            case FORBIDDEN ->
                text("datoteke, ki jih zaledni sistem ne da brati", "files that the backend forbids to read");
        };
    }

    private Text vanished() {
        return switch (portion.collection().as()) {
            case RECORDS, CONTACTS ->
                text(
                        "podrobnosti zapisov, ki so med branjem izginile",
                        "details of records that vanished while being read");
            case FILES, MAIL -> text("datoteke, ki so med branjem izginile", "files that vanished while being read");
        };
    }

    private Text text(String sl, String en) {
        Text collection = portion.collection().title();
        return new Text(collection.sl() + ": " + sl, collection.en() + ": " + en);
    }
}
