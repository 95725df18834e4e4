package si.vpogled.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import si.vpogled.connector.ErasureOutcome.Finding;
import si.vpogled.connector.Period;
import si.vpogled.connector.RecordGroup;
import si.vpogled.law.Circumstances.Contract;
import si.vpogled.subject.Identifier;

/** Whose contract records are needed for. */
class ContractsTest {
    private static final Finding ENDED = Planned.finding(
            Planned.group("orders", "shared-hosting", "all"),
            1,
            Optional.of(Planned.TODAY.minusDays(1)),
            "service-fulfilment",
            "name");
    private final Contracts contracts = new Contracts(List.of(ENDED), group -> group.equals(ENDED.group()), TODAY);
    private static final LocalDate TODAY = Planned.TODAY;

    @Test
    void what_the_asker_has_of_a_service_goes_by_their_contract_of_it() {
        assertThat(contracts.of(under("packages", new Identifier.HostingAccount("cebelar"))))
                .isEqualTo(Contract.ENDED);
    }

    /** Whose it is has a contract of their own, which nobody looked at. */
    @Test
    void what_lies_in_anothers_account_does_not_go_by_the_askers_contract() {
        assertThat(contracts.of(under("contact-orders", new Identifier.Email("info@cebelarstvo-kranjc.si"))))
                .isEqualTo(Contract.UNKNOWN);
    }

    private static RecordGroup under(String collection, Identifier identifier) {
        return new RecordGroup(collection, "shared-hosting", identifier, new Period.All());
    }
}
