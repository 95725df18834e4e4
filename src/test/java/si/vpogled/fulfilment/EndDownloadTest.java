package si.vpogled.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import si.vpogled.testing.ServiceWorld;
import si.vpogled.testing.StagedCases;
import si.vpogled.text.Language;

/** The end of a download period, done again by whoever takes over from a process that was killed in it. */
@QuarkusTest
@WithTestResource(ServiceWorld.class)
class EndDownloadTest {
    private static final String READY = "{\"kind\": \"ready\", \"since\": \"2030-01-01T00:00:00Z\", \"bundle\": 1,"
            + " \"availableUntil\": \"2030-02-01T00:00:00Z\"}";

    @Inject
    EndDownloadTask task;

    @Inject
    StagedCases cases;

    @Inject
    EntityManager database;

    @Test
    void a_download_ends_once_however_often_the_task_is_done() throws Exception {
        String reference = cases.in(READY, "konec@posta.example", Language.SL);
        UUID request = cases.id(reference);
        onTheShelf(request);

        for (int i = 0; i < 3; i++) {
            task.run(request + "/1");
        }

        for (String action : new String[] {"download-ended", "closed"}) {
            assertThat(cases.number(
                            "select count(*) from history where request_id = ?1 and action = ?2", request, action))
                    .as(action)
                    .isEqualTo(1);
        }
        assertThat(cases.number("select count(*) from bundle where request_id = ?1 and state = 'ended'", request))
                .isEqualTo(1);
    }

    private void onTheShelf(UUID request) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(
                                "insert into bundle (id, request_id, number, attempt, state, object_key, size, sha256,"
                                        + " created_at, ready_at, available_until, missing) values (?1, ?2, 1, 1, 'ready',"
                                        + " 'none', 1, '', now(), now(), now(), '[]')")
                        .setParameter(1, UUID.randomUUID())
                        .setParameter(2, request)
                        .executeUpdate());
    }
}
