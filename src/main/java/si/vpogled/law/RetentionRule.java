package si.vpogled.law;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.Optional;
import si.vpogled.text.Text;
import si.vpogled.text.Texts;

/** How long a record is kept, counted from a day of the record itself. */
public enum RetentionRule {
    /** Invoices and what they were issued from: ten years after the end of the year they relate to. */
    ZDDV_1_86("zddv-1-86", 10),
    /** As long as the contract stands; no calendar says when that ends. */
    CONTRACT("contract", 0),
    /** Backups: overwritten in turn. */
    ROTATION("rotation", 0),
    /** Logs of processing: two years after the end of the calendar year. */
    LOG("log", 2),
    /** Until the consent is withdrawn. */
    CONSENT("consent", 0);

    private static final Texts TEXTS = Texts.of("law");
    private static final MonthDay YEARS_END = MonthDay.of(12, 31);

    private final String key;
    private final int fullYears;

    RetentionRule(String key, int fullYears) {
        this.key = key;
        this.fullYears = fullYears;
    }

    /** The name in YAML and JSON: {@code zddv-1-86}. */
    @JsonValue
    public String key() {
        return key;
    }

    /** The period and its article, in words. */
    public Text text() {
        return TEXTS.text("rule." + key);
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
                .map(day -> TEXTS.text("kept.until", day, text()))
                .orElseGet(() -> TEXTS.text("kept.by-rule", text()));
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static RetentionRule of(String key) {
        return find(key).orElseThrow(() -> new IllegalArgumentException("Unknown retention rule"));
    }

    public static Optional<RetentionRule> find(String key) {
        return Arrays.stream(values()).filter(rule -> rule.key.equals(key)).findFirst();
    }
}
