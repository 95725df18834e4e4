package si.vpogled.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import si.vpogled.bundle.completeness.IncompleteException;
import si.vpogled.collection.Run;
import si.vpogled.collection.RunState;
import si.vpogled.inventory.ItemId;
import si.vpogled.request.RequestConfig;
import si.vpogled.request.State;
import si.vpogled.testing.ServiceWorld;
import si.vpogled.testing.StagedCases;
import si.vpogled.text.Language;

/** When a bundle that is not made goes back to staff, and what it blames. */
@QuarkusTest
@WithTestResource(ServiceWorld.class)
class ReturnToReviewTest {
    private static final String RELEASED =
            "{\"kind\": \"assembling\", \"since\": \"2026-04-01T00:00:00Z\", \"bundle\": 1, \"partial\": null}";

    @Inject
    StagedCases cases;

    @Inject
    PlanBundle plans;

    @Inject
    ReturnToReview back;

    @Inject
    AssembleTask task;

    @Inject
    CaseProgress progress;

    @Inject
    RequestConfig config;

    private UUID request;

    @BeforeEach
    void a_released_case() {
        request = cases.id(cases.in(RELEASED, "nihce@posta.example", Language.SL));
    }

    @Test
    void attempts_that_ended_without_a_word_are_counted_too() {
        for (int attempt = 1; attempt <= config.bundleTries(); attempt++) {
            assertThat(triedOut(begun())).isFalse();
        }

        assertThat(triedOut(begun())).isTrue();

        assertThat(state()).isInstanceOf(State.InReview.class);
    }

    /** It has no key, so nothing can be opened. */
    @Test
    void what_fails_otherwise_is_tried_again_so_often_and_then_blames_nobody() throws Exception {
        cases.failed(progress.of(request).request().reference(), "hosting");
        for (int attempt = 1; attempt < config.bundleTries(); attempt++) {
            assertThatThrownBy(() -> task.run(request + "/1/0")).isNotNull();
            assertThat(state()).isInstanceOf(State.Assembling.class);
        }

        task.run(request + "/1/0");

        assertThat(state()).isInstanceOf(State.InReview.class);
        assertThat(progress.of(request).runs()).extracting(Run::connector).containsExactly("hosting");
    }

    @Test
    void an_item_without_a_verdict_names_its_connector_at_once_even_one_that_was_never_asked() {
        int attempt = begun();

        boolean over = QuarkusTransaction.requiringNew()
                .call(() -> back.after(
                        request,
                        1,
                        attempt,
                        new IncompleteException(List.of(ItemId.parse("domains.service-fulfilment.name")))));

        assertThat(over).isTrue();
        assertThat(state()).isInstanceOf(State.InReview.class);
        assertThat(progress.of(request).runs()).singleElement().satisfies(run -> {
            assertThat(run.connector()).isEqualTo("whois-domain");
            assertThat(run.state()).isEqualTo(RunState.FAILED);
            assertThat(run.extract()).isEmpty();
        });
    }

    @Test
    void an_attempt_that_was_overtaken_changes_nothing() {
        int overtaken = begun();
        begun();

        assertThat(QuarkusTransaction.requiringNew()
                        .call(() -> back.after(request, 1, overtaken, new IOException("x"))))
                .isTrue();

        assertThat(state()).isInstanceOf(State.Assembling.class);
    }

    private int begun() {
        return QuarkusTransaction.requiringNew()
                .call(() -> plans.begin(request, 1))
                .orElseThrow();
    }

    private boolean triedOut(int attempt) {
        return QuarkusTransaction.requiringNew().call(() -> back.triedOut(request, 1, attempt));
    }

    private State state() {
        return progress.of(request).request().state();
    }
}
