package si.vpogled.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
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

    @Test
    void an_answer_of_which_no_letter_could_tell_stays_until_one_did() throws Exception {
        String reference = cases.in(READY, "zavrnjeno@posta.example", Language.SL);
        UUID request = cases.id(reference);
        onTheShelf(request);
        UUID letter = UUID.nameUUIDFromBytes((request + "/READY/1").getBytes(StandardCharsets.UTF_8));
        run(
                "insert into letter (id, request_id, kind, about, facts, created_at, failing_since) values (?1, ?2, 'READY',"
                        + " '1', '{\"limit\": \"\", \"until\": \"2030-02-01T00:00:00Z\", \"ground\": \"\", \"reason\": \"\"}',"
                        + " now(), now())",
                letter,
                request);

        Instant next = task.run(request + "/1").orElseThrow();

        assertThat(cases.number("select count(*) from request where id = ?1 and state_kind = 'ready'", request))
                .isEqualTo(1);
        assertThat(cases.number(
                        "select count(*) from bundle where request_id = ?1 and state = 'ready' and available_until > now()"
                                + " + interval '29 days'",
                        request))
                .isEqualTo(1);
        assertThat(cases.number(
                        "select count(*) from letter where id = ?1 and cast(facts ->> 'until' as timestamptz) > now() +"
                                + " interval '29 days'",
                        letter))
                .as("it says until when")
                .isEqualTo(1);
        assertThat(next).isAfter(Instant.now().plus(Duration.ofDays(29)));

        run("update letter set dropped_at = now() where id = ?1 and request_id = ?2", letter, request);
        assertThat(task.run(request + "/1")).as("given up").isPresent();

        run("update letter set sent_at = now() where id = ?1 and request_id = ?2", letter, request);
        assertThat(task.run(request + "/1")).isEmpty();
        assertThat(cases.number("select count(*) from request where id = ?1 and state_kind = 'closed'", request))
                .isEqualTo(1);
    }

    private void run(String statement, Object first, Object second) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(statement)
                        .setParameter(1, first)
                        .setParameter(2, second)
                        .executeUpdate());
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
