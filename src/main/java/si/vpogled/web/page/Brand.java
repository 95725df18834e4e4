package si.vpogled.web.page;

import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import si.vpogled.inventory.Inventory;
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
        config.contact().filter(contact -> contact.length() > LONGEST_CONTACT).ifPresent(contact -> {
            throw wrong("contact", contact, "longer than " + LONGEST_CONTACT + " characters");
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

    public Optional<String> contact() {
        return config.contact();
    }

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
