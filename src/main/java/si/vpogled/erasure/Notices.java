package si.vpogled.erasure;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import si.vpogled.inventory.Inventory;
import si.vpogled.inventory.Item;
import si.vpogled.schedule.Schedule;
import si.vpogled.subject.Identifier;
import si.vpogled.text.Language;
import si.vpogled.text.Text;
import si.vpogled.text.Texts;

/** Who is told of an erasure (GDPR Art. 19), and what they answer. Within a transaction, case locked. */
@ApplicationScoped
public class Notices {
    private static final Texts TEXTS = Texts.of("notice");

    private final Rows rows;
    private final Plans plans;
    private final ErasureGroups groups;
    private final Inventory inventory;
    private final Schedule schedule;
    private final InstantSource clock;

    Notices(Rows rows, Plans plans, ErasureGroups groups, Inventory inventory, Schedule schedule, InstantSource clock) {
        this.rows = rows;
        this.plans = plans;
        this.groups = groups;
        this.inventory = inventory;
        this.schedule = schedule;
        this.clock = clock;
    }

    /**
     * One recipient.
     *
     * @param text what they are to be told; empty once they are
     * @param byMail whether that goes by itself
     * @param told when they were
     * @param toldBy who told them; empty where a mail did
     */
    public record Notice(
            UUID id,
            String recipient,
            Instant ordered,
            Optional<String> text,
            boolean byMail,
            Optional<Instant> told,
            Optional<String> toldBy,
            Optional<Answer> answer) {}

    /** What a recipient answered, as staff wrote it down. */
    public record Answer(String text, Instant at, String by) {}

    public List<Notice> of(UUID request) {
        return rows.list("request = ?1 order by recipient, orderedAt", request).stream()
                .map(Notices::view)
                .toList();
    }

    /** Has every recipient told of what was proved to be gone since they were last told. */
    public void order(UUID request) {
        List<Plan> versions = plans.of(request).reversed().stream()
                .flatMap(version -> version.plan().stream())
                .toList();
        Optional<Instant> since =
                rows.list("request", request).stream().map(row -> row.orderedAt).max(Comparator.naturalOrder());
        new Recipients(inventory)
                .toTell(versions, groups.of(request), since)
                .forEach((recipient, whose) -> order(versions.getFirst(), recipient, whose));
    }

    private void order(Plan plan, Item.Recipient recipient, Set<Identifier> whose) {
        NoticeEntity row = new NoticeEntity();
        row.id = UUID.randomUUID();
        row.request = plan.request();
        row.recipient = recipient.name();
        row.email = recipient.email().orElse(null);
        row.text = text(plan, whose);
        row.orderedAt = clock.instant();
        rows.persist(row);
        if (row.email != null) {
            schedule.at(row.orderedAt, SendNotice.TASK, row.id.toString());
        }
    }

    /** In both languages, since they are in many countries; of whom it is stands once. */
    private String text(Plan plan, Set<Identifier> whose) {
        Text said = TEXTS.text("body", inventory.provider().name(), plan.reference());
        String list = whose.stream()
                .map(identifier -> identifier.kind() + ": " + identifier.value())
                .collect(Collectors.joining("\n"));
        return said.in(Language.SL) + "\n\n" + said.in(Language.EN) + "\n\n" + list + "\n";
    }

    static Text subject(String reference) {
        return TEXTS.text("subject", reference);
    }

    private static Notice view(NoticeEntity row) {
        return new Notice(
                row.id,
                row.recipient,
                row.orderedAt,
                Optional.ofNullable(row.text),
                row.email != null,
                Optional.ofNullable(row.toldAt),
                Optional.ofNullable(row.toldBy).filter(by -> !by.isEmpty()),
                Optional.ofNullable(row.answer).map(text -> new Answer(text, row.answeredAt, row.answeredBy)));
    }

    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<NoticeEntity, UUID> {}
}
