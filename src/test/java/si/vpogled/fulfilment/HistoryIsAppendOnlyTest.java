package si.vpogled.fulfilment;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import si.vpogled.request.Actor;
import si.vpogled.request.ListRequests;
import si.vpogled.request.Right;
import si.vpogled.request.Role;
import si.vpogled.request.Submission;
import si.vpogled.request.SubmitRequest;
import si.vpogled.testing.ServiceWorld;
import si.vpogled.text.Language;

@QuarkusTest
@WithTestResource(ServiceWorld.class)
class HistoryIsAppendOnlyTest {
    @Inject
    SubmitRequest submit;

    @Inject
    ListRequests list;

    @Inject
    EntityManager database;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update history set action = 'nothing'",
                "delete from history",
                "truncate history",
                "update list_view set actor = 'nobody'",
                "delete from list_view",
                "truncate list_view"
            })
    void the_database_itself_refuses_to_change_the_history(String statement) {
        submit.submit(
                new Submission(Right.ACCESS, List.of(), "Nihče", "nihce@posta.example", List.of(), Language.SL, ""),
                Optional.empty());
        list.list(
                new ListRequests.Query(ListRequests.Filter.NONE, Optional.empty(), 1),
                Actor.staff("rezka", Set.of(Role.AUDITOR)));

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                        .run(() -> database.createNativeQuery(statement).executeUpdate()))
                .hasStackTraceContaining("history is append-only");
    }
}
