package si.vpogled.correspondence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import si.vpogled.request.CaseException;
import si.vpogled.request.History;
import si.vpogled.request.ReadCase;
import si.vpogled.storage.ObjectStore;
import si.vpogled.storage.keys.RequestKeys;
import si.vpogled.testing.OutsideTransactions;
import si.vpogled.testing.ServiceWorld;
import si.vpogled.testing.StagedCases;
import si.vpogled.text.Language;

/** Files of a message that is not sent go, unless nobody can know whether it was. */
@QuarkusTest
@WithTestResource(ServiceWorld.class)
class SendMessageTest {
    private static final String DECIDING = "{\"kind\": \"awaiting-decision\", \"since\": \"2030-01-01T00:00:00Z\"}";
    private static final String LOST = "Potrditev se izgubi";

    @ConfigProperty(name = "vpogled.store.directory")
    Path store;

    @Inject
    SendMessage send;

    @Inject
    Messages messages;

    @Inject
    StagedCases cases;

    @Inject
    Messages.Files files;

    @Inject
    ReadCase read;

    @Inject
    RequestKeys keys;

    @Inject
    ObjectStore objects;

    @Inject
    History history;

    @Inject
    EntityManager database;

    private UUID request;

    @BeforeEach
    void a_case() {
        request = cases.id(cases.in(DECIDING, "priloge-" + UUID.randomUUID() + "@primer.si", Language.SL));
    }

    private static Draft draft(UUID key, String text) {
        byte[] content = "Dokazilo".getBytes(UTF_8);
        Enclosure file = new Enclosure("dokazilo.txt", "text/plain", content.length, () -> content);
        return new Draft(key, text, List.of(file), Optional.empty());
    }

    private long files() throws IOException {
        try (Stream<Path> found = Files.walk(store.resolve("requests/" + request))) {
            return found.filter(Files::isRegularFile).count();
        }
    }

    private void database(String... statements) {
        QuarkusTransaction.requiringNew()
                .run(() -> Stream.of(statements)
                        .forEach(statement ->
                                database.createNativeQuery(statement).executeUpdate()));
    }

    @Test
    void files_of_a_message_that_is_refused_are_removed() throws IOException {
        UUID key = UUID.randomUUID();
        send.bySubject(request, draft(key, "Prvo"));

        send.bySubject(request, draft(key, "Prvo"));
        assertThatThrownBy(() -> send.bySubject(request, draft(key, "Drugo")))
                .isInstanceOfSatisfying(
                        CaseException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(CaseException.Problem.IDEMPOTENCY_MISMATCH));

        assertThat(files()).isOne();
        assertThat(messages.of(request)).extracting(Message::text).containsExactly("Prvo");
    }

    @Test
    void files_stay_where_a_commit_fails_that_may_have_been_one() throws IOException {
        database(
                "create function fail_commit() returns trigger language plpgsql as"
                        + " 'begin raise exception ''The commit fails''; end'",
                "create constraint trigger fail_commit after insert on message deferrable initially deferred"
                        + " for each row when (new.text = '" + LOST + "') execute function fail_commit()");
        try {
            assertThatThrownBy(() -> send.bySubject(request, draft(UUID.randomUUID(), LOST)))
                    .isInstanceOf(RuntimeException.class);
        } finally {
            database("drop trigger fail_commit on message", "drop function fail_commit()");
        }

        assertThat(files()).isOne();
    }

    @Test
    void a_file_is_opened_without_holding_a_connection_to_the_database() throws IOException {
        send.bySubject(request, draft(UUID.randomUUID(), "S prilogo"));
        UUID file = messages.of(request).getFirst().attachments().getFirst().id();
        SealAttachment store = new SealAttachment(new OutsideTransactions(objects));

        try (var content = new OpenAttachment(files, read, keys, store, history)
                .bySubject(request, file)
                .orElseThrow()
                .content()) {
            assertThat(content.size()).isEqualTo("Dokazilo".length());
        }
    }

    @Test
    void messages_are_in_the_order_in_which_they_came() {
        for (int i = 0; i < 4; i++) {
            send.bySubject(request, draft(UUID.randomUUID(), "Sporočilo " + i));
        }

        List<Message> sent = messages.of(request);
        assertThat(sent).extracting(Message::at).doesNotHaveDuplicates().isSorted();
        assertThat(sent.getLast().text()).isEqualTo("Sporočilo 3");
    }
}
