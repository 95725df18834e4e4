package si.vpogled.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import si.vpogled.collection.Run;
import si.vpogled.collection.RunState;
import si.vpogled.connector.FaultKind;
import si.vpogled.demo.people.DemoCustomers;
import si.vpogled.request.AcceptRequest;
import si.vpogled.request.Actor;
import si.vpogled.request.ConfirmRequest;
import si.vpogled.request.EndPartialAnswer;
import si.vpogled.request.Right;
import si.vpogled.request.Role;
import si.vpogled.request.State;
import si.vpogled.request.Submission;
import si.vpogled.request.SubmitRequest;
import si.vpogled.storage.ObjectStore;
import si.vpogled.storage.keys.RequestKeys;
import si.vpogled.testing.Mails;
import si.vpogled.testing.ServiceWorld;
import si.vpogled.testing.SettableClock;
import si.vpogled.text.Language;

/** A bundle that cannot be made of what was collected does not keep its case stuck: staff decide again. */
@QuarkusTest
@WithTestResource(ServiceWorld.class)
class UnmakeableAnswerTest {
    private static final Actor CLERK = Actor.staff("klara", Set.of(Role.CLERK));
    private static final Actor APPROVER = Actor.staff("ana", Set.of(Role.APPROVER));
    private static final String LOST = "whois-domain";

    @Inject
    SettableClock clock;

    @Inject
    SubmitRequest submit;

    @Inject
    ConfirmRequest confirm;

    @Inject
    AcceptRequest accept;

    @Inject
    ReleaseRequest release;

    @Inject
    RetryConnector retry;

    @Inject
    EndPartialAnswer end;

    @Inject
    CaseProgress progress;

    @Inject
    DownloadBundle download;

    @Inject
    ObjectStore store;

    @Inject
    RequestKeys keys;

    @ConfigProperty(name = ServiceWorld.MAILBOX)
    String mailbox;

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    void an_extract_that_the_store_lost_is_named_and_its_source_can_be_asked_again() throws Exception {
        UUID request = releasedWithoutAnExtract();

        assertThat(run(request).fault())
                .hasValueSatisfying(fault -> assertThat(fault.kind()).isEqualTo(FaultKind.DEFECT));
        assertThat(progress.of(request).runs().stream().filter(run -> run.state() == RunState.FAILED))
                .extracting(Run::connector)
                .containsExactly(LOST);
        assertThat(progress.of(request).bundles()).isEmpty();

        retry.retry(reference(request), CLERK, LOST, Optional.empty());
        awaitState(request, State.InReview.class);
        release.release(reference(request), CLERK, Optional.empty(), Optional.empty());

        awaitState(request, State.Ready.class);
        assertThat(progress.of(request).bundles())
                .singleElement()
                .satisfies(bundle -> assertThat(bundle.partialReason()).isEmpty());
    }

    /** Which is what a store that cannot be read just now looks like. */
    @Test
    void an_extract_whose_seal_does_not_open_is_kept_and_makes_the_answer_once_it_does() throws Exception {
        UUID request = collected();
        String reference = reference(request);
        String key = run(request).extract().orElseThrow().key();
        byte[] sealed = stored(key);
        byte[] unreadable = sealed.clone();
        unreadable[unreadable.length - 1] ^= 1;
        replace(key, unreadable);

        release.release(reference, CLERK, Optional.empty(), Optional.empty());

        await().atMost(Duration.ofSeconds(120)).until(() -> {
            // over the pauses between its tries
            clock.advance(Duration.ofMinutes(10));
            return state(request) instanceof State.InReview;
        });
        assertThat(run(request).state()).isEqualTo(RunState.ANSWERED);
        assertThat(run(request).fault()).isEmpty();
        assertThat(run(request).extract())
                .hasValueSatisfying(kept -> assertThat(kept.key()).isEqualTo(key));
        assertThat(stored(key)).isEqualTo(unreadable);
        replace(key, sealed);
        release.release(reference, CLERK, Optional.empty(), Optional.empty());
        awaitState(request, State.Ready.class);
        assertThat(progress.of(request).bundles())
                .singleElement()
                .satisfies(bundle -> assertThat(bundle.partialReason()).isEmpty());
    }

    @Test
    void an_answer_in_part_whose_rest_never_comes_is_ended_with_a_letter_and_stays_for_its_whole_period()
            throws Exception {
        UUID request = releasedWithoutAnExtract();
        release.release(reference(request), CLERK, Optional.of("vir molči"), Optional.empty());
        awaitState(request, State.Ready.class);

        end.end(reference(request), APPROVER, "Sistem je bil ukinjen.");

        assertThat(state(request))
                .isInstanceOfSatisfying(
                        State.Closed.class,
                        closed -> assertThat(closed.ending())
                                .isEqualTo(
                                        new State.Ending.AnsweredInPart(1, List.of(LOST), "Sistem je bil ukinjen.")));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> new Mails(mailbox)
                        .to(DemoCustomers.PRIVATE_EMAIL).stream()
                                .map(mail -> mail.get("text").asText())
                                .anyMatch(text -> text.contains("Sistem je bil ukinjen.")
                                        && text.contains("Informacijsk")
                                        && text.contains(reference(request))));
        clock.advance(Duration.ofDays(29));
        download.open(request, 1).content().close();

        clock.advance(Duration.ofDays(2));

        await().atMost(Duration.ofSeconds(60)).until(() -> shredded(request));
        assertThatThrownBy(() -> download.open(request, 1)).isNotNull();
    }

    private byte[] stored(String key) throws IOException {
        try (SeekableByteChannel channel = store.open(key)) {
            return Channels.newInputStream(channel).readAllBytes();
        }
    }

    private void replace(String key, byte[] content) throws IOException {
        store.deleteAll(key);
        try (ObjectStore.Upload upload = store.create(key)) {
            upload.stream().write(content);
            upload.commit();
        }
    }

    /** Back in review, since the extract of one connector was lost between collection and release. */
    private UUID releasedWithoutAnExtract() throws IOException {
        UUID request = collected();
        String reference = reference(request);
        store.deleteAll(run(request).extract().orElseThrow().key());

        release.release(reference, CLERK, Optional.empty(), Optional.empty());

        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        state(request) instanceof State.InReview && run(request).state() == RunState.FAILED);
        return request;
    }

    private UUID collected() {
        String reference = submit.submit(
                new Submission(
                        Right.ACCESS,
                        List.of("domains"),
                        "Maja Žagar",
                        DemoCustomers.PRIVATE_EMAIL,
                        List.of(),
                        Language.SL,
                        ""),
                Optional.empty());
        String token = new Mails(mailbox).token(DemoCustomers.PRIVATE_EMAIL, reference, "/confirm/");
        UUID request = confirm.confirm(token, Set.of()).request();
        accept.accept(reference, CLERK);
        awaitState(request, State.InReview.class);
        return request;
    }

    private Run run(UUID request) {
        return progress.of(request).runs().stream()
                .filter(run -> run.connector().equals(LOST))
                .findFirst()
                .orElseThrow();
    }

    private String reference(UUID request) {
        return progress.of(request).request().reference();
    }

    private State state(UUID request) {
        return progress.of(request).request().state();
    }

    private void awaitState(UUID request, Class<? extends State> state) {
        await().atMost(Duration.ofSeconds(120)).until(() -> state.isInstance(state(request)));
    }

    private boolean shredded(UUID request) {
        try {
            QuarkusTransaction.requiringNew().run(() -> keys.keyPair(request));
            return false;
        } catch (RuntimeException gone) {
            return true;
        }
    }
}
