package si.vpogled.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import si.vpogled.collection.Run;
import si.vpogled.demo.people.DemoCustomers;
import si.vpogled.fulfilment.transmission.TestReceiver;
import si.vpogled.fulfilment.transmission.Transmission;
import si.vpogled.fulfilment.transmission.Transmissions;
import si.vpogled.inventory.Inventory;
import si.vpogled.inventory.Item;
import si.vpogled.request.AcceptRequest;
import si.vpogled.request.Actor;
import si.vpogled.request.ConfirmRequest;
import si.vpogled.request.History;
import si.vpogled.request.RecordIdentityCheck;
import si.vpogled.request.Right;
import si.vpogled.request.Role;
import si.vpogled.request.State;
import si.vpogled.request.Submission;
import si.vpogled.request.SubmitRequest;
import si.vpogled.subject.ProofMethod;
import si.vpogled.testing.Api;
import si.vpogled.testing.Bundles;
import si.vpogled.testing.Mails;
import si.vpogled.testing.PageVisitor;
import si.vpogled.testing.ServiceWorld;
import si.vpogled.testing.StagedCases;
import si.vpogled.text.Language;

/** GDPR Art. 20: a company takes its web site and its domains to another provider. */
@QuarkusTest
@WithTestResource(ServiceWorld.class)
class PortabilityCaseTest {
    private static final String FORM = UUID.randomUUID().toString();
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

    @Inject
    Transmissions transmissions;

    @Inject
    History history;

    @Inject
    StagedCases cases;

    @ConfigProperty(name = ServiceWorld.MAILBOX)
    String mailbox;

    @Test
    void what_was_provided_is_handed_out_and_sent_on_and_what_does_not_travel_is_never_asked_for() throws Exception {
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
        transmit(request);
    }

    /** Art. 20(2): only to where the new provider's secret counts, and never inside; the receipt is the subject's to see. */
    private void transmit(UUID request) throws Exception {
        PageVisitor subject = PageVisitor.subject("sl", cases.session(reference(request)));
        subject.get("/case").then().statusCode(200).body(containsString("20. člen (2) Splošne uredbe"));
        try (TestReceiver provider = TestReceiver.start(Files.createDirectories(Path.of("target/receiver")))) {
            String theirs = "https://localhost:" + provider.port() + "/uvoz";
            name(subject, "https://127.0.0.1:" + provider.port() + "/uvoz", TestReceiver.TOKEN)
                    .statusCode(422)
                    .body(containsString("javnem internetu"), not(containsString(TestReceiver.TOKEN)));
            name(subject, theirs, "drug-zeton-1234").statusCode(422).body(containsString("skrivnosti ne sprejme"));
            subject.post("/case/bundles/2/transmissions", Map.of("destination", theirs, "secret", TestReceiver.TOKEN))
                    .then()
                    .statusCode(410)
                    .body(containsString("ni več mogoče prenesti"), containsString("value=\"" + theirs + "\""));
            assertThat(transmissions(request)).isEmpty();

            provider.breakAfter = 1000;
            for (int sent = 0; sent < 2; sent++) {
                name(subject, theirs, TestReceiver.TOKEN).statusCode(303);
            }
            assertThat(transmissions(request)).as("a form sent twice").hasSize(1);
            await().atMost(Duration.ofSeconds(120))
                    .until(() -> transmissions(request).getFirst().done());

            Transmission receipt = transmissions(request).getFirst();
            assertThat(provider.taken()).hasSize((int) receipt.size());
            assertThat(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(provider.taken())))
                    .isEqualTo(receipt.sha256());
            subject.get("/case")
                    .then()
                    .body(
                            containsString("prejeto v celoti"),
                            containsString("HTTP 201 Prejeto, hvala"),
                            containsString(theirs),
                            not(containsString(TestReceiver.TOKEN)));
            Api.signedIn(cases.session(reference(request)))
                    .get("/api/v1/requests/" + reference(request))
                    .then()
                    .body("transmissions", hasSize(1))
                    .body("transmissions[0].state", equalTo("done"))
                    .body("transmissions[0].destination", equalTo(theirs))
                    .body("transmissions[0].sha256", equalTo(receipt.sha256()))
                    .body("transmissions[0].answer", equalTo("HTTP 201 Prejeto, hvala"));
        }
        assertThat(history.of(request)).extracting(History.Entry::action).contains("destination-named", "transmitted");
    }

    private static ValidatableResponse name(PageVisitor subject, String address, String secret) {
        return subject.post(
                        "/case/bundles/1/transmissions",
                        Map.of("destination", address, "secret", secret, "fingerprint", "", "key", FORM))
                .then();
    }

    private List<Transmission> transmissions(UUID request) {
        return QuarkusTransaction.requiringNew().call(() -> transmissions.of(request));
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
