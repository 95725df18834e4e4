package si.vpogled.law;

import java.time.LocalDate;
import java.util.Optional;
import si.vpogled.text.Text;

/** Says in words how a time limit was counted. */
record TimeLimitExplanation(TimeLimit limit) {
    Text text() {
        Text received = Text.of(limit.received());
        Text nominal = Text.of(limit.nominal());
        Text clipped = clipped();
        Text period = limit.isExtended()
                ? new Text("Na tri mesece podaljšani rok", "The period, extended to three months,")
                : new Text("Enomesečni rok", "The period of one month");
        Text end = end(nominal, clipped);
        return new Text(
                "Zahtevo smo prejeli " + received.sl() + ". " + period.sl() + " " + end.sl(),
                "We received the request on " + received.en() + ". " + period.en() + " " + end.en());
    }

    private Text end(Text nominal, Text clipped) {
        Optional<DayOff> moved = limit.moved();
        if (moved.isEmpty()) {
            return new Text(
                    "poteče " + nominal.sl() + clipped.sl() + ".", "ends on " + nominal.en() + clipped.en() + ".");
        }
        Text name = moved.get().name();
        Text due = Text.of(limit.due());
        return new Text(
                "bi potekel " + nominal.sl() + clipped.sl() + ", ker pa je takrat " + name.sl()
                        + ", poteče naslednji delovni dan, " + due.sl() + ".",
                "would end on " + nominal.en() + clipped.en() + ", but as that day is " + name.en()
                        + ", it ends on the next working day, " + due.en() + ".");
    }

    /** Where the last month is too short for the day of receipt. */
    private Text clipped() {
        int day = limit.received().getDayOfMonth();
        LocalDate nominal = limit.nominal();
        if (day == nominal.getDayOfMonth()) {
            return new Text("", "");
        }
        return new Text(
                " (ta mesec nima " + day + ". dne)", " (that month has no " + day + (day == 31 ? "st" : "th") + ")");
    }
}
