package si.vpogled.erasure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import si.vpogled.connector.PlannedGroup.Way;
import si.vpogled.inventory.ItemId;
import si.vpogled.text.Text;

/**
 * What was erased, and proved to be gone, when; what is kept until when and why; who was told. It names nobody but the
 * controller, so that it can outlive all that it tells of.
 *
 * @param version of this format, 1
 * @param number counts a case's certificates: each later one tells all that the earlier ones told
 * @param controller by name
 * @param plan SHA-256 of the approved plan
 * @param erased groups of records, in the order of connectors
 * @param recipients by name, who are told of it (GDPR Art. 19)
 * @param backupsUntil the last day on which a backup still holds what was erased
 */
public record Certificate(
        int version,
        String reference,
        int number,
        Instant made,
        String controller,
        String plan,
        List<Gone> erased,
        List<Kept> kept,
        List<String> recipients,
        Optional<LocalDate> backupsUntil) {
    public static final int VERSION = 1;

    public Certificate {
        erased = List.copyOf(erased);
        kept = List.copyOf(kept);
        recipients = List.copyOf(recipients);
    }

    /**
     * @param period a year, {@code undated} or {@code all}
     * @param way all of each record, or what tells the person
     * @param records when the plan was made
     * @param proved when it was looked for again, and nothing was left
     */
    public record Gone(
            String connector,
            String service,
            String collection,
            String period,
            Way way,
            List<ItemId> items,
            long records,
            Instant proved) {
        public Gone {
            items = List.copyOf(items);
        }
    }

    /**
     * @param until the last day; empty where nobody can tell it
     * @param reason why people decided so; empty where the rules alone did
     */
    public record Kept(
            String connector,
            String service,
            String collection,
            String period,
            ItemId item,
            long records,
            Optional<LocalDate> until,
            Text article,
            Text text,
            Optional<String> reason) {}
}
