package si.vpogled.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import si.vpogled.collection.Run;
import si.vpogled.collection.RunState;
import si.vpogled.demo.people.DemoCustomers;
import si.vpogled.request.AcceptRequest;
import si.vpogled.request.Actor;
import si.vpogled.request.ConfirmRequest;
import si.vpogled.request.RecordIdentityCheck;
import si.vpogled.request.Right;
import si.vpogled.request.Role;
import si.vpogled.request.State;
import si.vpogled.request.Submission;
import si.vpogled.request.SubmitRequest;
import si.vpogled.subject.Identifier;
import si.vpogled.subject.ProofMethod;
import si.vpogled.testing.Bundles;
import si.vpogled.testing.Mails;
import si.vpogled.testing.ServiceWorld;
import si.vpogled.text.Language;

/** Somebody whose address nobody knows, and of whom staff know more: each proved account is looked up, and no other. */
@QuarkusTest
@WithTestResource(ServiceWorld.class)
class ProvedByStaffTest {
    private static final Actor CLERK = Actor.staff("klara", Set.of(Role.CLERK));
    private static final String UNKNOWN_EMAIL = "nova.posta@drugje.example";

    @Inject
    SubmitRequest submit;

    @Inject
    ConfirmRequest confirm;

    @Inject
    RecordIdentityCheck check;

    @Inject
    AcceptRequest accept;

    @Inject
    ReleaseRequest release;

    @Inject
    CaseProgress progress;

    @Inject
    DownloadBundle download;

    @Inject
    EntityManager database;

    @ConfigProperty(name = ServiceWorld.MAILBOX)
    String mailbox;

    @Test
    void a_proved_domain_brings_what_is_held_of_that_domain_and_nothing_else() throws IOException {
        UUID request = collected(
                List.of(),
                List.of(new Identifier.DomainName("nekoga-drugega.eu")),
                new Identifier.DomainName(DemoCustomers.COMPANY_DOMAIN));

        assertThat(run(request, "whois-domain").state()).isEqualTo(RunState.ANSWERED);
        assertThat(run(request, "dostavljalec").state()).isEqualTo(RunState.NOT_NEEDED);
        Bundles bundle = released(request, Optional.empty());

        assertThat(bundle.verdict("domains.service-fulfilment.manager")
                        .path("verdict")
                        .asText())
                .isEqualTo("delivered");
        assertThat(bundle.verdict("domains.legal-framework.name")
                        .path("verdict")
                        .asText())
                .isEqualTo("none-held");
        assertThat(bundle.verdict("ssl-certificates.service-fulfilment.name")
                        .path("verdict")
                        .asText())
                .isEqualTo("none-held");
        assertThat(bundle.everything())
                .contains(DemoCustomers.COMPANY_DOMAIN)
                .doesNotContain(
                        DemoCustomers.COMPANY_WHOIS_DOMAIN, DemoCustomers.PRIVATE_EMAIL, DemoCustomers.TWO_EMAIL);
        assertThat(bundle.json("data/information.json").path("recipients").findValuesAsText("name"))
                .as("the registry of the proved domain, and not that of one that the form names")
                .anyMatch(name -> name.startsWith("Register.si"))
                .noneMatch(name -> name.startsWith("EURid"));
    }

    @Test
    void an_account_that_is_proved_while_staff_look_at_what_was_found_is_looked_up_before_the_release()
            throws IOException {
        UUID request =
                collected(List.of("domains"), List.of(), new Identifier.DomainName(DemoCustomers.COMPANY_WHOIS_DOMAIN));
        String reference = progress.of(request).request().reference();

        check.record(
                reference,
                CLERK,
                new RecordIdentityCheck.Check(
                        ProofMethod.IN_PERSON,
                        List.of(new Identifier.DomainName(DemoCustomers.COMPANY_DOMAIN)),
                        "pogodba o drugi domeni"),
                UUID.randomUUID());
        assertThat(state(request)).isInstanceOf(State.Collecting.class);
        await().atMost(Duration.ofMinutes(2)).until(() -> state(request) instanceof State.InReview);

        assertThat(released(request, Optional.empty()).everything())
                .contains(DemoCustomers.COMPANY_DOMAIN, DemoCustomers.COMPANY_WHOIS_DOMAIN);
    }

    @Test
    void a_silent_billing_leaves_open_what_else_is_held_beyond_the_proved_account() throws IOException {
        UUID request = collected(
                List.of("domains", "websites"),
                List.of(),
                new Identifier.CustomerNumber(DemoCustomers.FIRST_OF_TWO_NUMBER));
        fail(request, "billing");

        Bundles bundle = released(request, Optional.of("Obračun ni dosegljiv."));

        assertThat(bundle.verdict("domains.service-fulfilment.manager")
                        .path("verdict")
                        .asText())
                .isEqualTo("delivered");
        assertThat(bundle.verdict("domains.service-fulfilment.manager")
                        .path("system")
                        .asText())
                .isEqualTo("billing");
        assertThat(bundle.verdict("websites.user-data.site-content")
                        .path("verdict")
                        .asText())
                .as("the website is the second account's, which only billing knows of")
                .isEqualTo("unreachable");
        assertThat(bundle.verdict("websites.user-data.site-content")
                        .path("system")
                        .asText())
                .isEqualTo("billing");
    }

    private UUID collected(List<String> services, List<Identifier> stated, Identifier proved) {
        String reference = submit.submit(
                new Submission(Right.ACCESS, services, "Nekdo", UNKNOWN_EMAIL, stated, Language.SL, ""),
                Optional.empty());
        String token = new Mails(mailbox).token(UNKNOWN_EMAIL, reference, "/confirm/");
        UUID request = confirm.confirm(token, Set.of()).request();
        check.record(
                reference,
                CLERK,
                new RecordIdentityCheck.Check(ProofMethod.IN_PERSON, List.of(proved), "osebna izkaznica in pogodba"),
                UUID.randomUUID());
        accept.accept(reference, CLERK);
        await().atMost(Duration.ofMinutes(2)).until(() -> state(request) instanceof State.InReview);
        return request;
    }

    /** As a run stands whose source never answered. */
    private void fail(UUID request, String connector) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("update run set state = 'FAILED', fault_kind = 'UNAVAILABLE',"
                                + " fault = 'No answer', failing_since = now(), outcome = null, extract_key = null,"
                                + " extract_attempt = null where request_id = ?1 and connector = ?2")
                        .setParameter(1, request)
                        .setParameter(2, connector)
                        .executeUpdate());
    }

    private Bundles released(UUID request, Optional<String> partial) throws IOException {
        release.release(progress.of(request).request().reference(), CLERK, partial, Optional.empty());
        await().atMost(Duration.ofMinutes(2)).until(() -> state(request) instanceof State.Ready);
        return Bundles.read(QuarkusTransaction.requiringNew()
                .call(() -> download.open(request, 1))
                .content());
    }

    private Run run(UUID request, String connector) {
        return progress.of(request).runs().stream()
                .filter(run -> run.connector().equals(connector))
                .findFirst()
                .orElseThrow();
    }

    private State state(UUID request) {
        return progress.of(request).request().state();
    }
}
