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
import si.vpogled.text.Texts;

/** Counts what one portion left aside, and puts it in words. */
final class LeftAsides {
    private static final Texts TEXTS = Texts.of("connector");

    private final Portion portion;
    private final Map<LeftAside, Long> counts = new EnumMap<>(LeftAside.class);
    private long renamed;
    private long blackened;
    private long others;
    private long bare;
    private boolean lookedThrough;

    LeftAsides(Portion portion) {
        this.portion = portion;
    }

    void add(LeftAside reason) {
        counts.merge(reason, 1L, Long::sum);
    }

    /** What else was left aside is of a file that stands beside this one. */
    void lookedThrough() {
        lookedThrough = true;
    }

    /** So many files bear another name than the backend gave them. */
    void renamed(long files) {
        renamed += files;
    }

    /** In a text no password was found where there must be one, so all of it was blacked out. */
    void blackened() {
        blackened++;
    }

    /** Of a value only that there is one is told: it is another person's. */
    void other() {
        others++;
    }

    /** So many records, and no more, were found, and none has a value for any item. */
    void bare(long records) {
        bare += records;
    }

    /** What may not be read may well be held: where nothing else was read, nobody is told that nothing is held. */
    void refuseNothingRead(boolean anythingRead) throws ConnectorException {
        if (!anythingRead && counts.containsKey(LeftAside.FORBIDDEN)) {
            throw new ConnectorException(
                    FaultKind.REFUSED,
                    "Source " + portion.collection().source() + ": the collection "
                            + portion.collection().id() + " may not be read; give its user the right to read it");
        }
        if (!anythingRead && counts.containsKey(LeftAside.NO_MESSAGE)) {
            throw new ConnectorException(
                    FaultKind.MISCONFIGURED,
                    "Source " + portion.collection().source() + ": the collection "
                            + portion.collection().id() + " holds files, but no Maildir; read them in another mode");
        }
        if (!anythingRead) {
            refuseUnfollowed();
        }
    }

    private void refuseUnfollowed() throws ConnectorException {
        if (!lookedThrough && (counts.containsKey(LeftAside.LINK) || counts.containsKey(LeftAside.SPECIAL_FILE))) {
            throw new ConnectorException(
                    FaultKind.REFUSED,
                    "Source " + portion.collection().source() + ": the collection "
                            + portion.collection().id()
                            + " holds nothing but symbolic links or special files, which are not read; put its files"
                            + " in their place");
        }
    }

    List<Remark> remarks() {
        List<Remark> remarks = new ArrayList<>();
        counts.forEach((reason, count) -> remarks.add(new Remark(told(text(reason)), count, portion.items(), true)));
        if (bare > 0) {
            remarks.add(new Remark(told(TEXTS.text("left-aside.bare")), bare, portion.items(), true));
        }
        if (renamed > 0) {
            Text text = told(TEXTS.text("left-aside.renamed"));
            remarks.add(new Remark(text, renamed, portion.items(), false));
        }
        if (blackened > 0) {
            Text text = told(TEXTS.text("left-aside.blackened"));
            remarks.add(new Remark(text, blackened, portion.items(), false));
        }
        if (others > 0) {
            remarks.add(new Remark(told(TEXTS.text("left-aside.others")), others, portion.items(), true));
        }
        return remarks;
    }

    private Text text(LeftAside reason) {
        return switch (reason) {
            case LINK -> TEXTS.text("left-aside.link");
            case SPECIAL_FILE -> TEXTS.text("left-aside.special-file");
            case VANISHED -> vanished();
            case FORBIDDEN -> TEXTS.text("left-aside.forbidden");
            case LONG_LINE -> TEXTS.text("left-aside.long-line");
            case UNREADABLE_LINE -> TEXTS.text("left-aside.unreadable-line");
            case NO_MESSAGE -> TEXTS.text("left-aside.no-message");
            case UNSETTLED_CONTACT -> TEXTS.text("left-aside.unsettled-contact");
            case DOUBTFUL_CONTACT -> TEXTS.text("left-aside.doubtful-contact");
            case SHARED_LOGIN -> TEXTS.text("left-aside.shared-login");
        };
    }

    private Text vanished() {
        return switch (portion.collection().as()) {
            case RECORDS, CONTACTS -> TEXTS.text("left-aside.vanished-details");
            case FILES, MAIL -> TEXTS.text("left-aside.vanished-files");
        };
    }

    private Text told(Text what) {
        return Text.joined(": ", List.of(portion.collection().title(), what));
    }
}
