package si.vpogled.collection;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import si.vpogled.connector.Order;
import si.vpogled.subject.Identifier;
import si.vpogled.subject.Identifier.CustomerNumber;
import si.vpogled.subject.Identifier.DomainName;
import si.vpogled.subject.Identifier.Email;
import si.vpogled.testing.ServiceWorld;

/** What each connector is asked by. */
@QuarkusTest
@WithTestResource(ServiceWorld.class)
class KnownIdentifiersTest {
    private static final int DOMAINS = 20_000;

    @Inject
    CollectingCases cases;

    @Inject
    KnownIdentifiers known;

    @Inject
    BeginRun begin;

    @Inject
    Launcher launcher;

    private UUID request;

    @BeforeEach
    void a_case() {
        request = cases.begin();
    }

    @AfterEach
    void end() {
        cases.end(request);
    }

    @Test
    void an_order_has_only_the_kinds_that_its_connector_looks_people_up_by() {
        tell(List.of(new Email("ana@posta.example")), "mailed-link");
        tell(List.of(new CustomerNumber("100700")), "billing");
        tell(domains(), "whois-domain");

        assertThat(order("website-builder").identifiers()).containsExactly(new CustomerNumber("100700"));
        assertThat(order("billing").identifiers())
                .as("not what it said itself")
                .containsExactly(new Email("ana@posta.example"));
    }

    @Test
    void what_a_connector_says_anew_takes_the_place_of_what_it_said() {
        tell(domains(), "whois-domain");

        Set<Identifier> changed = QuarkusTransaction.requiringNew()
                .call(() -> known.replace(
                        request,
                        List.of(new DomainName("d1.example"), new DomainName("nova.example")),
                        "whois-domain"));

        assertThat(changed)
                .hasSize(DOMAINS)
                .contains(new DomainName("nova.example"))
                .doesNotContain(new DomainName("d1.example"));
        assertThat(QuarkusTransaction.requiringNew().call(() -> known.of(request)))
                .containsExactlyInAnyOrder(new DomainName("d1.example"), new DomainName("nova.example"));
    }

    /** Two connectors that find the same, or one that finds what was proved. */
    @Test
    void what_one_takes_back_another_may_still_say() {
        DomainName shared = new DomainName("skupna.example");
        DomainName own = new DomainName("lastna.example");
        tell(List.of(shared, own), "billing");

        assertThat(replace(List.of(shared), "whois-domain")).as("known before").isEmpty();
        assertThat(replace(List.of(), "whois-domain"))
                .as("billing says so still")
                .isEmpty();
        assertThat(replace(List.of(shared), "whois-domain")).isEmpty();
        assertThat(replace(List.of(own), "billing"))
                .as("whois-domain says so still")
                .isEmpty();
        assertThat(QuarkusTransaction.requiringNew().call(() -> known.of(request)))
                .containsExactlyInAnyOrder(own, shared);

        assertThat(replace(List.of(), "whois-domain")).containsExactly(shared);
        assertThat(replace(List.of(), "billing")).containsExactly(own);
        assertThat(QuarkusTransaction.requiringNew().call(() -> known.of(request)))
                .isEmpty();
    }

    @Test
    void what_another_says_too_a_connector_is_asked_by() {
        tell(List.of(new CustomerNumber("100700")), "billing");
        tell(List.of(new CustomerNumber("100700")), "staff");

        assertThat(order("billing").identifiers()).containsExactly(new CustomerNumber("100700"));
    }

    private Set<Identifier> replace(List<Identifier> identifiers, String source) {
        return QuarkusTransaction.requiringNew().call(() -> known.replace(request, identifiers, source));
    }

    private static List<Identifier> domains() {
        return IntStream.range(0, DOMAINS)
                .<Identifier>mapToObj(number -> new DomainName("d" + number + ".example"))
                .toList();
    }

    private void tell(List<Identifier> identifiers, String source) {
        QuarkusTransaction.requiringNew().run(() -> known.add(request, identifiers, source));
    }

    private Order order(String connector) {
        UUID run = cases.run(request, connector, RunState.QUEUED);
        BeginRun.Beginning beginning = QuarkusTransaction.requiringNew().call(() -> begin.begin(run, 1, launcher));
        assertThat(beginning).isInstanceOf(BeginRun.Begun.class);
        return ((BeginRun.Begun) beginning).order();
    }
}
