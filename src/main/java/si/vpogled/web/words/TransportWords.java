package si.vpogled.web.words;

import si.vpogled.text.Text;
import si.vpogled.text.Texts;

/** How a source is reached, and what a test of it asks. */
public final class TransportWords {
    private static final Texts TEXTS = Texts.of("words");

    private TransportWords() {}

    /**
     * @param transport its name; one that an operator added is called by that
     */
    public static Text label(String transport) {
        return switch (transport) {
            case "jdbc" -> TEXTS.text("transport.jdbc");
            case "http" -> TEXTS.text("transport.http");
            case "files" -> TEXTS.text("transport.files");
            case "rdap" -> TEXTS.text("transport.rdap");
            default -> Text.same(transport);
        };
    }

    /** What is asked to see whether the source can be reached. */
    public static Text reached(String transport) {
        return switch (transport) {
            case "jdbc" -> TEXTS.text("reached.jdbc");
            case "http" -> TEXTS.text("reached.http");
            case "files" -> TEXTS.text("reached.files");
            default -> TEXTS.text("reached.other");
        };
    }

    /** What is asked to see whether a read works, without reading anybody's data. */
    public static Text read(String transport) {
        return switch (transport) {
            case "jdbc" -> TEXTS.text("read.jdbc");
            case "http" -> TEXTS.text("read.http");
            case "files" -> TEXTS.text("read.files");
            case "rdap" -> TEXTS.text("read.rdap");
            default -> TEXTS.text("read.other");
        };
    }
}
