package si.vpogled.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import si.vpogled.connector.ErasureOutcome;
import si.vpogled.connector.ErasureOutcome.Finding;
import si.vpogled.connector.ErasureOutcome.ItemCount;
import si.vpogled.connector.ErasureOutcome.Unread;
import si.vpogled.connector.Fault;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.Order;
import si.vpogled.connector.Outcome;
import si.vpogled.connector.Outcome.Found;
import si.vpogled.connector.Outcome.ItemOutcome;
import si.vpogled.connector.Period;
import si.vpogled.connector.RecordGroup;
import si.vpogled.connector.definition.ConnectorDefinition;
import si.vpogled.connector.definition.DefinitionLoader;
import si.vpogled.inventory.ItemId;
import si.vpogled.subject.Identifier;
import si.vpogled.text.Language;

/** What there is to erase is followed item by item, as what is collected. */
class FoundItemsTest {
    private static final ConnectorDefinition BILLING = new DefinitionLoader()
            .builtIn().all().stream()
                    .filter(definition -> definition.connector().equals("billing"))
                    .findFirst()
                    .orElseThrow();
    private static final Identifier CUSTOMER = new Identifier.CustomerNumber("100200");
    private static final ItemId NAME = ItemId.parse("domains.legal-framework.name");
    private static final ItemId IP = ItemId.parse("domains.service-fulfilment.payer-ip");
    private static final ItemId EMAIL = ItemId.parse("domains.legal-framework.email");
    private static final Fault AWAY = new Fault(FaultKind.UNAVAILABLE, "No answer");

    @Test
    void each_item_of_the_order_is_told_once_with_what_all_groups_hold_of_it() {
        Outcome outcome = outcome(List.of(
                finding("2015", new ItemCount(NAME, 3)),
                finding("2016", new ItemCount(NAME, 2), new ItemCount(EMAIL, 1))));

        assertThat(outcome.items())
                .containsExactly(
                        new ItemOutcome(NAME, Found.FOUND, 5, Optional.empty()),
                        new ItemOutcome(IP, Found.NONE_HELD, 0, Optional.empty()),
                        new ItemOutcome(EMAIL, Found.FOUND, 1, Optional.empty()));
        assertThat(outcome.fault()).isEmpty();
    }

    @Test
    void what_could_not_be_looked_through_has_failed_although_something_of_it_was_found() {
        Unread unread = new Unread("invoices", "domains", Optional.of(CUSTOMER), AWAY);

        Outcome outcome = outcome(List.of(finding("2015", new ItemCount(NAME, 3))), unread);

        assertThat(outcome.items())
                .extracting(ItemOutcome::outcome)
                .containsExactly(Found.FAILED, Found.NONE_HELD, Found.FAILED);
        assertThat(Launcher.Report.of(order(), BILLING, told(List.of(), List.of(unread)))
                        .fault())
                .contains(AWAY);
    }

    private static Finding finding(String year, ItemCount... items) {
        return new Finding(
                new RecordGroup("invoices", "domains", CUSTOMER, Period.of(year)),
                3,
                List.of(items),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    private static Outcome outcome(List<Finding> findings, Unread... unread) {
        return new FoundItems(order(), BILLING).outcome(told(findings, List.of(unread)));
    }

    private static ErasureOutcome told(List<Finding> findings, List<Unread> unread) {
        return new ErasureOutcome(
                1,
                UUID.randomUUID(),
                1,
                "billing",
                Order.Operation.FIND,
                Optional.empty(),
                Instant.EPOCH,
                Instant.EPOCH,
                findings,
                unread,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static Order order() {
        return new Order(
                Order.VERSION,
                UUID.randomUUID(),
                1,
                UUID.randomUUID(),
                "billing",
                Order.Operation.FIND,
                List.of(),
                List.of(NAME, IP, EMAIL),
                Language.SL,
                "runs/x",
                Map.of(),
                new Order.Limits(60, 10, 1_000));
    }
}
