package si.vpogled.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static si.vpogled.erasure.Planned.CONNECTORS;
import static si.vpogled.erasure.Planned.INVENTORY;
import static si.vpogled.erasure.Planned.TODAY;
import static si.vpogled.erasure.Planned.finding;
import static si.vpogled.erasure.Planned.found;
import static si.vpogled.erasure.Planned.group;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import si.vpogled.connector.ErasureOutcome;
import si.vpogled.connector.Outcome.Doubt;
import si.vpogled.connector.Period;
import si.vpogled.connector.PlannedGroup.Way;
import si.vpogled.connector.RecordGroup;
import si.vpogled.inventory.Item;
import si.vpogled.inventory.ItemId;
import si.vpogled.law.ErasureVerdict.Anonymise;
import si.vpogled.law.ErasureVerdict.Erase;
import si.vpogled.law.ErasureVerdict.Keeping;
import si.vpogled.law.ErasureVerdict.Restrict;
import si.vpogled.law.RetentionRule;
import si.vpogled.subject.Identifier;

/** A plan accounts for everything in scope, says it in one form, and keeps what people decided as long as it may. */
class WritePlanTest {
    private static final RecordGroup OLD = group("payments", "domains", "2015");
    private static final Map<String, ErasureOutcome> FOUND = Map.of(
            "billing",
            found(
                    "billing",
                    finding(OLD, 4, "service-fulfilment", "payer-ip", "paypal-account"),
                    finding(group("invoices", "domains", "2024"), 2, "legal-framework", "name", "email")));

    @Test
    void every_item_in_scope_has_a_line_or_a_word() {
        Plan plan = plan(TODAY, true, Optional.empty());

        assertThat(Stream.of(
                                plan.lines().stream()
                                        .flatMap(line -> line.items().stream())
                                        .map(ItemVerdict::item),
                                plan.noneHeld().stream(),
                                plan.referred().stream())
                        .flatMap(items -> items))
                .containsExactlyInAnyOrderElementsOf(INVENTORY.items().stream()
                        .map(Item::id)
                        .filter(item -> List.of("domains", "shared-hosting").contains(item.service()))
                        .toList());
        assertThat(plan.referred()).isEmpty();
    }

    /** GDPR Art. 28(3)(e): what customers store is theirs to decide, and which customer it is stays unsaid. */
    @Test
    void who_is_no_customer_is_referred_for_what_customers_store() {
        Plan plan = plan(TODAY, false, Optional.empty());

        assertThat(plan.referred())
                .contains(ItemId.parse("shared-hosting.user-data.email-messages"))
                .allSatisfy(item ->
                        assertThat(INVENTORY.item(item).orElseThrow().role()).isEqualTo(Item.Role.PROCESSOR));
        assertThat(plan.noneHeld()).doesNotContainAnyElementsOf(plan.referred());
    }

    @Test
    void accounts_whose_contact_proves_nothing_yet_are_counted_once_and_not_named() {
        Doubt doubt = new Doubt(new Identifier.CustomerNumber("100999"), TODAY.minusDays(3), TODAY.plusDays(27));
        Map<String, ErasureOutcome> doubtful =
                Map.of("billing", found("billing", List.of(doubt, doubt)), "hosting", found("hosting", List.of(doubt)));

        Plan plan = writing(TODAY).write(Planned.request("domains"), doubtful, true, Optional.empty());

        assertThat(plan.openAccounts()).isEqualTo(1);
        assertThat(PlanDocument.of(plan).text()).doesNotContain("100999");
    }

    @Test
    void backups_are_told_of_by_the_day_on_which_the_last_is_overwritten() {
        RecordGroup copies = new RecordGroup(
                "backups", "shared-hosting", new Identifier.HostingAccount("cebelar"), new Period.All());
        Map<String, ErasureOutcome> found =
                Map.of("hosting", found("hosting", finding(copies, 7, "user-data", "backups")));

        Plan plan = writing(TODAY).write(Planned.request("shared-hosting"), found, true, Optional.empty());
        Plan tomorrow =
                writing(TODAY.plusDays(1)).write(Planned.request("shared-hosting"), found, true, Optional.empty());

        assertThat(plan.backupsUntil()).contains(TODAY.plusDays(30));
        assertThat(plan.lines().getFirst().now()).isEmpty();
        assertThat(tomorrow.agreesWith(plan))
                .as("later every day, and decided nowhere")
                .isTrue();
    }

    @Test
    void the_same_plan_has_the_same_hash_and_another_has_another() {
        Plan plan = plan(TODAY, true, Optional.empty());
        PlanDocument document = PlanDocument.of(plan);

        assertThat(document.hash())
                .matches("[0-9a-f]{64}")
                .isEqualTo(PlanDocument.of(plan(TODAY, true, Optional.empty())).hash());
        assertThat(new PlanDocument(document.text()).plan()).isEqualTo(plan);
        assertThat(PlanDocument.of(changed(plan)).hash()).isNotEqualTo(document.hash());
        assertThat(document.text()).startsWith("{\"inventory\":").doesNotContain("\n", "null");
    }

    @Test
    void what_people_changed_changes_what_is_done() {
        Plan plan = changed(plan(TODAY, true, Optional.empty()));

        PlanLine line = plan.line("billing", OLD).orElseThrow();
        assertThat(line.now()).map(planned -> planned.way()).contains(Way.ANONYMISE);
        assertThat(plan.changedBy()).containsExactly("klara");
    }

    @Test
    void what_people_changed_is_kept_in_the_next_plan() {
        Plan before = changed(plan(TODAY, true, Optional.empty()));

        assertThat(plan(TODAY, true, Optional.of(before)).lines()).isEqualTo(before.lines());
    }

    /** GDPR Art. 17(3)(e): a claim's day that has come keeps nothing any more. */
    @Test
    void what_the_law_lets_people_change_no_more_is_as_it_is_ruled() {
        LocalDate until = TODAY.plusDays(10);
        Plan before = changed(
                plan(TODAY, true, Optional.empty()),
                new ItemVerdict.Change(
                        new Restrict(Keeping.FOR_CLAIMS, RetentionRule.CONTRACT, Optional.of(until)), "klara", "spor"));
        assertThat(before.line("billing", OLD).orElseThrow().now()).isEmpty();

        Plan after = plan(until, true, Optional.of(before));

        assertThat(after.line("billing", OLD)
                        .orElseThrow()
                        .item(payerIp())
                        .orElseThrow()
                        .verdict())
                .isEqualTo(new Erase());
        assertThat(after.agreesWith(before)).isFalse();
    }

    private static Plan changed(Plan plan) {
        return changed(plan, new ItemVerdict.Change(new Anonymise(), "klara", "vsota je potrebna za poročilo"));
    }

    /** Both items of the payments of 2015. */
    private static Plan changed(Plan plan, ItemVerdict.Change change) {
        PlanLine line = plan.line("billing", OLD).orElseThrow();
        List<ItemVerdict> items =
                line.items().stream().map(item -> item.changed(change)).toList();
        return writing(plan.made())
                .with(
                        Planned.request("domains", "shared-hosting"),
                        plan,
                        new PlanLine(
                                line.connector(),
                                line.group(),
                                line.records(),
                                line.first(),
                                line.last(),
                                items,
                                line.now(),
                                line.later()));
    }

    private static ItemId payerIp() {
        return ItemId.parse("domains.service-fulfilment.payer-ip");
    }

    private static Plan plan(LocalDate today, boolean customer, Optional<Plan> before) {
        return writing(today).write(Planned.request("domains", "shared-hosting"), FOUND, customer, before);
    }

    private static WritePlan writing(LocalDate today) {
        return new WritePlan(INVENTORY, CONNECTORS, today);
    }
}
