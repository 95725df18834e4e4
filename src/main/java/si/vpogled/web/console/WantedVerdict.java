package si.vpogled.web.console;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import si.vpogled.inventory.Item;
import si.vpogled.law.ErasureVerdict;
import si.vpogled.law.ErasureVerdict.Keeping;

/**
 * What somebody wants to become of an item, as typed.
 *
 * @param verdict empty where something is wrong with the form
 */
record WantedVerdict(Optional<ErasureVerdict> verdict, String reason) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern(
                    "[uuuu-MM-dd][d. M. uuuu][d.M.uuuu]", Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);
    private static final String KEEP = "restrict";
    private static final List<String> CHOICES = List.of("erase", "anonymise", KEEP);

    static WantedVerdict of(Typed form, Item item, PlanMessages messages) {
        Optional<String> chosen = form.choice("verdict", CHOICES, Function.identity(), messages.needVerdict());
        String reason = form.text("verdict-reason", form.messages().needReason());
        return new WantedVerdict(chosen.flatMap(choice -> verdict(choice, form, item, messages)), reason);
    }

    private static Optional<ErasureVerdict> verdict(String choice, Typed form, Item item, PlanMessages messages) {
        return switch (choice) {
            case "erase" -> Optional.of(new ErasureVerdict.Erase());
            case "anonymise" -> Optional.of(new ErasureVerdict.Anonymise());
            default ->
                day(form, messages)
                        .map(day -> new ErasureVerdict.Restrict(
                                Keeping.FOR_CLAIMS, item.erasureRule().retention(), Optional.of(day)));
        };
    }

    private static Optional<LocalDate> day(Typed form, PlanMessages messages) {
        String typed = form.required("until", messages.needDay());
        Optional<LocalDate> day = parsed(typed);
        if (day.isEmpty() && !typed.isEmpty()) {
            form.refuse("until", messages.needDay());
        }
        return day;
    }

    static Optional<LocalDate> parsed(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed.strip(), DAY));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
