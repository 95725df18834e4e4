package si.vpogled.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static si.vpogled.erasure.Planned.CONNECTORS;
import static si.vpogled.erasure.Planned.TODAY;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import si.vpogled.connector.PlannedGroup;
import si.vpogled.connector.PlannedGroup.Way;
import si.vpogled.connector.RecordGroup;
import si.vpogled.connector.definition.ConnectorDefinition.CollectionDefinition;
import si.vpogled.inventory.ItemId;
import si.vpogled.law.ErasureVerdict;
import si.vpogled.law.ErasureVerdict.Anonymise;
import si.vpogled.law.ErasureVerdict.Erase;
import si.vpogled.law.ErasureVerdict.Keeping;
import si.vpogled.law.ErasureVerdict.NotifyThirdParty;
import si.vpogled.law.ErasureVerdict.Restrict;
import si.vpogled.law.RetentionRule;

/** A record goes as a whole, or loses what its definition takes out of it; never what has to stay. */
class ChooseWayTest {
    private static final RecordGroup PAYMENTS = Planned.group("payments", "domains", "2016");
    private static final RecordGroup INVOICES = Planned.group("invoices", "domains", "2016");
    private static final ErasureVerdict KEPT = kept(LocalDate.of(2026, 12, 31));

    @Test
    void where_all_may_go_the_records_go() {
        assertThat(payments(new Erase(), new Erase()).now())
                .contains(new PlannedGroup(
                        PAYMENTS,
                        Way.ERASE,
                        List.of(id("paypal-account"), id("payer-ip")).stream()
                                .sorted()
                                .toList(),
                        4));
        assertThat(payments(new Erase(), new Erase()).later()).isEmpty();
    }

    @Test
    void where_somebody_wants_the_record_without_the_person_it_stays_without() {
        assertThat(payments(new Anonymise(), new Anonymise()).now())
                .map(PlannedGroup::way)
                .contains(Way.ANONYMISE);
    }

    /** What takes out the one takes out the other as well. */
    @Test
    void what_has_to_stay_keeps_what_goes_only_together_with_it() {
        ChooseWay way = payments(new Erase(), KEPT);

        assertThat(way.now()).isEmpty();
        assertThat(way.later()).map(PlanLine.Later::day).contains(LocalDate.of(2027, 1, 1));
        assertThat(way.later().orElseThrow().planned().way()).isEqualTo(Way.ERASE);
    }

    @Test
    void the_last_day_of_all_that_has_to_stay_counts() {
        assertThat(payments(KEPT, kept(LocalDate.of(2030, 6, 30))).later())
                .map(PlanLine.Later::day)
                .contains(LocalDate.of(2030, 7, 1));
    }

    @Test
    void nothing_is_scheduled_where_nobody_can_tell_when_all_of_it_may_go() {
        ErasureVerdict undated = new Restrict(Keeping.BY_LAW, RetentionRule.ZDDV_1_86, Optional.empty());

        assertThat(payments(KEPT, undated).later()).isEmpty();
        assertThat(payments(KEPT, new NotifyThirdParty()).later()).isEmpty();
    }

    @Test
    void what_cannot_lose_a_part_waits_as_a_whole() {
        ChooseWay way = way(
                INVOICES,
                "legal-framework",
                verdict(INVOICES, "legal-framework", "name", new Anonymise()),
                verdict(INVOICES, "legal-framework", "email", KEPT));

        assertThat(way.now()).isEmpty();
        assertThat(way.later()).isPresent();
    }

    private static ErasureVerdict kept(LocalDate last) {
        assertThat(last).isAfter(TODAY);
        return new Restrict(Keeping.BY_LAW, RetentionRule.ZDDV_1_86, Optional.of(last));
    }

    private static ChooseWay payments(ErasureVerdict ip, ErasureVerdict paypal) {
        return way(
                PAYMENTS,
                "service-fulfilment",
                verdict(PAYMENTS, "service-fulfilment", "payer-ip", ip),
                verdict(PAYMENTS, "service-fulfilment", "paypal-account", paypal));
    }

    private static ChooseWay way(RecordGroup group, String row, ItemVerdict... items) {
        CollectionDefinition collection = CONNECTORS.named("billing").orElseThrow().collections().stream()
                .filter(one -> one.id().equals(group.collection()) && one.row().equals(row))
                .findFirst()
                .orElseThrow();
        return new ChooseWay(collection, group, 4, Stream.of(items).toList());
    }

    private static ItemVerdict verdict(RecordGroup group, String row, String item, ErasureVerdict verdict) {
        return new ItemVerdict(new ItemId(group.service(), row, item), 4, verdict, Optional.empty());
    }

    private static ItemId id(String name) {
        return new ItemId("domains", "service-fulfilment", name);
    }
}
