package si.vpogled.correspondence;

/**
 * What keeps a message from being sent.
 *
 * @param file the name of the file at fault, as it was sent; or the place in the text; empty where none is
 */
public record Flaw(Kind kind, String file) {
    /** The kinds of flaw. */
    public enum Kind {
        TEXT_MISSING,
        TEXT_TOO_LONG,
        TEXT_NOT_PLAIN,
        /** A template's place (which) is as the template has it. */
        TEXT_UNFILLED,
        TOO_MANY_FILES,
        FILES_TOO_LARGE,
        /** Its side has written all the messages that a case bears. */
        TOO_MANY_MESSAGES,
        /** With its files, its side would have sent more than a case bears. */
        FILES_OF_CASE_TOO_LARGE,
        FILE_EMPTY,
        /** It is none of {@link AttachmentType}. */
        FILE_TYPE,
        /** It is called or declared otherwise than its content shows. */
        FILE_DISGUISED;

        /** Whether it is the text's, rather than a file's. */
        public boolean ofText() {
            return switch (this) {
                case TEXT_MISSING, TEXT_TOO_LONG, TEXT_NOT_PLAIN, TEXT_UNFILLED, TOO_MANY_MESSAGES -> true;
                case TOO_MANY_FILES, FILES_TOO_LARGE, FILES_OF_CASE_TOO_LARGE, FILE_EMPTY, FILE_TYPE, FILE_DISGUISED ->
                    false;
            };
        }
    }

    static Flaw of(Kind kind) {
        return new Flaw(kind, "");
    }
}
