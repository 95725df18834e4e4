package si.vpogled.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.core.Response;
import org.junit.jupiter.api.Test;
import si.vpogled.inventory.InventoryLoader;
import si.vpogled.request.CaseException;

class ProblemWordsTest {
    private final ProblemWords words = new ProblemWords(InventoryLoader.loadDefault());

    @Test
    void our_own_errors_show_an_id_to_quote_and_nothing_of_the_inside() {
        HttpProblem told = told(new IllegalStateException("password of ana@posta.example"), 500);

        assertThat(told.getStatusCode()).isEqualTo(500);
        assertThat(told.getParameters()).containsOnlyKeys("id");
        assertThat(told.getDetail())
                .contains(told.getParameters().get("id").toString())
                .doesNotContain("ana@posta.example");
    }

    @Test
    void two_who_change_the_same_thing_are_told_so() {
        HttpProblem told = told(new RuntimeException(new OptimisticLockException("row 5")), 500);

        assertThat(told.getStatusCode()).isEqualTo(409);
        assertThat(told.getType()).hasToString("/problems/changed-meanwhile");
    }

    @Test
    void days_and_states_are_told_as_people_say_them() {
        HttpProblem late = words.apply(
                HttpProblem.builder()
                        .withType(ProblemKind.EXTENSION_TOO_LATE.type())
                        .withStatus(409)
                        .build(),
                ProblemContext.of(
                        new CaseException(CaseException.Problem.EXTENSION_TOO_LATE, "2026-05-27"), "/api/v1/x"));

        assertThat(late.getDetail()).startsWith("Podaljšati ga je bilo mogoče do 27. 5. 2026");
    }

    @Test
    void what_passes_and_is_about_something_names_that_and_not_its_own_id() {
        HttpProblem told = words.apply(
                HttpProblem.builder()
                        .withType(ProblemKind.FINDINGS_UNREADABLE.type())
                        .withStatus(503)
                        .build(),
                ProblemContext.of(
                        new CaseException(CaseException.Problem.FINDINGS_UNREADABLE, "hosting"), "/api/v1/x"));

        assertThat(told.getDetail()).contains("»hosting«");
        assertThat(told.getParameters()).containsOnlyKeys("id");
    }

    private HttpProblem told(Throwable cause, int status) {
        return words.apply(
                HttpProblem.valueOf(Response.Status.fromStatusCode(status), cause.getMessage()),
                ProblemContext.of(cause, "/api/v1/x"));
    }
}
