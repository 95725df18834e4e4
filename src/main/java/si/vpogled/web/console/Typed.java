package si.vpogled.web.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import si.vpogled.subject.Identifier;
import si.vpogled.subject.IdentifierKind;
import si.vpogled.web.correspondence.MessageForm;
import si.vpogled.web.input.PlainText;
import si.vpogled.web.page.CountMessages;
import si.vpogled.web.page.Errors;
import si.vpogled.web.page.FieldError;
import si.vpogled.web.page.Page;

/** What was typed into one of the desk's forms; asking for a field notes what is wrong with it. */
final class Typed {
    static final String KEY = "key";

    private static final int LONGEST = 2000;

    private final Map<String, String> entered;
    private final Page page;
    private final DecisionMessages messages;
    private final List<FieldError> errors = new ArrayList<>();

    Typed(Map<String, String> entered, Page page) {
        this.entered = Map.copyOf(entered);
        this.page = page;
        this.messages = page.messages(DecisionMessages.class);
    }

    /** How many to pass over, as an address tells it; what is no such number is none. */
    static long count(String told) {
        return told != null && told.matches("[0-9]{1,9}") ? Long.parseLong(told) : 0;
    }

    Map<String, String> entered() {
        return entered;
    }

    /** Of the form, so that sending it twice stores one. */
    UUID key() {
        return key(entered);
    }

    /** Of a form that came back; a new one for a form that begins. */
    static UUID key(Map<String, String> entered) {
        return MessageForm.id(entered.get(KEY)).orElseGet(UUID::randomUUID);
    }

    /** The same as another form. */
    Map<String, String> anew() {
        return entered.entrySet().stream()
                .filter(one -> !one.getKey().equals(KEY))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    Errors errors() {
        return new Errors(errors);
    }

    DecisionMessages messages() {
        return messages;
    }

    /**
     * A text of some lines.
     *
     * @param missing what to say where there is none
     */
    String text(String field, String missing) {
        String text = entered.getOrDefault(field, "");
        if (text.isEmpty()) {
            wrong(field, missing);
        } else if (text.length() > LONGEST) {
            wrong(
                    field,
                    messages.tooLong(page.counted(
                            LONGEST, page.messages(CountMessages.class).characters())));
        }
        if (!PlainText.Check.plain(text, true)) {
            wrong(field, messages.badCharacters());
        }
        return text;
    }

    /** A text of some lines that may be left out. */
    Optional<String> optional(String field) {
        return entered.getOrDefault(field, "").isEmpty() ? Optional.empty() : Optional.of(text(field, ""));
    }

    /** Something chosen, whatever it is. */
    String required(String field, String missing) {
        String chosen = entered.getOrDefault(field, "");
        if (chosen.isEmpty()) {
            wrong(field, missing);
        }
        return chosen;
    }

    /** One of some choices. */
    <T> Optional<T> choice(String field, List<T> choices, Function<T, String> key, String missing) {
        Optional<T> chosen = choices.stream()
                .filter(choice -> key.apply(choice).equals(entered.get(field)))
                .findFirst();
        if (chosen.isEmpty()) {
            wrong(field, missing);
        }
        return chosen;
    }

    /** An identifier, where one was typed. */
    Optional<Identifier> identifier(String field, IdentifierKind kind) {
        String value = entered.getOrDefault(field, "");
        if (value.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Identifier.of(kind, value));
        } catch (IllegalArgumentException _) {
            wrong(field, messages.badIdentifier());
            return Optional.empty();
        }
    }

    /** Something that was typed is not what the field is for. */
    void refuse(String field, String message) {
        wrong(field, message);
    }

    private void wrong(String field, String message) {
        errors.add(new FieldError(field, message));
    }
}
