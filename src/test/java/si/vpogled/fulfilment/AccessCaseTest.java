package si.vpogled.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
import si.vpogled.subject.ProofMethod;
import si.vpogled.testing.Mails;
import si.vpogled.testing.ServiceWorld;
import si.vpogled.text.Language;

/** One case through all layers, against the demo's real backends. */
@QuarkusTest
@WithTestResource(ServiceWorld.class)
class AccessCaseTest {
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
    RetryConnector retry;

    @Inject
    ReleaseRequest release;

    @Inject
    CaseProgress progress;

    @Inject
    DownloadBundle download;

    @ConfigProperty(name = ServiceWorld.MAILBOX)
    String mailbox;

    @Test
    void a_customer_of_all_services_gets_a_bundle_that_can_be_downloaded() throws IOException {
        String email = DemoCustomers.COMPANY_EMAIL;
        String reference = submit.submit(
                new Submission(Right.ACCESS, List.of(), "Anton Kranjc", email, List.of(), Language.SL, ""),
                Optional.empty());
        String token = new Mails(mailbox).token(email, reference, "/confirm/");
        UUID request = confirm.confirm(token, Set.of()).request();
        check.record(
                reference,
                CLERK,
                new RecordIdentityCheck.Check(ProofMethod.CALL_BACK, List.of(), "poklicana številka iz pogodbe"),
                UUID.randomUUID());

        accept.accept(reference, CLERK);
        awaitState(request, State.InReview.class);
        assertThat(progress.of(request).runs())
                .allSatisfy(run -> assertThat(run.state())
                        .as(() -> run.connector() + ": " + run.fault())
                        .isEqualTo(RunState.ANSWERED))
                .extracting(Run::connector)
                .containsExactly("billing", "dostavljalec", "hosting", "website-builder", "whois-domain");

        assertThat(progress.of(request).runs())
                .as("however short a run was, how much it read is told")
                .allSatisfy(run -> assertThat(run.bytes()).isPositive());

        Map<String, Integer> before = attempts(request);
        retry.retry(reference, CLERK, "billing", Optional.empty());
        awaitState(request, State.InReview.class);
        assertThat(progress.of(request).runs())
                .as("what billing finds again, the others need not be asked for again")
                .allSatisfy(run -> assertThat(run.state()).isEqualTo(RunState.ANSWERED));
        Map<String, Integer> after = new HashMap<>(attempts(request));
        assertThat(after.remove("billing")).isGreaterThan(before.get("billing"));
        assertThat(before).containsAllEntriesOf(after);

        release.release(reference, CLERK, Optional.empty(), Optional.empty());
        awaitState(request, State.Ready.class);

        try (var content = QuarkusTransaction.requiringNew()
                .call(() -> download.open(request, 1))
                .content()) {
            ByteBuffer magic = ByteBuffer.allocate(4);
            content.read(magic);
            assertThat(magic.array()).startsWith('P', 'K', 3, 4);
            assertThat(content.size()).isGreaterThan(100_000);
        }
    }

    private Map<String, Integer> attempts(UUID request) {
        return progress.of(request).runs().stream().collect(Collectors.toMap(Run::connector, Run::attempt));
    }

    private void awaitState(UUID request, Class<? extends State> state) {
        await().atMost(Duration.ofSeconds(120))
                .until(() -> state.isInstance(progress.of(request).request().state()));
    }
}
