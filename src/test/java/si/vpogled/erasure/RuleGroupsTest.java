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
import org.junit.jupiter.api.Test;
import si.vpogled.connector.ErasureOutcome;
import si.vpogled.connector.ErasureOutcome.Finding;
import si.vpogled.connector.Period;
import si.vpogled.connector.PlannedGroup;
import si.vpogled.connector.PlannedGroup.Way;
import si.vpogled.connector.RecordGroup;
import si.vpogled.law.ErasureVerdict;
import si.vpogled.law.ErasureVerdict.Erase;
import si.vpogled.law.ErasureVerdict.Keeping;
import si.vpogled.law.ErasureVerdict.Restrict;
import si.vpogled.law.ErasureVerdict.WhileContractRuns;
import si.vpogled.subject.Identifier;

/** GDPR Art. 17: what becomes of what was found, group by group. */
class RuleGroupsTest {
    private static final LocalDate YESTERDAY = TODAY.minusDays(1);

    @Test
    void zddv1Art86_theOldestInvoicesGoNowAndTheNewerOnesOnTheirDay() {
        List<PlanLine> lines = lines("billing", invoices("2015"), invoices("2016"));

        assertThat(lines.getFirst().now()).map(PlannedGroup::way).contains(Way.ERASE);
        assertThat(lines.getFirst().later()).isEmpty();
        assertThat(lines.getLast().now()).isEmpty();
        assertThat(lines.getLast().later()).map(PlanLine.Later::day).contains(LocalDate.of(2027, 1, 1));
        assertThat(lines.getLast().later().orElseThrow().planned().way()).isEqualTo(Way.ERASE);
        assertThat(lines.getLast().later().orElseThrow().planned().records()).isEqualTo(3);
    }

    @Test
    void zddv1Art86_aRecordWithoutADateIsKeptFlaggedAndNotScheduled() {
        PlanLine line = lines("billing", invoices("undated")).getFirst();

        assertThat(line.undated()).isTrue();
        assertThat(line.now()).isEmpty();
        assertThat(line.later()).isEmpty();
        assertThat(verdict(line))
                .isInstanceOfSatisfying(
                        Restrict.class, kept -> assertThat(kept.keeping()).isEqualTo(Keeping.BY_LAW));
    }

    @Test
    void zddv1Art86_aDateOfTheFutureIsKeptUntilItsOwnDay() {
        PlanLine line = lines("billing", invoices("2031")).getFirst();

        assertThat(line.now()).isEmpty();
        assertThat(line.later()).map(PlanLine.Later::day).contains(LocalDate.of(2042, 1, 1));
    }

    @Test
    void gdprArt17_1a_whatAContractThatRunsNeedsStaysAndIsNotScheduled() {
        PlanLine line = lines("billing", orders(Optional.of(TODAY))).getFirst();

        assertThat(verdict(line)).isEqualTo(new WhileContractRuns(new Erase(), false));
        assertThat(line.now()).isEmpty();
        assertThat(line.later()).isEmpty();
    }

    @Test
    void gdprArt17_1a_whatAContractNeededThatEndedGoes() {
        PlanLine line = lines("billing", orders(Optional.of(YESTERDAY))).getFirst();

        assertThat(line.now()).map(PlannedGroup::way).contains(Way.ERASE);
    }

    @Test
    void gdprArt17_1a_whereNobodyCanTellTheContractCountsAsRunning() {
        PlanLine line = lines("billing", orders(Optional.empty())).getFirst();

        assertThat(verdict(line)).isEqualTo(new WhileContractRuns(new Erase(), true));
    }

    /** The panel's records do not say how long a package is ordered for; the orders do. */
    @Test
    void anothersRecordsTellOfTheContractWhereAGroupsOwnDoNot() {
        RecordGroup login = new RecordGroup(
                "packages", "shared-hosting", new Identifier.HostingAccount("cebelar"), new Period.All());
        Finding packages = finding(login, 1, "service-fulfilment", "panel-credentials");
        Finding ended = finding(
                group("orders", "shared-hosting", "all"), 1, Optional.of(YESTERDAY), "service-fulfilment", "name");

        List<PlanLine> alone = lines(Map.of("hosting", found("hosting", packages)));
        List<PlanLine> both = lines(Map.of("hosting", found("hosting", packages), "billing", found("billing", ended)));

        assertThat(alone.getFirst().now()).isEmpty();
        assertThat(both.getLast().connector()).isEqualTo("hosting");
        assertThat(both.getLast().items().getFirst().goes()).isTrue();
    }

    /** A domain whose manager is another person: deleting it would take their part with it. */
    @Test
    void anothersPartOfARecordDoesNotGoWithTheRest() {
        RecordGroup domain = new RecordGroup(
                "domains", "domains", new Identifier.DomainName("cebelarstvo-kranjc.si"), new Period.All());
        Finding own = finding(domain, 1, Optional.of(YESTERDAY), "service-fulfilment", "payer");
        Finding shared =
                new Finding(domain, 1, own.items(), Optional.empty(), Optional.empty(), own.contractUntil(), true);

        assertThat(lines("whois-domain", own).getFirst().now())
                .map(PlannedGroup::way)
                .contains(Way.ERASE);
        assertThat(lines("whois-domain", shared).getFirst().now()).isEmpty();
        assertThat(verdict(lines("whois-domain", shared).getFirst()))
                .isInstanceOfSatisfying(
                        Restrict.class, kept -> assertThat(kept.keeping()).isEqualTo(Keeping.INSEPARABLE));
    }

    @Test
    void theSameFactsGiveTheSameLinesInTheSameOrder() {
        List<PlanLine> one = lines("billing", invoices("2016"), orders(Optional.of(TODAY)), invoices("2015"));
        List<PlanLine> other = lines("billing", orders(Optional.of(TODAY)), invoices("2015"), invoices("2016"));

        assertThat(one).isEqualTo(other).hasSize(3);
    }

    private static Finding invoices(String year) {
        return finding(group("invoices", "domains", year), 3, "legal-framework", "name", "address", "email");
    }

    private static Finding orders(Optional<LocalDate> until) {
        return finding(group("orders", "shared-hosting", "all"), 2, until, "service-fulfilment", "name", "email");
    }

    private static ErasureVerdict verdict(PlanLine line) {
        return line.items().getFirst().verdict();
    }

    private static List<PlanLine> lines(String connector, Finding... findings) {
        return lines(Map.of(connector, found(connector, findings)));
    }

    private static List<PlanLine> lines(Map<String, ErasureOutcome> found) {
        return new RuleGroups(INVENTORY, CONNECTORS, TODAY).lines(found);
    }
}
