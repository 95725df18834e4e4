package si.vpogled.web.page;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.net.URI;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import si.vpogled.bundle.report.Formats;
import si.vpogled.inventory.Inventory.Provider;
import si.vpogled.text.Language;
import si.vpogled.text.Plural;
import si.vpogled.text.Text;
import si.vpogled.text.Texts;
import si.vpogled.web.problem.ReaderLanguage;

/**
 * What every page knows: who reads it, in which language, and how things are written in it.
 *
 * @param address of this page, without the query
 * @param query as asked, without the language; empty, or ending with {@code &}
 * @param brand the provider, as the reader sees it
 * @param staff the name of the member of staff who reads a page of the console
 * @param signedIn whether the subject is signed in to a case
 */
public record Page(
        Language language,
        String address,
        String query,
        Brand brand,
        Assets assets,
        Optional<String> staff,
        boolean signedIn) {
    private static final Texts TEXTS = Texts.of("words");
    private static final ZoneId ZONE = ZoneId.of("Europe/Ljubljana");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    /** As shown in answer to a form that was sent elsewhere: the place that the reader is at. */
    public Page at(URI place) {
        return new Page(language, place.getPath(), "", brand, assets, staff, signedIn);
    }

    public Provider provider() {
        return brand.provider();
    }

    public Optional<Brand.Contact> contact() {
        return brand.contact(language);
    }

    public String lang() {
        return language.tag();
    }

    /** The language that the switch leads to. */
    public String other() {
        return switch (language) {
            case SL -> Language.EN.tag();
            case EN -> Language.SL.tag();
        };
    }

    /** This page in the other language. */
    public String switchHref() {
        return address + "?" + query + ReaderLanguage.PARAMETER + "=" + other();
    }

    public boolean console() {
        return address.equals("/console") || address.startsWith("/console/");
    }

    /** Whether a place of the menu is where the reader is. */
    public boolean at(String place) {
        return address.equals(place);
    }

    public String asset(String name) {
        return assets.href(name);
    }

    /** The page's own words, for what is put together outside templates. */
    public <M> M messages(Class<M> bundle) {
        return MessageBundles.get(bundle, Localized.Literal.of(lang()));
    }

    public String text(Text text) {
        return text.in(language);
    }

    public String day(LocalDate day) {
        return Text.of(day).in(language);
    }

    public String day(Instant at) {
        return day(LocalDate.ofInstant(at, ZONE));
    }

    /** Day and time of day, to the minute. */
    public String time(Instant at) {
        return TEXTS.text("time", day(at), CLOCK.format(at.atZone(ZONE))).in(language);
    }

    public String number(long number) {
        return NumberFormat.getIntegerInstance(language.locale()).format(number);
    }

    public String size(long bytes) {
        return new Formats(language).size(bytes);
    }

    public String counted(int count, String forms) {
        return counted((long) count, forms);
    }

    /**
     * A number with its noun.
     *
     * @param forms of the noun, as {@link Plural} takes them
     */
    public String counted(long count, String forms) {
        return number(count) + " " + Plural.form(language, count, forms);
    }
}
