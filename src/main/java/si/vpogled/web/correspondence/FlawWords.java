package si.vpogled.web.correspondence;

import java.util.List;
import si.vpogled.correspondence.Draft;
import si.vpogled.correspondence.Flaw;
import si.vpogled.web.page.CountMessages;
import si.vpogled.web.page.Errors;
import si.vpogled.web.page.FieldError;
import si.vpogled.web.page.Page;

/** What is wrong with a message, and what to do about it. */
public final class FlawWords {
    /** The ids of the form's controls. */
    private static final String TEXT = "text";

    private static final String FILES = "files";
    /** Around what others wrote, so that its direction of reading stays its own (Unicode UAX 9, FSI and PDI). */
    private static final String ISOLATED = "\u2068%s\u2069";

    private FlawWords() {}

    public static Errors errors(List<Flaw> flaws, Page page) {
        return new Errors(flaws.stream()
                .map(flaw -> new FieldError(flaw.kind().ofText() ? TEXT : FILES, words(flaw, page)))
                .toList());
    }

    /** Another message was sent from the same form before. */
    public static Errors sentOtherwise(Page page) {
        return new Errors(
                List.of(new FieldError(TEXT, page.messages(TalkMessages.class).sentOtherwise())));
    }

    private static String words(Flaw flaw, Page page) {
        TalkMessages messages = page.messages(TalkMessages.class);
        String file = ISOLATED.formatted(flaw.file());
        return switch (flaw.kind()) {
            case TEXT_MISSING -> messages.needText();
            case TEXT_TOO_LONG -> messages.textTooLong(longest(page));
            case TEXT_NOT_PLAIN -> messages.badCharacters();
            case TEXT_UNFILLED -> messages.textUnfilled(file);
            case TOO_MANY_FILES -> messages.tooManyFiles(Draft.MOST_FILES);
            case FILES_TOO_LARGE -> messages.filesTooLarge(page.size(Draft.MOST_BYTES));
            case TOO_MANY_MESSAGES -> messages.tooManyMessages(Draft.MOST_MESSAGES_OF_CASE);
            case FILES_OF_CASE_TOO_LARGE -> messages.filesOfCaseTooLarge(page.size(Draft.MOST_BYTES_OF_CASE));
            case FILE_EMPTY -> messages.fileEmpty(file);
            case FILE_TYPE -> messages.fileType(file);
            case FILE_DISGUISED -> messages.fileDisguised(file);
        };
    }

    private static String longest(Page page) {
        return page.counted(
                Draft.LONGEST_TEXT, page.messages(CountMessages.class).characters());
    }
}
