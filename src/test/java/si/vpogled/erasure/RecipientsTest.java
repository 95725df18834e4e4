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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import si.vpogled.connector.ErasureOutcome.Finding;
import si.vpogled.connector.PlannedGroup;

/** GDPR Art. 19: who is told of what goes, each time that something does. */
class RecipientsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final Recipients RECIPIENTS = new Recipients(INVENTORY);
    private static final Plan PLAN = plan("2015", "2024");

    @Test
    void gdprArt19_whoGotWhatIsGoneIsToldOfWhomItIs() {
        assertThat(RECIPIENTS.toTell(List.of(PLAN), List.of(gone("2015", NOW)), Optional.empty()))
                .isNotEmpty()
                .allSatisfy((_, whose) -> assertThat(whose).isEqualTo(Set.of(Planned.CUSTOMER)));
        assertThat(RECIPIENTS.toTell(List.of(PLAN), List.of(), Optional.empty()))
                .as("nothing is gone yet")
                .isEmpty();
    }

    @Test
    void gdprArt19_whatGoesYearsLaterIsToldOfAgain() {
        Instant later = NOW.plus(Duration.ofDays(3000));
        List<ErasureGroups.Group> both = List.of(gone("2015", NOW), gone("2024", later));

        assertThat(RECIPIENTS.toTell(List.of(PLAN), both, Optional.of(NOW)))
                .extractingFromEntries(told -> told.getKey().name())
                .containsExactlyInAnyOrderElementsOf(names("2024"));
        assertThat(RECIPIENTS.toTell(List.of(PLAN), both, Optional.of(later))).isEmpty();
    }

    /** Planned anew half way: what went by the first plan is in none that came after. */
    @Test
    void gdprArt19_whatWentByAnEarlierPlanIsToldOfAsWell() {
        assertThat(RECIPIENTS.toTell(List.of(plan("2024"), PLAN), List.of(gone("2015", NOW)), Optional.empty()))
                .extractingFromEntries(told -> told.getKey().name())
                .containsExactlyInAnyOrderElementsOf(names("2015"));
    }

    private static List<String> names(String year) {
        return RECIPIENTS.names(plan(year).lines());
    }

    private static Plan plan(String... years) {
        return new WritePlan(INVENTORY, CONNECTORS, TODAY)
                .write(
                        Planned.request("domains"),
                        Map.of(
                                "billing",
                                found(
                                        "billing",
                                        Arrays.stream(years)
                                                .map(year -> finding(
                                                        group("invoices", "domains", year),
                                                        3,
                                                        "legal-framework",
                                                        "name"))
                                                .toArray(Finding[]::new))),
                        true,
                        Optional.empty());
    }

    private static ErasureGroups.Group gone(String year, Instant proved) {
        PlanLine line = PLAN.line("billing", group("invoices", "domains", year)).orElseThrow();
        PlannedGroup planned =
                line.now().or(() -> line.later().map(PlanLine.Later::planned)).orElseThrow();
        return new ErasureGroups.Group(
                Optional.of(line.key()),
                "billing",
                "invoices",
                "domains",
                year,
                planned.way(),
                planned.items(),
                3,
                3,
                GroupState.PROVED,
                Optional.empty(),
                Optional.of(proved));
    }
}
