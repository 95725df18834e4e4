package si.vpogled.erasure;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import si.vpogled.connector.RecordGroup;
import si.vpogled.inventory.ItemId;

/**
 * What is to become of all that there is of a person, and why. It has one form as JSON (RFC 8785), and the SHA-256 of
 * that is what somebody approves; see {@link PlanDocument}.
 *
 * @param version of this format, 1
 * @param request the case
 * @param reference the case, for people
 * @param made the day on which its verdicts were given
 * @param inventory version of the inventory that they rest on
 * @param lines one for each group of records, in the order of connectors and groups
 * @param noneHeld items in scope of which nothing was found
 * @param referred items in scope that only customers store, where whoever asks is none (GDPR Art. 28(3)(e))
 * @param openAccounts how many accounts were left out, since the contact that leads to them proves nothing yet
 * @param recipients by name, who is told of it (GDPR Art. 19)
 * @param backupsUntil the last day on which a backup still holds what is erased
 */
public record Plan(
        int version,
        UUID request,
        String reference,
        LocalDate made,
        String inventory,
        List<PlanLine> lines,
        List<ItemId> noneHeld,
        List<ItemId> referred,
        int openAccounts,
        List<String> recipients,
        Optional<LocalDate> backupsUntil) {
    public static final int VERSION = 1;

    public Plan {
        lines = List.copyOf(lines);
        noneHeld = List.copyOf(noneHeld);
        referred = List.copyOf(referred);
        recipients = List.copyOf(recipients);
    }

    /** @param key of a line */
    public Optional<PlanLine> line(String key) {
        return lines.stream().filter(line -> line.key().equals(key)).findFirst();
    }

    public Optional<PlanLine> line(String connector, RecordGroup group) {
        return lines.stream()
                .filter(line ->
                        line.connector().equals(connector) && line.group().equals(group))
                .findFirst();
    }

    /** Whether its verdicts are the same; the day by which backups are overwritten comes later every day. */
    boolean agreesWith(Plan other) {
        return timeless(lines).equals(timeless(other.lines));
    }

    private static List<PlanLine> timeless(List<PlanLine> lines) {
        return lines.stream().map(PlanLine::timeless).toList();
    }

    /** Who made verdicts other than the rules do. */
    public List<String> changedBy() {
        return lines.stream()
                .flatMap(line -> line.items().stream())
                .flatMap(item -> item.change().stream())
                .map(ItemVerdict.Change::by)
                .distinct()
                .toList();
    }
}
