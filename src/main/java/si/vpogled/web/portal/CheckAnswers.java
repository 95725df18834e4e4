package si.vpogled.web.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import si.vpogled.inventory.Inventory;
import si.vpogled.subject.Identifier;
import si.vpogled.text.Language;
import si.vpogled.web.input.MailAddress;
import si.vpogled.web.input.PlainText;
import si.vpogled.web.page.CountMessages;
import si.vpogled.web.page.Errors;
import si.vpogled.web.page.FieldError;
import si.vpogled.web.page.Page;

/** Finds what is wrong with the answers, in the order of the form. */
final class CheckAnswers {
    private static final int NAME = 200;
    private static final int EMAIL = 254;
    private static final int NUMBER = 64;
    private static final int DOMAIN = 253;
    private static final int VAT_ID = 20;
    private static final int MESSAGE = 5000;
    private static final Pattern DOMAIN_NAME = Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9-]+)+");
    private static final Pattern VAT_NUMBER = Pattern.compile("[A-Z]{2}[0-9A-Z+*]{2,13}");

    private final RequestForm form;
    private final Page page;
    private final FormMessages messages;
    private final CountMessages nouns;
    private final List<FieldError> errors = new ArrayList<>();

    CheckAnswers(RequestForm form, Page page) {
        this.form = form;
        this.page = page;
        this.messages = page.messages(FormMessages.class);
        this.nouns = page.messages(CountMessages.class);
    }

    /** What is wrong with the answer to one question. */
    Errors errors(Step step, Inventory inventory, Set<String> rights) {
        switch (step) {
            case RIGHT -> right(rights);
            case SERVICES -> services(inventory);
            case YOU -> you();
            case MORE -> message();
            case LANGUAGE -> language();
        }
        return new Errors(errors);
    }

    private void right(Set<String> rights) {
        if (!rights.contains(form.right())) {
            add("right", messages.badRight());
        }
    }

    private void services(Inventory inventory) {
        Set<String> known =
                inventory.services().stream().map(Inventory.ServiceColumn::id).collect(Collectors.toSet());
        if (form.services().isEmpty() || !known.containsAll(form.services())) {
            add("services", messages.needServices());
        }
    }

    private void you() {
        RequestForm.Who you = form.you();
        text("name", messages.name(), you.name(), NAME, messages.needName());
        email(you.email());
        text("customerNumber", messages.customerNumber(), you.customerNumber(), NUMBER, "");
        if (text("domain", messages.domain(), you.domain(), DOMAIN, "") && !isDomain(you.domain())) {
            add("domain", messages.badDomain());
        }
        if (text("vatId", messages.vatId(), you.vatId(), VAT_ID, "") && !isVatId(you.vatId())) {
            add("vatId", messages.badVatId());
        }
    }

    private void language() {
        if (Stream.of(Language.values()).noneMatch(spoken -> spoken.tag().equals(form.language()))) {
            add("language", messages.badLanguage());
        }
    }

    private void email(String email) {
        if (text("email", messages.email(), email, EMAIL, messages.needEmail()) && !MailAddress.Check.sound(email)) {
            add("email", messages.badEmail());
        }
    }

    private void message() {
        if (form.message().length() > MESSAGE) {
            add("message", tooLong(messages.messageLabel(), MESSAGE));
        } else if (!PlainText.Check.plain(form.message(), true)) {
            add("message", messages.badCharacters(messages.messageLabel()));
        }
    }

    private static boolean isDomain(String value) {
        try {
            return DOMAIN_NAME.matcher(new Identifier.DomainName(value).value()).matches();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static boolean isVatId(String value) {
        return VAT_NUMBER.matcher(new Identifier.VatId(value).value()).matches();
    }

    /**
     * @param label of the field
     * @param missing what to say where nothing was answered; empty where that is fine
     * @return whether there is an answer that can be looked at further
     */
    private boolean text(String field, String label, String value, int longest, String missing) {
        if (value.isEmpty()) {
            if (!missing.isEmpty()) {
                add(field, missing);
            }
            return false;
        }
        if (value.length() > longest) {
            add(field, tooLong(label, longest));
            return false;
        }
        if (!PlainText.Check.plain(value, false)) {
            add(field, messages.badCharacters(label));
            return false;
        }
        return true;
    }

    private String tooLong(String label, int longest) {
        return messages.tooLong(label, page.counted(longest, nouns.characters()));
    }

    private void add(String field, String message) {
        errors.add(new FieldError(field, message));
    }
}
