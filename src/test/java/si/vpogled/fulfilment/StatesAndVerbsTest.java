package si.vpogled.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import si.vpogled.correspondence.Draft;
import si.vpogled.correspondence.MarkRead;
import si.vpogled.correspondence.SendMessage;
import si.vpogled.erasure.ProposePlan;
import si.vpogled.inventory.ItemId;
import si.vpogled.law.RefusalGround;
import si.vpogled.request.AcceptRequest;
import si.vpogled.request.Action;
import si.vpogled.request.Actor;
import si.vpogled.request.AddNote;
import si.vpogled.request.AssignRequest;
import si.vpogled.request.AssignRequests;
import si.vpogled.request.CaseException;
import si.vpogled.request.CaseException.Problem;
import si.vpogled.request.EndPartialAnswer;
import si.vpogled.request.ExtendTimeLimit;
import si.vpogled.request.History;
import si.vpogled.request.RecordIdentityCheck;
import si.vpogled.request.RefuseRequest;
import si.vpogled.request.Role;
import si.vpogled.request.WithdrawRequest;
import si.vpogled.storage.keys.RequestKeys;
import si.vpogled.subject.ProofMethod;
import si.vpogled.testing.ServiceWorld;
import si.vpogled.testing.StagedCases;
import si.vpogled.text.Language;

/** Every verb in every state: it is either the process's, or refused as such, and then nothing is changed. */
@QuarkusTest
@WithTestResource(ServiceWorld.class)
class StatesAndVerbsTest {
    private static final Actor STAFF = Actor.staff("ana", Set.of(Role.CLERK, Role.APPROVER));
    private static final Actor CLERK = Actor.staff("klara", Set.of(Role.CLERK));
    private static final Actor AUDITOR = Actor.staff("rezka", Set.of(Role.AUDITOR));
    private static final ItemId ITEM = ItemId.parse("domains.legal-framework.name");
    private static final String SEVERAL = "assign among several";
    private static final String MESSAGE = "send message";
    private static final String PLAN = "0".repeat(64);
    private static final String LATER = "\"2030-01-01T00:00:00Z\"";

    /** As the database holds them. */
    private static final Map<String, String> STATES = states();

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
    ReopenCase reopen;

    @Inject
    RetryConnector retry;

    @Inject
    ProposePlan propose;

    @Inject
    WithholdItem withhold;

    @Inject
    AddNote note;

    @Inject
    AssignRequest assign;

    @Inject
    AssignRequests assignSeveral;

    @Inject
    WithholdPart withholdPart;

    @Inject
    SendMessage send;

    @Inject
    MarkRead read;

    @Inject
    RequestKeys keys;

    @Inject
    History history;

    @Inject
    StagedCases cases;

    @Inject
    EntityManager database;

    private static Map<String, String> states() {
        Map<String, String> states = new LinkedHashMap<>();
        states.put("awaiting-confirmation", "\"expiresAt\": " + LATER);
        states.put("awaiting-decision", "\"since\": " + LATER);
        states.put("collecting", "\"since\": " + LATER);
        states.put("in-review", "\"since\": " + LATER + ", \"supplement\": false");
        states.put("assembling", "\"since\": " + LATER + ", \"bundle\": 1, \"partial\": null");
        states.put("planned", "\"since\": " + LATER + ", \"plan\": \"" + PLAN + "\"");
        states.put("awaiting-approval", states.get("planned") + ", \"proposedBy\": \"mojca\"");
        states.put("executing", states.get("planned") + ", \"round\": 1");
        states.put("proving", states.get("executing"));
        states.put("remaining", states.get("planned") + ", \"next\": \"2030-01-01\"");
        states.put("ready", "\"since\": " + LATER + ", \"bundle\": 1, \"availableUntil\": " + LATER);
        states.put(
                "ready in part",
                states.get("ready") + ", \"partial\": {\"reason\": \"vir molči\", \"missing\": [\"hosting\"]}");
        states.put("closed", "\"at\": " + LATER + ", \"ending\": {\"kind\": \"withdrawn\"}");
        states.put(
                "closed for want of proof",
                "\"at\": " + LATER + ", \"ending\": {\"kind\": \"refused\", \"ground\": \"identity-not-established\","
                        + " \"reason\": \"razlog\"}");
        return states;
    }

    private interface Verb {
        void on(String reference, Actor actor);
    }

    private Map<String, Verb> verbs() {
        Map<String, Verb> verbs = new TreeMap<>();
        verbs.put(SEVERAL, this::assignAmongSeveral);
        verbs.put("mark read", (reference, actor) -> read.mark(reference, actor, Optional.of(id(reference))));
        verbs.put("restore part", (reference, actor) -> withholdPart.restore(reference, actor, id(reference)));
        verbs.put(
                MESSAGE,
                (reference, actor) -> send.byStaff(
                        reference, actor, new Draft(UUID.randomUUID(), "Pozdravljeni", List.of(), Optional.empty())));
        verbs.put(
                "withhold part",
                (reference, actor) -> withholdPart.withhold(
                        reference,
                        actor,
                        new WithholdPart.Place("a/b/c.json", Optional.empty(), Optional.empty(), Optional.empty()),
                        RefusalGround.of(RefusalGround.Scope.ENTRY).getFirst(),
                        "razlog"));
        verbs.put("assign", (reference, actor) -> assign.assign(reference, actor, Optional.of("klara")));
        verbs.put("note", (reference, actor) -> note.add(reference, actor, "zapisek", UUID.randomUUID()));
        verbs.put("restore", (reference, actor) -> withhold.restore(reference, actor, ITEM));
        verbs.put("accept", (reference, actor) -> accept.accept(reference, actor));
        verbs.put(
                "check",
                (reference, actor) -> check.record(
                        reference,
                        actor,
                        new RecordIdentityCheck.Check(ProofMethod.IN_PERSON, List.of(), ""),
                        UUID.randomUUID()));
        verbs.put("end", (reference, actor) -> end.end(reference, actor, "vir je ugasnil"));
        verbs.put("extend", (reference, actor) -> extend.extend(reference, actor, "veliko podatkov"));
        verbs.put(
                "refuse",
                (reference, actor) -> refuse.refuse(
                        reference,
                        actor,
                        RefusalGround.of(RefusalGround.Scope.REQUEST).getFirst(),
                        "razlog"));
        verbs.put(
                "release", (reference, actor) -> release.release(reference, actor, Optional.empty(), Optional.empty()));
        verbs.put("propose", (reference, actor) -> propose.propose(reference, actor, PLAN));
        verbs.put("retry", (reference, actor) -> retry.retry(reference, actor, "billing", Optional.empty()));
        verbs.put("reopen", (reference, actor) -> reopen.reopen(reference, actor));
        verbs.put("withdraw", (reference, actor) -> withdraw.withdraw(id(reference), actor));
        verbs.put(
                "withhold",
                (reference, actor) -> withhold.withhold(
                        reference,
                        actor,
                        ITEM,
                        RefusalGround.of(RefusalGround.Scope.ENTRY).getFirst(),
                        "razlog"));
        return verbs;
    }

    private void assignAmongSeveral(String reference, Actor actor) {
        AssignRequests.Result result = assignSeveral
                .assign(List.of(new AssignRequests.Chosen(reference, Optional.empty())), actor, Optional.of("klara"))
                .getFirst()
                .result();
        if (result == AssignRequests.Result.CLOSED) {
            throw new CaseException(Problem.WRONG_STATE, "closed");
        }
        assertThat(result).isEqualTo(AssignRequests.Result.ASSIGNED);
    }

    /** The verbs of each state; all others are refused there, because of the state and nothing else. */
    private static final Map<String, Set<String>> ALLOWED = Map.ofEntries(
            Map.entry("awaiting-confirmation", Set.of(SEVERAL, "assign", "mark read", "note", "withdraw")),
            Map.entry(
                    "awaiting-decision",
                    Set.of(
                            SEVERAL,
                            "accept",
                            "assign",
                            "check",
                            "extend",
                            "mark read",
                            "note",
                            "refuse",
                            MESSAGE,
                            "withdraw")),
            Map.entry(
                    "collecting",
                    Set.of(SEVERAL, "assign", "check", "extend", "mark read", "note", "refuse", MESSAGE, "withdraw")),
            Map.entry(
                    "in-review",
                    Set.of(
                            SEVERAL,
                            "assign",
                            "check",
                            "extend",
                            "mark read",
                            "note",
                            "refuse",
                            "release",
                            "restore",
                            "restore part",
                            "retry",
                            MESSAGE,
                            "withdraw",
                            "withhold",
                            "withhold part")),
            Map.entry("assembling", Set.of(SEVERAL, "assign", "mark read", "note", MESSAGE)),
            Map.entry(
                    "planned",
                    Set.of(
                            SEVERAL,
                            "assign",
                            "check",
                            "extend",
                            "mark read",
                            "note",
                            "propose",
                            "refuse",
                            "retry",
                            MESSAGE,
                            "withdraw")),
            Map.entry(
                    "awaiting-approval",
                    Set.of(
                            SEVERAL,
                            "assign",
                            "check",
                            "extend",
                            "mark read",
                            "note",
                            "refuse",
                            "retry",
                            MESSAGE,
                            "withdraw")),
            Map.entry("executing", Set.of(SEVERAL, "assign", "mark read", "note", "retry", MESSAGE)),
            Map.entry("proving", Set.of(SEVERAL, "assign", "mark read", "note", "retry", MESSAGE)),
            Map.entry("remaining", Set.of(SEVERAL, "assign", "mark read", "note")),
            Map.entry("ready", Set.of(SEVERAL, "assign", "mark read", "note", MESSAGE)),
            Map.entry("ready in part", Set.of(SEVERAL, "assign", "end", "mark read", "note", MESSAGE)),
            Map.entry("closed", Set.of("mark read")),
            Map.entry("closed for want of proof", Set.of("mark read", "reopen")));

    /** Past the state, nothing was collected here that could be withheld. */
    private static final Map<String, Problem> BEYOND_STATE = Map.of("withhold part", Problem.UNKNOWN_PART);

    /** What the history says that was done. */
    private static final Map<String, Action> DEEDS = Map.ofEntries(
            Map.entry("accept", Action.ACCEPTED),
            Map.entry("assign", Action.ASSIGNED),
            Map.entry(SEVERAL, Action.ASSIGNED),
            Map.entry("mark read", Action.MESSAGES_READ),
            Map.entry("restore part", Action.ITEM_RESTORED),
            Map.entry(MESSAGE, Action.MESSAGE_SENT),
            Map.entry("withhold part", Action.ITEM_WITHHELD),
            Map.entry("check", Action.IDENTITY_CHECKED),
            Map.entry("end", Action.ENDED_IN_PART),
            Map.entry("extend", Action.EXTENDED),
            Map.entry("note", Action.NOTED),
            Map.entry("propose", Action.PLAN_PROPOSED),
            Map.entry("refuse", Action.REFUSED),
            Map.entry("release", Action.RELEASED),
            Map.entry("reopen", Action.REOPENED),
            Map.entry("restore", Action.ITEM_RESTORED),
            Map.entry("retry", Action.CONNECTOR_RETRIED),
            Map.entry("withdraw", Action.WITHDRAWN),
            Map.entry("withhold", Action.ITEM_WITHHELD));

    static Stream<Arguments> statesAndVerbs() {
        return STATES.keySet().stream()
                .flatMap(state -> DEEDS.keySet().stream().sorted().map(verb -> arguments(state, verb)));
    }

    @ParameterizedTest
    @MethodSource("statesAndVerbs")
    void each_verb_is_done_and_told_in_the_history_or_refused_for_the_state_and_nothing_changes(
            String state, String verb) {
        String reference = caseIn(state);
        prepare(verb, reference);
        String before = row(reference);

        Optional<Problem> problem = problem(verbs().get(verb), reference, STAFF);

        if (ALLOWED.get(state).contains(verb) && BEYOND_STATE.containsKey(verb)) {
            assertThat(problem).contains(BEYOND_STATE.get(verb));
        } else if (ALLOWED.get(state).contains(verb)) {
            assertThat(problem).isEmpty();
            assertThat(doneBy(STAFF, reference)).containsExactly(DEEDS.get(verb).key());
        } else {
            assertThat(problem).contains(Problem.WRONG_STATE);
            assertThat(row(reference)).isEqualTo(before);
            assertThat(doneBy(STAFF, reference)).isEmpty();
        }
    }

    @Test
    void every_verb_is_tried() {
        assertThat(verbs().keySet()).isEqualTo(new TreeSet<>(DEEDS.keySet()));
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

    @Test
    void putting_back_what_was_not_withheld_tells_nothing() {
        String reference = caseIn("in-review");

        assertThat(problem(verbs().get("restore"), reference, STAFF)).isEmpty();
        assertThat(doneBy(STAFF, reference)).isEmpty();
    }

    /** GDPR Art. 15(4) is about what there is: an answer never says that something is withheld which was not found. */
    @Test
    void what_was_not_found_cannot_be_withheld() {
        String unasked = caseIn("in-review");
        String without = caseIn("in-review");
        cases.told(without, "billing", ITEM.toString(), "none-held");

        for (String reference : List.of(unasked, without)) {
            assertThat(problem(verbs().get("withhold"), reference, STAFF)).contains(Problem.NOTHING_TO_WITHHOLD);
            assertThat(doneBy(STAFF, reference)).isEmpty();
        }
    }

    /** What a verb needs besides the state. */
    private void prepare(String verb, String reference) {
        UUID id = id(reference);
        switch (verb) {
            case "retry" -> retryable(reference, id);
            case "restore" ->
                insert(
                        "withholding values (?1, ?2, 'rights-of-others', 'razlog', 'klara', now())",
                        id,
                        ITEM.toString());
            case "restore part" ->
                insert(
                        "withheld_part values (?1, ?1, 'billing', 1, 'a/b/c.json', 0, '', '', false,"
                                + " 'rights-of-others', 'razlog', 'klara', now())",
                        id);
            case "mark read" -> insert("message values (?1, ?1, 'subject', '', 'Prosim', now(), null)", id);
            case "withhold" -> cases.told(reference, "billing", ITEM.toString(), "found");
            case "withhold part" -> QuarkusTransaction.requiringNew().run(() -> keys.createIfAbsent(id));
            default -> {}
        }
    }

    /** In the midst of an erasure, a step of it has failed. */
    private void retryable(String reference, UUID id) {
        cases.failed(reference, "billing");
        QuarkusTransaction.requiringNew().run(() -> {
            keys.createIfAbsent(id);
            database.createNativeQuery("update run set operation = 'ERASE' from request"
                            + " where request.id = run.request_id and run.request_id = ?1"
                            + " and request.state_kind in ('executing', 'proving')")
                    .setParameter(1, id)
                    .executeUpdate();
        });
    }

    private void insert(String row, Object... values) {
        QuarkusTransaction.requiringNew().run(() -> {
            var statement = database.createNativeQuery("insert into " + row);
            for (int i = 0; i < values.length; i++) {
                statement.setParameter(i + 1, values[i]);
            }
            statement.executeUpdate();
        });
    }

    private List<String> doneBy(Actor actor, String reference) {
        return QuarkusTransaction.requiringNew()
                .call(() -> history.of(id(reference)).stream()
                        .filter(entry -> entry.actor().equals(actor.name()))
                        .map(History.Entry::action)
                        .toList());
    }

    private static Optional<Problem> problem(Verb verb, String reference, Actor actor) {
        try {
            verb.on(reference, actor);
            return Optional.empty();
        } catch (CaseException e) {
            return Optional.of(e.problem());
        }
    }

    private String caseIn(String state) {
        return cases.in(
                "{\"kind\": \"" + state.replace(" in part", "").replace(" for want of proof", "") + "\", "
                        + STATES.get(state) + "}",
                "nihce@posta.example",
                Language.SL);
    }

    private UUID id(String reference) {
        return cases.id(reference);
    }

    /** The case, and what hangs on it; letters that are sent meanwhile aside. */
    private String row(String reference) {
        return QuarkusTransaction.requiringNew().call(() -> (String) database.createNativeQuery(
                        "select cast(r as text) || (select count(*) from note n where n.request_id = r.id)"
                                + " || (select count(*) from identity_proof p where p.request_id = r.id)"
                                + " || (select count(*) from withholding w where w.request_id = r.id)"
                                + " || (select count(*) from withheld_part p where p.request_id = r.id)"
                                + " || (select count(*) from message m where m.request_id = r.id)"
                                + " from request r where reference = ?1",
                        String.class)
                .setParameter(1, reference)
                .getSingleResult());
    }
}
