package si.vpogled.web.page;

import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import si.vpogled.inventory.Inventory;
import si.vpogled.text.Language;
import si.vpogled.web.input.MailAddress;

/** Who the provider is to those who look at pages. A setting that cannot be used stops the start. */
@Singleton
public class Brand {
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()/-]{3,30}");
    private static final int LONGEST_CONTACT = 200;

    private final Inventory.Provider provider;
    private final BrandConfig config;
    private final Palette palette;
    private final Optional<Logo> logo;

    Brand(Inventory inventory, BrandConfig config) {
        this.provider = inventory.provider();
        this.config = config;
        this.palette = Palette.of(config.accent(), config.accentDark());
        this.logo = config.logo().map(file -> Logo.read(file, config.logoText().orElse(provider.name())));
        check();
    }

    private void check() {
        if (!MailAddress.Check.sound(provider.email())) {
            throw wrong("email", provider.email(), "no e-mail address that can be written to");
        }
        config.phone().filter(phone -> !PHONE.matcher(phone).matches()).ifPresent(phone -> {
            throw wrong("phone", phone, "no telephone number: write it like +386 2 123 45 67");
        });
        config.website().filter(website -> !isWebsite(website)).ifPresent(website -> {
            throw wrong(
                    "website", website.toString(), "no address of a web site: write it like https://www.example.com");
        });
        checkLength("contact", config.contact());
        checkLength("contact-en", config.contactEn());
        if (config.contactEn().isPresent() && config.contact().isEmpty()) {
            throw wrong("contact-en", config.contactEn().get(), "for English pages only: set the Slovenian one too");
        }
    }

    private static void checkLength(String setting, Optional<String> contact) {
        contact.filter(text -> text.length() > LONGEST_CONTACT).ifPresent(text -> {
            throw wrong(setting, text, "longer than " + LONGEST_CONTACT + " characters");
        });
    }

    private static boolean isWebsite(URI address) {
        return ("https".equals(address.getScheme()) || "http".equals(address.getScheme())) && address.getHost() != null;
    }

    private static IllegalStateException wrong(String setting, String value, String why) {
        return new IllegalStateException("vpogled.provider." + setting + " is '" + value + "', which is " + why);
    }

    public Inventory.Provider provider() {
        return provider;
    }

    /** Who helps with questions, in the reader's language where the provider says it in that. */
    public Optional<Contact> contact(Language reader) {
        if (reader == Language.EN && config.contactEn().isPresent()) {
            return config.contactEn().map(text -> new Contact(text, Language.EN));
        }
        return config.contact().map(text -> new Contact(text, Language.SL));
    }

    /**
     * @param language in which it is said, which need not be the reader's
     */
    public record Contact(String text, Language language) {}

    public Optional<String> phone() {
        return config.phone();
    }

    /** The number as a link takes it (RFC 3966). */
    public Optional<String> phoneLink() {
        return phone().map(number -> "tel:" + number.replaceAll("[^+0-9]", ""));
    }

    public Optional<URI> website() {
        return config.website();
    }

    public Optional<Logo> logo() {
        return logo;
    }

    Palette palette() {
        return palette;
    }
}
