package si.vpogled.erasure;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import si.vpogled.inventory.Inventory;
import si.vpogled.inventory.Item;
import si.vpogled.schedule.Schedule;
import si.vpogled.text.Language;
import si.vpogled.text.Text;
import si.vpogled.text.Texts;

/** Who is told of an erasure (GDPR Art. 19), and what they answer. Within a transaction, case locked. */
@ApplicationScoped
public class Notices {
    private static final Texts TEXTS = Texts.of("notice");

    private final Rows rows;
    private final Plans plans;
    private final Inventory inventory;
    private final Schedule schedule;
    private final InstantSource clock;

    Notices(Rows rows, Plans plans, Inventory inventory, Schedule schedule, InstantSource clock) {
        this.rows = rows;
        this.plans = plans;
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
        return rows.list("request = ?1 order by recipient", request).stream()
                .map(Notices::view)
                .toList();
    }

    /** Has every recipient told that the approved plan names and that was not told yet. */
    public void order(UUID request) {
        Plan plan = plans.current(request)
                .orElseThrow(() -> new IllegalStateException("The plan of an erasure under way can be read"));
        List<String> there =
                rows.list("request", request).stream().map(row -> row.recipient).toList();
        recipients(plan)
                .filter(recipient -> !there.contains(recipient.name()))
                .forEach(recipient -> order(plan, recipient));
    }

    private Stream<Item.Recipient> recipients(Plan plan) {
        Recipients of = new Recipients(inventory);
        return plan.lines().stream()
                .flatMap(of::of)
                .collect(Collectors.toMap(Item.Recipient::name, one -> one, (one, _) -> one))
                .values()
                .stream();
    }

    private void order(Plan plan, Item.Recipient recipient) {
        NoticeEntity row = new NoticeEntity();
        row.id = UUID.randomUUID();
        row.request = plan.request();
        row.recipient = recipient.name();
        row.email = recipient.email().orElse(null);
        row.text = text(plan, recipient);
        row.orderedAt = clock.instant();
        rows.persist(row);
        if (row.email != null) {
            schedule.at(row.orderedAt, SendNotice.TASK, row.id.toString());
        }
    }

    /** In both languages, since they are in many countries; of whom it is stands once. */
    private String text(Plan plan, Item.Recipient recipient) {
        Recipients of = new Recipients(inventory);
        Text said = TEXTS.text("body", inventory.provider().name(), plan.reference());
        String whose = plan.lines().stream()
                .filter(line -> of.of(line).anyMatch(recipient::equals))
                .map(line -> line.group().identifier())
                .distinct()
                .map(identifier -> identifier.kind() + ": " + identifier.value())
                .collect(Collectors.joining("\n"));
        return said.in(Language.SL) + "\n\n" + said.in(Language.EN) + "\n\n" + whose + "\n";
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
