package si.vpogled.law;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.Optional;
import si.vpogled.text.Text;

/** How long a record is kept, counted from a day of the record itself. */
public enum RetentionRule {
    /** Invoices and what they were issued from: ten years after the end of the year they relate to. */
    ZDDV_1_86(
            "zddv-1-86",
            10,
            new Text(
                    "86. člen ZDDV-1: 10 let po poteku leta, na katero se račun nanaša",
                    "ZDDV-1 Art. 86: ten years after the end of the year that the invoice relates to")),
    /** As long as the contract stands; no calendar says when that ends. */
    CONTRACT(
            "contract",
            0,
            new Text(
                    "6. člen (1)(b) Splošne uredbe: dokler traja pogodba o storitvi",
                    "GDPR Art. 6(1)(b): as long as the contract for the service stands")),
    /** Backups: overwritten in turn. */
    ROTATION(
            "rotation",
            0,
            new Text(
                    "5. člen (1)(e) Splošne uredbe: dokler varnostne kopije ne prepiše novejša",
                    "GDPR Art. 5(1)(e): until a newer backup overwrites it")),
    /** Logs of processing: two years after the end of the calendar year. */
    LOG(
            "log",
            2,
            new Text(
                    "22. člen ZVOP-2: 2 leti po koncu koledarskega leta, v katerem je zapis nastal",
                    "ZVOP-2 Art. 22: two years after the end of the calendar year in which it was recorded")),
    /** Until the consent is withdrawn. */
    CONSENT(
            "consent",
            0,
            new Text(
                    "7. člen (3) Splošne uredbe: do preklica privolitve",
                    "GDPR Art. 7(3): until consent is withdrawn"));

    private static final MonthDay YEARS_END = MonthDay.of(12, 31);

    private final String key;
    private final int fullYears;
    private final Text text;

    RetentionRule(String key, int fullYears, Text text) {
        this.key = key;
        this.fullYears = fullYears;
        this.text = text;
    }

    /** The name in YAML and JSON: {@code zddv-1-86}. */
    @JsonValue
    public String key() {
        return key;
    }

    /** The period and its article, in words. */
    public Text text() {
        return text;
    }

    /** Whether a date ends the retention; else an event does. */
    public boolean isDated() {
        return fullYears > 0;
    }

    /**
     * The last day on which a record is kept; it may be erased from the day after. Empty where an event ends the
     * retention and no date: the contract's end, the next rotation, a withdrawal.
     *
     * @param from the record's own day, for an invoice a day of the year it relates to
     */
    public Optional<LocalDate> lastDay(LocalDate from) {
        return isDated() ? Optional.of(YEARS_END.atYear(from.getYear() + fullYears)) : Optional.empty();
    }

    /** Until when a record is kept, and why, in one line. */
    public Text explanation(LocalDate from) {
        return lastDay(from)
                .map(Text::of)
                .map(day -> new Text(
                        "Hranimo do vključno " + day.sl() + " (" + text.sl() + ").",
                        "Kept up to and including " + day.en() + " (" + text.en() + ")."))
                .orElseGet(() ->
                        new Text("Hranimo po pravilu: " + text.sl() + ".", "Kept by the rule: " + text.en() + "."));
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static RetentionRule of(String key) {
        return find(key).orElseThrow(() -> new IllegalArgumentException("Unknown retention rule"));
    }

    public static Optional<RetentionRule> find(String key) {
        return Arrays.stream(values()).filter(rule -> rule.key.equals(key)).findFirst();
    }
}
