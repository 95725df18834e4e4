package si.vpogled.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static si.vpogled.erasure.Planned.CONNECTORS;
import static si.vpogled.erasure.Planned.INVENTORY;
import static si.vpogled.erasure.Planned.TODAY;
import static si.vpogled.erasure.Planned.finding;
import static si.vpogled.erasure.Planned.found;
import static si.vpogled.erasure.Planned.group;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import si.vpogled.inventory.ItemId;
import si.vpogled.law.ErasureVerdict;

/** A certificate says what is gone and what stays, and nothing of whom. */
class WriteCertificateTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final Plan PLAN = new WritePlan(INVENTORY, CONNECTORS, TODAY)
            .write(
                    Planned.request("domains"),
                    Map.of(
                            "billing",
                            found(
                                    "billing",
                                    finding(group("invoices", "domains", "2015"), 3, "legal-framework", "name"),
                                    finding(group("invoices", "domains", "2024"), 2, "legal-framework", "name"))),
                    true,
                    Optional.empty());

    @Test
    void what_is_proved_is_told_with_its_time_and_the_rest_with_its_ground_and_last_day() {
        Certificate certificate = certificate();

        assertThat(certificate.erased()).singleElement().satisfies(gone -> {
            assertThat(gone.period()).isEqualTo("2015");
            assertThat(gone.records()).isEqualTo(3);
            assertThat(gone.proved()).isEqualTo(NOW);
        });
        assertThat(certificate.kept()).singleElement().satisfies(kept -> {
            assertThat(kept.period()).isEqualTo("2024");
            assertThat(kept.until()).contains(LocalDate.of(2034, 12, 31));
            assertThat(kept.article().sl()).contains("86. člen ZDDV-1");
        });
        assertThat(certificate.recipients()).isNotEmpty();
    }

    /** Backups were made of it until the day on which it went. */
    @Test
    void its_last_backup_is_overwritten_so_many_days_after_it_went_not_after_it_was_planned() {
        Plan rotating = new Plan(
                PLAN.version(),
                PLAN.request(),
                PLAN.reference(),
                PLAN.made(),
                PLAN.inventory(),
                PLAN.lines(),
                List.of(),
                List.of(),
                0,
                List.of(),
                Optional.of(TODAY.plusDays(30)));

        assertThat(new WriteCertificate("Gostovanje Lipa", rotating, "0".repeat(64))
                        .write(1, NOW.plus(Duration.ofDays(20)), groups(NOW.plus(Duration.ofDays(12))))
                        .backupsUntil())
                .contains(TODAY.plusDays(42));
    }

    /** What cannot be parted from what a statute keeps stays for that reason, and is not said to be erased. */
    @Test
    void what_might_go_and_stays_with_the_rest_has_the_ground_of_the_rest() {
        PlanLine line = PLAN.lines().getLast();
        ItemVerdict kept = line.items().getFirst();
        ItemVerdict mayGo = new ItemVerdict(
                ItemId.parse("domains.legal-framework.email"), 2, new ErasureVerdict.Erase(), Optional.empty());
        PlanLine together = new PlanLine(
                line.connector(),
                line.group(),
                line.records(),
                line.first(),
                line.last(),
                List.of(mayGo, kept),
                Optional.empty(),
                line.later());

        assertThat(together.inseparable()).containsExactly(mayGo.item());
        assertThat(together.whyKept(mayGo)).isEqualTo(kept.verdict());
        assertThat(together.whyKept(kept)).isEqualTo(kept.verdict());
    }

    @Test
    void it_outlives_all_that_it_tells_of_since_it_names_nobody() {
        String document = CanonicalForm.write(certificate());

        assertThat(document)
                .contains(PLAN.reference())
                .doesNotContain(Planned.CUSTOMER.value(), "cebelarstvo-kranjc", "Kranjc");
        assertThat(CanonicalForm.read(document, Certificate.class)).isEqualTo(certificate());
    }

    private static Certificate certificate() {
        return new WriteCertificate("Gostovanje Lipa", PLAN, "0".repeat(64)).write(1, NOW, groups(NOW));
    }

    private static List<ErasureGroups.Group> groups(Instant proved) {
        return PLAN.lines().stream()
                .flatMap(line -> line.now().stream()
                        .map(now -> new ErasureGroups.Group(
                                Optional.of(line.key()),
                                line.connector(),
                                line.group().collection(),
                                line.group().service(),
                                line.group().period().text(),
                                now.way(),
                                now.items(),
                                now.records(),
                                now.records(),
                                GroupState.PROVED,
                                Optional.empty(),
                                Optional.of(proved))))
                .toList();
    }
}
