package si.vpogled.law;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import si.vpogled.text.Text;

/**
 * A day that is no working day, and why.
 *
 * @param name completes "that day is …" and "takrat je …"
 */
public record DayOff(LocalDate day, Text name) {
    static final Text WORK_FREE = new Text("dela prost dan", "a work-free day");

    private static final Text SATURDAY = new Text("sobota", "a Saturday");
    private static final Text SUNDAY = new Text("nedelja", "a Sunday");

    /** Names of the work-free days, by the last part of the key under which the calendar has them. */
    private static final Map<String, Text> NAMES = Map.ofEntries(
            Map.entry("NEW_YEAR", new Text("novo leto", "the New Year holiday")),
            Map.entry("PRESEREN", new Text("Prešernov dan", "Prešeren Day")),
            Map.entry("EASTER", new Text("velika noč", "Easter Sunday")),
            Map.entry("EASTER_MONDAY", new Text("velikonočni ponedeljek", "Easter Monday")),
            Map.entry("LIBERATION", new Text("dan upora proti okupatorju", "Resistance Day")),
            Map.entry("LABOUR_DAY", new Text("praznik dela", "the Labour Day holiday")),
            Map.entry("PENTECOST", new Text("binkoštna nedelja", "Pentecost Sunday")),
            Map.entry("STATEHOOD", new Text("dan državnosti", "Statehood Day")),
            Map.entry("SOLIDARITY_DAY", new Text("dan solidarnosti", "Solidarity Day")),
            Map.entry("ASSUMPTION_DAY", new Text("Marijino vnebovzetje", "Assumption Day")),
            Map.entry("REFORMATION_DAY", new Text("dan reformacije", "Reformation Day")),
            Map.entry("ALL_SAINTS", new Text("dan spomina na mrtve", "Remembrance Day")),
            Map.entry("CHRISTMAS", new Text("božič", "Christmas Day")),
            Map.entry("INDEPENDENCE_DAY", new Text("dan samostojnosti in enotnosti", "Independence and Unity Day")));

    static DayOff holiday(LocalDate day, String calendarKey) {
        String key = calendarKey.substring(calendarKey.lastIndexOf('.') + 1);
        return new DayOff(day, NAMES.getOrDefault(key, WORK_FREE));
    }

    static Optional<DayOff> weekend(LocalDate day) {
        if (day.getDayOfWeek() == DayOfWeek.SATURDAY) {
            return Optional.of(new DayOff(day, SATURDAY));
        }
        return day.getDayOfWeek() == DayOfWeek.SUNDAY ? Optional.of(new DayOff(day, SUNDAY)) : Optional.empty();
    }
}
