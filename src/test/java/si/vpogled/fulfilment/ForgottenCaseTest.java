package si.vpogled.fulfilment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import si.vpogled.correspondence.Draft;
import si.vpogled.correspondence.Enclosure;
import si.vpogled.correspondence.SendMessage;
import si.vpogled.inventory.ItemId;
import si.vpogled.law.RefusalGround;
import si.vpogled.request.Actor;
import si.vpogled.request.AddNote;
import si.vpogled.request.AssignRequest;
import si.vpogled.request.ExtendTimeLimit;
import si.vpogled.request.RecordIdentityCheck;
import si.vpogled.request.RefuseRequest;
import si.vpogled.request.Right;
import si.vpogled.request.Role;
import si.vpogled.request.Submission;
import si.vpogled.request.SubmitRequest;
import si.vpogled.subject.Identifier;
import si.vpogled.subject.IdentifierKind;
import si.vpogled.subject.ProofMethod;
import si.vpogled.testing.ServiceWorld;
import si.vpogled.testing.StagedCases;
import si.vpogled.testing.Traces;
import si.vpogled.text.Language;

/** A word of its own is written wherever words can be written of a case; once it is shredded, the database is sought through. */
@QuarkusTest
@WithTestResource(ServiceWorld.class)
class ForgottenCaseTest {
    private static final Actor CLERK = Actor.staff("klara", Set.of(Role.CLERK));
    private static final ItemId ITEM = ItemId.parse("domains.legal-framework.name");
    private static final String IN_REVIEW =
            "{\"kind\": \"in-review\", \"since\": \"2030-01-01T00:00:00Z\", \"supplement\": false}";

    /** All places but the refusal, which ends the case. */
    private static final Set<String> WRITTEN = Set.of(
            "answer",
            "assignee",
            "brought",
            "check",
            "doubted",
            "email",
            "entry",
            "extension",
            "file",
            "known",
            "leftout",
            "message",
            "name",
            "note",
            "part",
            "partly",
            "proved",
            "stated",
            "text",
            "withheld");

    /** Who asked and who worked on it, and what was decided and told to the subject, who may read it again. */
    private static final Map<String, Set<String>> STAYS = Map.of(
            "request.name", Set.of("name"),
            "request.email", Set.of("email"),
            "request.sought", Set.of("name", "email"),
            "request.assignee", Set.of("assignee"),
            "history.detail", Set.of("assignee"),
            "request.extension_reason", Set.of("extension"),
            "request.state", Set.of("refusal"),
            "letter.facts", Set.of("extension", "refusal"));

    @ConfigProperty(name = "vpogled.store.directory")
    Path store;

    @Inject
    SubmitRequest submit;

    @Inject
    AddNote note;

    @Inject
    AssignRequest assign;

    @Inject
    RecordIdentityCheck check;

    @Inject
    ExtendTimeLimit extend;

    @Inject
    WithholdItem withhold;

    @Inject
    SendMessage send;

    @Inject
    RefuseRequest refuse;

    @Inject
    StagedCases cases;

    @Inject
    Traces traces;

    @Inject
    EntityManager database;

    private final String word = UUID.randomUUID().toString().replace("-", "");

    @Test
    void no_column_of_any_table_tells_what_was_written_or_found_once_a_case_is_shredded() throws IOException {
        String reference = submit.submit(
                new Submission(
                        Right.ACCESS,
                        List.of("domains"),
                        word("name"),
                        word("email") + "@posta.example",
                        List.of(customer("stated")),
                        Language.SL,
                        word("message")),
                Optional.empty());
        UUID request = cases.id(reference);
        cases.move(reference, IN_REVIEW);
        cases.proved(reference);
        byStaff(reference);
        letters(reference, request);
        found(reference, request);
        assertThat(everything()).as("before").isEqualTo(WRITTEN);

        refuse.refuse(reference, CLERK, ground(RefusalGround.Scope.REQUEST), word("refusal"));
        await().atMost(Duration.ofMinutes(2))
                .until(() -> cases.number(
                                "select count(*) from scheduled_tasks where task_name = 'shred' and task_instance = ?1",
                                request.toString())
                        == 0);

        assertThat(traces.of(word)).isEqualTo(STAYS);
        try (Stream<Path> files = Files.walk(store.resolve("requests"))) {
            assertThat(files.filter(
                            file -> Files.isRegularFile(file) && file.toString().contains(request.toString())))
                    .isEmpty();
        }
    }

    private void byStaff(String reference) {
        note.add(reference, CLERK, word("note"), UUID.randomUUID());
        assign.assign(reference, CLERK, Optional.of(word("assignee")));
        // in review, an account that is proved would be looked up at once
        cases.move(reference, "{\"kind\": \"awaiting-decision\", \"since\": \"2030-01-01T00:00:00Z\"}");
        check.record(
                reference,
                CLERK,
                new RecordIdentityCheck.Check(ProofMethod.IN_PERSON, List.of(customer("proved")), word("check")),
                UUID.randomUUID());
        cases.move(reference, IN_REVIEW);
        extend.extend(reference, CLERK, word("extension"));
        cases.told(reference, "billing", ITEM.toString(), "found");
        withhold.withhold(reference, CLERK, ITEM, ground(RefusalGround.Scope.ENTRY), word("withheld"));
        cases.withheldPart(reference, "billing", "hosting/files/" + word("entry") + ".txt", word("part"));
    }

    private void letters(String reference, UUID request) {
        byte[] content = word.getBytes(UTF_8);
        Enclosure file = new Enclosure(word("file") + ".txt", "text/plain", content.length, () -> content);
        send.bySubject(request, new Draft(UUID.randomUUID(), word("text"), List.of(file), Optional.empty()));
        send.byStaff(reference, CLERK, new Draft(UUID.randomUUID(), word("answer"), List.of(), Optional.empty()));
    }

    /** As connectors and the assembly leave it. */
    private void found(String reference, UUID request) {
        cases.answered(reference, "billing");
        statement(
                "update run set outcome = cast(?1 as jsonb) where request_id = ?2",
                """
                {"version": 1, "run": "%s", "attempt": 1, "connector": "billing", "started": "2030-01-01T00:00:00Z",
                 "ended": "2030-01-01T00:00:01Z", "items": [], "remarks": [], "unidentified": [],
                 "identifiers": [{"kind": "domain", "value": "%s"}],
                 "doubts": [{"identifier": {"kind": "customer-number", "value": "%s"},
                             "contactChanged": "2030-01-01", "settledFrom": "2030-01-31"}]}
                """.formatted(UUID.randomUUID(), word("brought"), word("doubted")),
                request);
        statement("insert into known_identifier values (?2, 'domain', ?1, 'billing')", word("known"), request);
        cases.answer(reference, """
                [{"verdict": "withheld", "service": "domains", "what": {"sl": "Ime", "en": "Name"},
                  "ground": {"sl": "%1$s", "en": "%1$s"}, "article": null, "until": null}]
                """.formatted(word("leftout")));
        statement(
                "update bundle set state = 'ended', partial_reason = ?1 where request_id = ?2",
                word("partly"),
                request);
    }

    private Set<String> everything() {
        return traces.of(word).values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    }

    private void statement(String sql, Object... values) {
        QuarkusTransaction.requiringNew().run(() -> {
            var query = database.createNativeQuery(sql);
            for (int i = 0; i < values.length; i++) {
                query.setParameter(i + 1, values[i]);
            }
            query.executeUpdate();
        });
    }

    private static RefusalGround ground(RefusalGround.Scope scope) {
        return RefusalGround.of(scope).getFirst();
    }

    private Identifier customer(String place) {
        return Identifier.of(IdentifierKind.CUSTOMER_NUMBER, word(place));
    }

    /** The word, and where it is written. */
    private String word(String place) {
        return word + "-" + place;
    }
}
