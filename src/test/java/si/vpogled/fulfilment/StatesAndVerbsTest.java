package si.vpogled.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import si.vpogled.inventory.ItemId;
import si.vpogled.law.RefusalGround;
import si.vpogled.request.AcceptRequest;
import si.vpogled.request.Actor;
import si.vpogled.request.CaseException;
import si.vpogled.request.CaseException.Problem;
import si.vpogled.request.EndPartialAnswer;
import si.vpogled.request.ExtendTimeLimit;
import si.vpogled.request.RecordIdentityCheck;
import si.vpogled.request.RefuseRequest;
import si.vpogled.request.Right;
import si.vpogled.request.Role;
import si.vpogled.request.Submission;
import si.vpogled.request.SubmitRequest;
import si.vpogled.request.WithdrawRequest;
import si.vpogled.subject.ProofMethod;
import si.vpogled.testing.ServiceWorld;
import si.vpogled.text.Language;

/** Every verb in every state: it is either the process's, or refused as such, and then nothing is changed. */
@QuarkusTest
@WithTestResource(ServiceWorld.class)
class StatesAndVerbsTest {
    private static final Actor STAFF = Actor.staff("ana", Set.of(Role.CLERK, Role.APPROVER));
    private static final Actor CLERK = Actor.staff("klara", Set.of(Role.CLERK));
    private static final Actor AUDITOR = Actor.staff("rezka", Set.of(Role.AUDITOR));
    private static final String LATER = "\"2030-01-01T00:00:00Z\"";

    /** As the database holds them. */
    private static final Map<String, String> STATES = states();

    @Inject
    SubmitRequest submit;

    @Inject
    AcceptRequest accept;

    @Inject
    RefuseRequest refuse;

    @Inject
    WithdrawRequest withdraw;

    @Inject
    ExtendTimeLimit extend;

    @Inject
    RecordIdentityCheck check;

    @Inject
    ReleaseRequest release;

    @Inject
    EndPartialAnswer end;

    @Inject
    RetryConnector retry;

    @Inject
    WithholdItem withhold;

    @Inject
    EntityManager database;

    private static Map<String, String> states() {
        Map<String, String> states = new LinkedHashMap<>();
        states.put("awaiting-confirmation", "\"expiresAt\": " + LATER);
        states.put("awaiting-decision", "\"since\": " + LATER);
        states.put("collecting", "\"since\": " + LATER);
        states.put("in-review", "\"since\": " + LATER + ", \"supplement\": false");
        states.put("assembling", "\"since\": " + LATER + ", \"bundle\": 1, \"partial\": null");
        states.put("ready", "\"since\": " + LATER + ", \"bundle\": 1, \"availableUntil\": " + LATER);
        states.put(
                "ready in part",
                states.get("ready") + ", \"partial\": {\"reason\": \"vir molči\", \"missing\": [\"hosting\"]}");
        states.put("closed", "\"at\": " + LATER + ", \"ending\": {\"kind\": \"withdrawn\"}");
        return states;
    }

    private interface Verb {
        void on(String reference, Actor actor);
    }

    private Map<String, Verb> verbs() {
        Map<String, Verb> verbs = new TreeMap<>();
        verbs.put("accept", (reference, actor) -> accept.accept(reference, actor));
        verbs.put("check", (reference, actor) -> check.record(reference, actor, ProofMethod.IN_PERSON, List.of(), ""));
        verbs.put("end", (reference, actor) -> end.end(reference, actor, "vir je ugasnil"));
        verbs.put("extend", (reference, actor) -> extend.extend(reference, actor, "veliko podatkov"));
        verbs.put(
                "refuse",
                (reference, actor) -> refuse.refuse(
                        reference,
                        actor,
                        RefusalGround.of(RefusalGround.Scope.REQUEST).getFirst(),
                        "razlog"));
        verbs.put("release", (reference, actor) -> release.release(reference, actor, Optional.empty()));
        verbs.put("retry", (reference, actor) -> retry.retry(reference, actor, "billing"));
        verbs.put("withdraw", (reference, actor) -> withdraw.withdraw(id(reference), actor));
        verbs.put(
                "withhold",
                (reference, actor) -> withhold.withhold(
                        reference,
                        actor,
                        ItemId.parse("domains.legal-framework.name"),
                        RefusalGround.of(RefusalGround.Scope.ENTRY).getFirst(),
                        "razlog"));
        return verbs;
    }

    @Test
    void each_state_knows_its_verbs_and_refuses_the_others() {
        Map<String, Set<String>> allowed = new LinkedHashMap<>();
        STATES.keySet().forEach(state -> allowed.put(state, allowedIn(state, STAFF)));

        assertThat(allowed)
                .containsEntry("awaiting-confirmation", Set.of("withdraw"))
                .containsEntry("awaiting-decision", Set.of("accept", "check", "extend", "refuse", "withdraw"))
                .containsEntry("collecting", Set.of("check", "extend", "refuse", "withdraw"))
                .containsEntry(
                        "in-review", Set.of("check", "extend", "refuse", "release", "retry", "withdraw", "withhold"))
                .containsEntry("assembling", Set.of())
                .containsEntry("ready", Set.of())
                .containsEntry("ready in part", Set.of("end"))
                .containsEntry("closed", Set.of());
    }

    @Test
    void an_auditor_changes_nothing_in_any_state() {
        STATES.keySet()
                .forEach(state -> verbs().forEach((name, verb) -> assertThat(problem(verb, caseIn(state), AUDITOR))
                        .as(name + " in " + state)
                        .contains(Problem.ROLE_REQUIRED)));
    }

    @Test
    void only_an_approver_ends_a_case_with_an_answer_in_part() {
        assertThat(problem(verbs().get("end"), caseIn("ready in part"), CLERK)).contains(Problem.ROLE_REQUIRED);
    }

    private Set<String> allowedIn(String state, Actor actor) {
        Set<String> allowed = new TreeSet<>();
        verbs().forEach((name, verb) -> {
            String reference = caseIn(state);
            String before = row(reference);
            Optional<Problem> problem = problem(verb, reference, actor);
            if (problem.filter(Problem.WRONG_STATE::equals).isPresent()) {
                assertThat(row(reference)).as(name + " in " + state).isEqualTo(before);
            } else {
                allowed.add(name);
            }
        });
        return allowed;
    }

    private static Optional<Problem> problem(Verb verb, String reference, Actor actor) {
        try {
            verb.on(reference, actor);
            return Optional.empty();
        } catch (CaseException e) {
            return Optional.of(e.problem());
        }
    }

    /** A case of one service without hosted content, put into a state as if it had come there. */
    private String caseIn(String state) {
        String reference = submit.submit(
                new Submission(
                        Right.ACCESS, List.of("domains"), "Nihče", "nihce@posta.example", List.of(), Language.SL, ""),
                Optional.empty());
        String json = "{\"kind\": \"" + state.replace(" in part", "") + "\", " + STATES.get(state) + "}";
        QuarkusTransaction.requiringNew().run(() -> {
            database.createNativeQuery("update request set state = cast(?1 as jsonb) where reference = ?2")
                    .setParameter(1, json)
                    .setParameter(2, reference)
                    .executeUpdate();
            database.createNativeQuery("insert into identity_proof values (?1, ?2, 'mailed-link',"
                            + " '{\"list\": []}', '', '', now())")
                    .setParameter(1, UUID.randomUUID())
                    .setParameter(2, id(reference))
                    .executeUpdate();
        });
        return reference;
    }

    private UUID id(String reference) {
        return QuarkusTransaction.joiningExisting()
                .call(() -> (UUID) database.createNativeQuery("select id from request where reference = ?1", UUID.class)
                        .setParameter(1, reference)
                        .getSingleResult());
    }

    private String row(String reference) {
        return QuarkusTransaction.requiringNew().call(() -> (String) database.createNativeQuery(
                        "select cast(r as text) || (select count(*) from history h where h.request_id = r.id)"
                                + " from request r where reference = ?1",
                        String.class)
                .setParameter(1, reference)
                .getSingleResult());
    }
}
