package si.vpogled.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import si.vpogled.collection.Run;
import si.vpogled.demo.people.DemoCustomers;
import si.vpogled.inventory.Inventory;
import si.vpogled.inventory.Item;
import si.vpogled.request.AcceptRequest;
import si.vpogled.request.Actor;
import si.vpogled.request.ConfirmRequest;
import si.vpogled.request.RecordIdentityCheck;
import si.vpogled.request.Right;
import si.vpogled.request.Role;
import si.vpogled.request.State;
import si.vpogled.request.Submission;
import si.vpogled.request.SubmitRequest;
import si.vpogled.subject.ProofMethod;
import si.vpogled.testing.Bundles;
import si.vpogled.testing.Mails;
import si.vpogled.testing.ServiceWorld;
import si.vpogled.text.Language;

/** GDPR Art. 20: a company takes its web site and its domains to another provider. */
@QuarkusTest
@WithTestResource(ServiceWorld.class)
class PortabilityCaseTest {
    private static final Actor CLERK = Actor.staff("klara", Set.of(Role.CLERK));

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
    Inventory inventory;

    @ConfigProperty(name = ServiceWorld.MAILBOX)
    String mailbox;

    @Test
    void what_was_provided_is_handed_out_and_what_does_not_travel_is_never_asked_for() throws IOException {
        UUID request = inReview();

        assertThat(progress.of(request).runs())
                .extracting(Run::connector)
                .containsExactly("billing", "website-builder", "whois-domain");
        assertThat(progress.of(request).runs())
                .flatExtracting(run -> run.outcome().orElseThrow().items())
                .isNotEmpty()
                .allSatisfy(item -> assertThat(
                                inventory.item(item.item()).orElseThrow().portability())
                        .as(item.item().toString())
                        .isEqualTo(Item.Portability.INCLUDED));

        release.release(reference(request), CLERK, Optional.empty(), Optional.empty());
        awaitState(request, State.Ready.class);

        Bundles bundle = Bundles.read(QuarkusTransaction.requiringNew()
                .call(() -> download.open(request, 1))
                .content());
        assertThat(bundle.json("data/completeness.json").path("right").asText()).isEqualTo("portability");
        assertThat(bundle.verdict("websites.user-data.site-content")
                        .path("verdict")
                        .asText())
                .isEqualTo("delivered");
        assertThat(bundle.verdict("domains.service-fulfilment.email")
                        .path("verdict")
                        .asText())
                .isEqualTo("delivered");
        assertThat(bundle.verdict("websites.legal-framework.name")
                        .at("/article/en")
                        .asText())
                .contains("20(1)(a)", "6(1)(c)");
        assertThat(bundle.json("data/websites/user-data/site-content-manifest.json")
                        .at("/sites/0/pages"))
                .hasSizeGreaterThan(1);
        assertThat(bundle.files().keySet())
                .noneMatch(name -> name.contains("legal-framework") || name.contains("statistics"));
        await().atMost(Duration.ofSeconds(100))
                .until(() -> new Mails(mailbox)
                        .to(DemoCustomers.COMPANY_EMAIL).stream()
                                .map(mail -> mail.get("text").asText())
                                .anyMatch(text -> text.contains(reference(request))
                                        && text.contains("neposredno k drugemu upravljavcu")));
    }

    private UUID inReview() {
        String reference = submit.submit(
                new Submission(
                        Right.PORTABILITY,
                        List.of("domains", "websites"),
                        "Anton Kranjc",
                        DemoCustomers.COMPANY_EMAIL,
                        List.of(),
                        Language.SL,
                        ""),
                Optional.empty());
        String token = new Mails(mailbox).token(DemoCustomers.COMPANY_EMAIL, reference, "/confirm/");
        UUID request = confirm.confirm(token, Set.of()).request();
        check.record(
                reference,
                CLERK,
                new RecordIdentityCheck.Check(ProofMethod.CALL_BACK, List.of(), "poklicana številka iz pogodbe"),
                UUID.randomUUID());
        accept.accept(reference, CLERK);
        awaitState(request, State.InReview.class);
        return request;
    }

    private String reference(UUID request) {
        return progress.of(request).request().reference();
    }

    private void awaitState(UUID request, Class<? extends State> state) {
        await().atMost(Duration.ofSeconds(120))
                .until(() -> state.isInstance(progress.of(request).request().state()));
    }
}
