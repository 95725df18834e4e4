package si.vpogled.fulfilment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import com.nimbusds.jose.JWSObject;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import si.vpogled.collection.ConnectorEnvironment;
import si.vpogled.demo.DemoStaff;
import si.vpogled.erasure.ApprovePlan;
import si.vpogled.erasure.Certificate;
import si.vpogled.erasure.Certificates;
import si.vpogled.erasure.ChangeVerdict;
import si.vpogled.erasure.ErasedLedger;
import si.vpogled.erasure.ErasureGroups;
import si.vpogled.erasure.GroupState;
import si.vpogled.erasure.Plan;
import si.vpogled.erasure.PlanLine;
import si.vpogled.erasure.Plans;
import si.vpogled.erasure.ProposePlan;
import si.vpogled.law.ErasureVerdict.Erase;
import si.vpogled.law.ErasureVerdict.Keeping;
import si.vpogled.law.ErasureVerdict.Restrict;
import si.vpogled.law.RefusalGround;
import si.vpogled.law.RetentionRule;
import si.vpogled.law.TimeLimit;
import si.vpogled.request.AcceptRequest;
import si.vpogled.request.Actor;
import si.vpogled.request.CaseException;
import si.vpogled.request.CaseException.Problem;
import si.vpogled.request.History;
import si.vpogled.request.Limits;
import si.vpogled.request.RecordIdentityCheck;
import si.vpogled.request.RefuseRequest;
import si.vpogled.request.Role;
import si.vpogled.request.State;
import si.vpogled.request.WithdrawRequest;
import si.vpogled.subject.Identifier;
import si.vpogled.subject.ProofMethod;
import si.vpogled.testing.AccessiblePdfs;
import si.vpogled.testing.Api;
import si.vpogled.testing.Mails;
import si.vpogled.testing.PageVisitor;
import si.vpogled.testing.ServiceWorld;
import si.vpogled.testing.SettableClock;
import si.vpogled.testing.StagedCases;

/** GDPR Art. 17: a customer who left long ago is erased, as far as the law lets, and by two people. */
@QuarkusTest
@WithTestResource(ServiceWorld.class)
class ErasureCaseTest {
    private static final String NUMBER = "190017";
    private static final String EMAIL = "bivsa.stranka@izbrisi-me.example";
    /** Of all cases there are, other tests' too, everything is due when the clock is set years ahead. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final String TRUTH = "drop trigger if exists e17_stays on invoice";
    private static final Actor CLERK = Actor.staff("klara", Set.of(Role.CLERK));
    private static final Actor BOTH = Actor.staff("klara", Set.of(Role.CLERK, Role.APPROVER));
    private static final Actor APPROVER = Actor.staff("andrej", Set.of(Role.APPROVER));

    @Inject
    RecordIdentityCheck check;

    @Inject
    AcceptRequest accept;

    @Inject
    WithdrawRequest withdraw;

    @Inject
    RefuseRequest refuse;

    @Inject
    ProposePlan propose;

    @Inject
    ChangeVerdict change;

    @Inject
    ApprovePlan approve;

    @Inject
    Plans plans;

    @Inject
    ErasureGroups groups;

    @Inject
    Certificates certificates;

    @Inject
    ErasedLedger ledger;

    @Inject
    CaseProgress progress;

    @Inject
    History history;

    @Inject
    ConnectorEnvironment environment;

    @Inject
    StagedCases cases;

    @Inject
    SettableClock clock;

    @ConfigProperty(name = ServiceWorld.MAILBOX)
    String mailbox;

    private PageVisitor visitor;
    private LocalDate today;
    private UUID request;
    private String reference;

    @BeforeEach
    void a_customer_who_left_long_ago() throws SQLException {
        clock.reset();
        today = Limits.day(clock.instant());
        billing("delete from payment where invoice_number like 'E17-%';"
                + " delete from invoice where number like 'E17-%';"
                + " delete from service_order where number like 'E17-%'; delete from customer where number = '" + NUMBER
                + "'");
        billing("insert into customer (number, name, street, post_code, town, email, since) values ('" + NUMBER
                + "', 'Zora Nekdanja', 'Stara pot 1', '1000', 'Ljubljana', '" + EMAIL + "', '2010-01-01')");
        billing("insert into service_order values ('E17-1', '" + NUMBER + "', 'dostavljalec', 'Mali', '2010-01-01',"
                + " '2015-01-01', 'Zora Nekdanja', 'Stara pot 1', '1000 Ljubljana', null, '" + EMAIL + "')");
        invoice("E17-1", LocalDate.of(today.getYear() - 11, 5, 5));
        invoice("E17-2", LocalDate.of(today.getYear() - 9, 5, 5));
        billing("insert into payment (id, invoice_number, paid_at, method, amount, payer_ip) values"
                + " (1700001, 'E17-1', now(), 'card', 12.2, '198.51.100.17'),"
                + " (1700002, 'E17-2', now(), 'card', 12.2, '198.51.100.17')");
    }

    @AfterEach
    void now_and_the_truth() throws SQLException {
        clock.reset();
        billing(TRUTH);
    }

    @Test
    void what_may_go_goes_by_two_people_and_is_proved_and_what_is_kept_goes_on_its_day() throws Exception {
        planned();
        String asFound = hash();
        assertThat(line("invoices", today.getYear() - 11).now()).isPresent();
        assertThat(line("invoices", today.getYear() - 9).now()).isEmpty();
        assertThat(line("orders").now()).isPresent();

        change.change(
                reference,
                CLERK,
                new ChangeVerdict.Wish(
                        asFound,
                        line("orders").key(),
                        line("orders").items().getFirst().item(),
                        new Restrict(Keeping.FOR_CLAIMS, RetentionRule.CONTRACT, Optional.of(today.plusDays(5))),
                        "teče postopek izterjave"));
        refused(Problem.PLAN_CHANGED, () -> propose.propose(reference, CLERK, asFound));
        refused(
                Problem.VERDICT_NOT_ALLOWED,
                () -> change.change(
                        reference,
                        CLERK,
                        new ChangeVerdict.Wish(
                                hash(),
                                line("invoices", today.getYear() - 9).key(),
                                line("invoices", today.getYear() - 9)
                                        .items()
                                        .getFirst()
                                        .item(),
                                new Erase(),
                                "stranka si želi")));

        propose.propose(reference, CLERK, hash());
        refused(Problem.ROLE_REQUIRED, () -> approve.approve(reference, CLERK, hash()));
        refused(Problem.OWN_CASE, () -> approve.approve(reference, BOTH, hash()));
        refused(Problem.PLAN_CHANGED, () -> approve.approve(reference, APPROVER, asFound));
        assertThat(approve.approve(reference, APPROVER, hash())).isEqualTo(ApprovePlan.Approval.APPROVED);

        awaitState(State.Remaining.class);
        assertThat(invoices()).isEqualTo(1);
        assertThat(payments()).as("with their invoices").isEqualTo(1);
        assertThat(orders()).as("kept for a claim").isEqualTo(1);
        assertThat(((State.Remaining) state()).next()).isEqualTo(today.plusDays(6));
        assertThat(actions())
                .containsSubsequence(
                        "planned",
                        "verdict-changed",
                        "plan-proposed",
                        "plan-approved",
                        "step-taken",
                        "executed",
                        "proved");

        Certificates.Issued issued = QuarkusTransaction.requiringNew()
                .call(() -> certificates.last(request).orElseThrow());
        assertThat(issued.certificate().erased())
                .extracting(Certificate.Gone::collection)
                .containsExactlyInAnyOrder("invoices", "payments");
        assertThat(issued.certificate().kept())
                .extracting(Certificate.Kept::collection)
                .contains("invoices", "orders");
        assertThat(JWSObject.parse(issued.signed()).getPayload().toString()).doesNotContain(NUMBER, EMAIL);

        assertThat(QuarkusTransaction.requiringNew()
                        .call(() -> ledger.returned(
                                "billing",
                                List.of(
                                        new Identifier.CustomerNumber(NUMBER),
                                        new Identifier.CustomerNumber("190018")))))
                .as("known again, should a restored backup bring it back")
                .extracting(ErasedLedger.Returned::identifier, ErasedLedger.Returned::period)
                .contains(tuple(new Identifier.CustomerNumber(NUMBER), Integer.toString(today.getYear() - 11)))
                .allSatisfy(one -> assertThat(one.toList()).contains(new Identifier.CustomerNumber(NUMBER)));

        certified();
        refused(Problem.WRONG_STATE, () -> propose.propose(reference, CLERK, hash()));

        clock.advance(Duration.ofDays(8));
        await().atMost(PATIENCE).until(() -> orders() == 0);
        await().atMost(PATIENCE)
                .until(() -> state() instanceof State.Remaining remaining
                        && remaining.next().equals(LocalDate.of(today.getYear() + 2, 1, 1)));
        assertThat(invoices()).as("kept by law").isEqualTo(1);
        assertThat(QuarkusTransaction.requiringNew().call(() -> groups.of(request)))
                .filteredOn(group -> group.state() == GroupState.PROVED)
                .extracting(ErasureGroups.Group::collection)
                .containsExactlyInAnyOrder("invoices", "payments", "orders");

        clock.advance(Duration.between(
                clock.instant(),
                LocalDate.of(today.getYear() + 2, 1, 1)
                        .atTime(LocalTime.NOON)
                        .atZone(TimeLimit.ZONE)
                        .toInstant()));
        awaitState(State.Closed.class);
        assertThat(invoices() + payments()).as("years later, by itself").isZero();
        Certificate last = QuarkusTransaction.requiringNew()
                .call(() -> certificates.last(request).orElseThrow())
                .certificate();
        assertThat(last.number()).isEqualTo(3);
        assertThat(last.kept()).isEmpty();
        await().atMost(Duration.ofSeconds(120))
                .until(() -> noticesTo("zasebnost@racunovodstvo-javor.example").size() > 1);
        await().atMost(PATIENCE)
                .until(() -> QuarkusTransaction.requiringNew()
                        .call(() -> plans.current(request).isEmpty()));
        assertThat(QuarkusTransaction.requiringNew().call(() -> plans.of(request)))
                .as("what is left of the plans: who approved which")
                .allSatisfy(version -> assertThat(version.hash()).hasSize(64))
                .last()
                .satisfies(version -> assertThat(version.approvedBy()).contains("andrej"));
    }

    private void certified() {
        visitor.get("/case").then().statusCode(200).body(containsString("href=\"/case/certificate\""));
        visitor.get("/case/certificate")
                .then()
                .statusCode(200)
                .body(
                        containsString("Preverjeno"),
                        containsString("teče postopek izterjave"),
                        containsString("15 dneh"));
        String session = cases.session(reference);
        given().cookie("vpogled-session", session)
                .get("/case/certificate/signed")
                .then()
                .statusCode(200)
                .contentType("application/jose");
        byte[] pdf = given().cookie("vpogled-session", session)
                .get("/case/certificate/pdf?lang=sl")
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();
        assertThat(AccessiblePdfs.text(pdf))
                .contains("Potrdilo o izbrisu " + reference, "teče postopek izterjave", "86. člen", "Preverjeno")
                .doesNotContain(NUMBER, EMAIL);
        AccessiblePdfs.hold(pdf, PDFAFlavour.PDFA_3_A);
        AccessiblePdfs.hold(pdf, PDFAFlavour.PDFUA_1);
        String staff = "/api/v1/staff/requests/" + reference;
        Api.as(DemoStaff.AUDITOR)
                .get(staff + "/plan")
                .then()
                .statusCode(200)
                .body("state", equalTo("remaining"))
                .body("hash", equalTo(hash()))
                .body("approvedBy", equalTo("andrej"))
                .body("progress.findAll { it.state == 'proved' }.collection", hasItems("invoices", "payments"));
        told(staff);
        Api.as(DemoStaff.AUDITOR)
                .get(staff + "/certificate")
                .then()
                .statusCode(200)
                .contentType("application/jose");
    }

    /** GDPR Art. 19: who got what is erased is told of it, and their answers are kept. */
    private void told(String staff) {
        PageVisitor clerk = PageVisitor.staff(DemoStaff.CLERK);
        String plan = "/console/cases/" + reference + "/plan";
        await().atMost(PATIENCE)
                .until(() -> clerk.get(plan).asString(), page -> !page.contains("sporočilo je na poti"));
        assertThat(noticesTo("zasebnost@racunovodstvo-javor.example"))
                .singleElement()
                .satisfies(text -> assertThat(text).contains("19. členom", "Article 19", "customer-number: " + NUMBER));
        clerk.get(plan).then().body(containsString("še ne"), containsString("customer-number: " + NUMBER));
        String authority = Api.as(DemoStaff.AUDITOR)
                .get(staff + "/plan")
                .path("notices.find { it.recipient.startsWith('Finančna uprava') }.id");
        clerk.post(plan + "/notices", Map.of("notice", authority)).then().statusCode(303);
        Api.as(DemoStaff.CLERK, "{\"answer\": \"Evidenc po zakonu ne izbrišejo.\"}")
                .put(staff + "/notices/" + authority)
                .then()
                .statusCode(204);
        clerk.get(plan).then().body(containsString("Evidenc po zakonu ne izbrišejo."), not(containsString("še ne")));
        Api.as(DemoStaff.CLERK, "{}")
                .put(staff + "/notices/" + UUID.randomUUID())
                .then()
                .statusCode(404);
        assertThat(actions()).contains("recipient-told", "recipient-answered");
    }

    private List<String> noticesTo(String recipient) {
        return new Mails(mailbox)
                .to(recipient).stream()
                        .map(mail -> mail.get("text").asText())
                        .filter(text -> text.contains(reference))
                        .toList();
    }

    /** Whoever holds one address of somebody's may be an impostor: what is erased stays erased. */
    @Test
    void one_proof_is_not_enough_to_erase_anything() {
        submitted();

        refused(Problem.IDENTITY_INSUFFICIENT, () -> accept.accept(reference, CLERK));
        assertThat(state()).isInstanceOf(State.AwaitingDecision.class);
    }

    /** Found since: another invoice of a year that may go. Nothing of that year is touched before it is approved anew. */
    @Test
    void more_than_was_approved_stops_the_erasure_and_is_planned_anew() throws SQLException {
        planned();
        String before = hash();
        PageVisitor clerk = PageVisitor.staff(DemoStaff.CLERK);
        PageVisitor approver = PageVisitor.staff(DemoStaff.APPROVER);
        String plan = "/console/cases/" + reference + "/plan";
        clerk.get(plan)
                .then()
                .statusCode(200)
                .body(
                        containsString("leto " + (today.getYear() - 11)),
                        containsString("Po odobritvi se zapisi izbrišejo."),
                        containsString("86. člen"),
                        containsString("Dne 1. 1. " + (today.getYear() + 2) + " se samodejno izbriše."));
        PlanLine old = line("invoices", today.getYear() - 11);
        String item = plan + "/lines/" + old.key() + "/items/"
                + old.items().getFirst().item();
        clerk.get(item).then().statusCode(200).body(containsString("Naj se hrani za pravne zahtevke"));
        clerk.post(item, Map.of("hash", before, "verdict", "restrict", "until", "kmalu", "verdict-reason", ""))
                .then()
                .statusCode(422)
                .body(containsString("href=\"#until\""), containsString("href=\"#verdict-reason\""));
        clerk.post(plan + "/propose", Map.of("hash", before)).then().statusCode(303);
        approver.get(plan).then().statusCode(200).body(containsString("Zgodi se natanko to, kar piše zgoraj"));
        approver.post(plan + "/return", Map.of("hash", before, "return-reason", ""))
                .then()
                .statusCode(422)
                .body(containsString("href=\"#return-reason\""));
        invoice("E17-3", LocalDate.of(today.getYear() - 11, 6, 6));

        approver.post(plan + "/approve", Map.of("hash", before)).then().statusCode(303);

        await().atMost(PATIENCE).until(() -> actions().contains("stopped"));
        awaitState(State.Planned.class);
        assertThat(invoices()).isEqualTo(3);
        assertThat(orders()).as("was as approved").isZero();
        assertThat(line("invoices", today.getYear() - 11).records()).isEqualTo(2);
        assertThat(hash()).isNotEqualTo(before);
        // half of it is done: it is not taken back, nor refused
        refused(Problem.WRONG_STATE, () -> withdraw.withdraw(reference, CLERK));
        refused(Problem.WRONG_STATE, () -> refuse.refuse(reference, CLERK, RefusalGround.EXCESSIVE, "Pogosto."));
        visitor.get("/case").then().statusCode(200).body(not(containsString("href=\"/case/withdraw\"")));
    }

    /** It deletes nothing and reports no error. Who says three times that something is gone which is not has people asked. */
    @Test
    void a_source_that_says_done_and_lies_is_found_out_and_the_case_stays_open() throws SQLException {
        planned();
        billing("create or replace function e17_stays() returns trigger language plpgsql as 'begin"
                + " if old.number like ''E17-%'' then return null; end if; return old; end';"
                + " create trigger e17_stays before delete on invoice for each row execute function e17_stays()");
        approved();

        await().atMost(PATIENCE).until(() -> actions().contains("stopped"));
        awaitState(State.Planned.class);
        assertThat(actions()).filteredOn("contradicted"::equals).hasSize(3);
        assertThat(invoices()).isEqualTo(2);
        assertThat(payments()).as("of which it told the truth").isEqualTo(1);
        assertThat(QuarkusTransaction.requiringNew().call(() -> certificates.last(request)))
                .isEmpty();

        billing(TRUTH);
        approved();
        awaitState(State.Remaining.class);
        assertThat(invoices()).isEqualTo(1);
    }

    private void approved() {
        propose.propose(reference, CLERK, hash());
        approve.approve(reference, APPROVER, hash());
    }

    private void planned() {
        submitted();
        check.record(
                reference,
                CLERK,
                new RecordIdentityCheck.Check(ProofMethod.CALL_BACK, List.of(), "poklicana številka iz pogodbe"),
                UUID.randomUUID());
        accept.accept(reference, CLERK);
        awaitState(State.Planned.class);
    }

    /** By the form, as anybody. */
    private void submitted() {
        visitor = new PageVisitor("sl");
        visitor.fill(EMAIL, "dostavljalec");
        visitor.post("/request/right", Map.of("right", "erasure"));
        String place = visitor.send(visitor.get("/request/check"))
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        reference = place.substring(place.indexOf("VP-"));
        visitor.confirm(new Mails(mailbox).token(EMAIL, reference, "/confirm/"));
        request = cases.id(reference);
    }

    private static void refused(Problem problem, ThrowingCallable deed) {
        assertThatThrownBy(deed)
                .isInstanceOfSatisfying(
                        CaseException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(problem));
    }

    private String hash() {
        return QuarkusTransaction.requiringNew()
                .call(() -> plans.of(request).getLast().hash());
    }

    private PlanLine line(String collection, int year) {
        return lines(collection).stream()
                .filter(line -> line.group().period().text().equals(Integer.toString(year)))
                .findFirst()
                .orElseThrow();
    }

    private PlanLine line(String collection) {
        return lines(collection).getFirst();
    }

    private List<PlanLine> lines(String collection) {
        Plan plan = QuarkusTransaction.requiringNew()
                .call(() -> plans.current(request).orElseThrow());
        return plan.lines().stream()
                .filter(line -> line.group().collection().equals(collection))
                .toList();
    }

    private List<String> actions() {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        history.of(request).stream().map(History.Entry::action).toList());
    }

    private State state() {
        return progress.of(request).request().state();
    }

    private void awaitState(Class<? extends State> state) {
        await().atMost(PATIENCE).until(() -> state.isInstance(state()));
    }

    private void invoice(String number, LocalDate day) throws SQLException {
        billing("insert into invoice (number, customer_number, service, issued_on, due_on, customer_name,"
                + " customer_street, customer_town, customer_email, net, vat, paid) values ('" + number + "', '"
                + NUMBER + "', 'dostavljalec', '" + day + "', '" + day + "', 'Zora Nekdanja', 'Stara pot 1',"
                + " '1000 Ljubljana', '" + EMAIL + "', 10, 2.2, true)");
    }

    private long invoices() throws SQLException {
        return count("invoice where customer_number = '" + NUMBER + "'");
    }

    private long payments() throws SQLException {
        return count("payment where invoice_number like 'E17-%'");
    }

    private long orders() throws SQLException {
        return count("service_order where customer_number = '" + NUMBER + "'");
    }

    private long count(String which) throws SQLException {
        try (Connection connection = administrator();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from " + which)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void billing(String statements) throws SQLException {
        try (Connection connection = administrator();
                Statement statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }

    /** Of the demo's billing, as its own staff would change it. */
    private Connection administrator() throws SQLException {
        return DriverManager.getConnection(environment.variables().get("BILLING_JDBC_URL"), "postgres", "");
    }
}
