package si.vpogled.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static si.vpogled.testing.Api.as;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import si.vpogled.demo.DemoStaff;
import si.vpogled.demo.people.DemoCustomers;
import si.vpogled.testing.Api;
import si.vpogled.testing.Mails;
import si.vpogled.testing.ServiceWorld;
import si.vpogled.testing.SettableClock;
import si.vpogled.testing.StagedCases;
import si.vpogled.text.Language;

/** A look at the pages that the ways of customer and clerk do not pass: ends, errors, refusals, and what was found. */
@QuarkusTest
@WithTestResource(ServiceWorld.class)
class EveryPageTest {
    private static final Instant NOW = Instant.now();
    private static final String DECIDING = "{\"kind\": \"awaiting-decision\", \"since\": \"" + NOW + "\"}";
    private static final String READY = """
            {"kind": "ready", "since": "%s", "bundle": 1, "availableUntil": "%s", "partial": null}""".formatted(NOW, NOW.plus(Duration.ofDays(30)));
    private static final String PARTIAL = """
            {"kind": "ready", "since": "%s", "bundle": 1, "availableUntil": "%s",
             "partial": {"reason": "Strežnik gostovanja še ne dela.", "missing": ["whois-domain"]}}""".formatted(NOW, NOW.plus(Duration.ofDays(30)));

    private static Chromium chromium;

    @TestHTTPResource
    URI service;

    @ConfigProperty(name = ServiceWorld.MAILBOX)
    String mailbox;

    @Inject
    StagedCases cases;

    @Inject
    EntityManager database;

    @Inject
    SettableClock clock;

    @BeforeAll
    static void open() {
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @AfterEach
    void now_and_without_anything_tried() {
        clock.reset();
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("delete from rate").executeUpdate());
    }

    private static String closed(String ending) {
        return "{\"kind\": \"closed\", \"at\": \"" + NOW + "\", \"ending\": " + ending + "}";
    }

    private void look(Visitor visitor, String path, String name) {
        visitor.page().navigate(service.resolve(path).toString());
        visitor.look(name);
    }

    private static void send(Visitor visitor) {
        visitor.page().locator("main form button").last().click();
    }

    private String staged(String state, String language) {
        return cases.in(state, "pogled-" + UUID.randomUUID() + "@primer.si", Language.of(language));
    }

    private void signIn(Visitor customer, String reference) {
        customer.page()
                .context()
                .addCookies(
                        List.of(new Cookie("vpogled-session", cases.session(reference)).setUrl(service.toString())));
    }

    private void statement(String sql, Object... values) {
        QuarkusTransaction.requiringNew().run(() -> {
            var query = database.createNativeQuery(sql);
            for (int i = 0; i < values.length; i++) {
                query.setParameter(i + 1, values[i]);
            }
            assertThat(query.executeUpdate()).isPositive();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"sl", "en"})
    void pages_around_signing_in(String language) {
        String email = "pogled-" + UUID.randomUUID() + "@primer.si";
        String reference = cases.submitted(email, Language.of(language));
        try (Visitor visitor = new Visitor(chromium.browser(), language, true)) {
            look(visitor, "/signed-out", "signed-out");
            look(visitor, "/neznano", "error");
            look(visitor, "/problems/sign-in-required", "problem");
            look(visitor, "/sign-in/ponarejeno", "sign-in-unknown");
            look(visitor, "/sign-in?ended", "sign-in-ended");
            guessedAllDay(visitor);

            visitor.page().navigate(service.resolve("/sign-in").toString());
            send(visitor);
            visitor.look("sign-in-with-errors");
            for (String page : new String[] {"sign-in-locked", "sign-in-expired"}) {
                visitor.page()
                        .navigate(service.resolve("/sign-in?reference=VP-0000-0000-0000")
                                .toString());
                visitor.page().locator("#email").fill(email);
                send(visitor);
                if (page.endsWith("locked")) {
                    for (int tries = 0; tries < 5; tries++) {
                        visitor.page().locator("#code").fill("00000000");
                        send(visitor);
                    }
                } else {
                    clock.advance(Duration.ofHours(1));
                    visitor.page().navigate(visitor.page().url());
                    clock.reset();
                }
                assertThat(visitor.page().locator("main form").count()).as(page).isZero();
                visitor.look(page);
            }

            String link = "/confirm/" + new Mails(mailbox).token(email, reference, "/confirm/");
            statement(
                    "update access_link set expires_at = now() - interval '1 hour' where request_id = ?1",
                    cases.id(reference));
            confirm(visitor, link, "confirm-expired");
            statement(
                    "update access_link set expires_at = now() + interval '1 hour' where request_id = ?1",
                    cases.id(reference));
            confirm(visitor, link, "confirmed-elsewhere");
            confirm(visitor, "/confirm/ponarejeno", "confirm-unknown");

            visitor.page().navigate(service.resolve("/sign-in").toString());
            visitor.page().locator("#reference").fill("VP-0000-0000-0000");
            visitor.page().locator("#email").fill(email);
            statement("update rate set paid_until = now() + interval '45 seconds'");
            send(visitor);
            PlaywrightAssertions.assertThat(visitor.page().locator("main form")).hasCount(0);
            visitor.look("too-often");
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    private void guessedAllDay(Visitor visitor) {
        String email = "pogled-" + UUID.randomUUID() + "@primer.si";
        String reference = cases.in(DECIDING, email, Language.of(visitor.language()));
        Page page = visitor.page();
        page.navigate(service.resolve("/sign-in?reference=" + reference).toString());
        page.locator("#email").fill(email);
        send(visitor);
        page.waitForURL("**/sign-in/code/*");
        statement(
                "insert into sign_in (id, request_id, ticket_hash, link_hash, expires_at, tries, asked_for)"
                        + " select gen_random_uuid(), request_id, id || 't', id || 'l', expires_at, 20, asked_for"
                        + " from sign_in where request_id = ?1",
                cases.id(reference));
        page.navigate(page.url());
        PlaywrightAssertions.assertThat(page.locator("main form")).hasCount(0);
        visitor.look("codes-closed");
    }

    private void confirm(Visitor visitor, String link, String name) {
        visitor.page().navigate(service.resolve(link).toString());
        send(visitor);
        assertThat(visitor.page().locator("main form").count()).as(name).isZero();
        visitor.look(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sl", "en"})
    void a_form_whose_answers_are_gone(String language) {
        try (Visitor visitor = new Visitor(chromium.browser(), language, true)) {
            Page page = visitor.page();
            page.navigate(service.resolve("/request").toString());
            page.locator("main form button[value=next]").click();
            page.waitForURL("**/request/services");
            page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("vpogled-form"));
            page.context()
                    .addCookies(List.of(
                            new Cookie("vpogled-form", "one-whose-answers-are-gone").setUrl(service.toString())));
            page.locator("main form button[value=next]").click();

            PlaywrightAssertions.assertThat(page.locator("main form")).hasCount(0);
            visitor.look("form-ended");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sl", "en"})
    void a_form_that_is_too_large_and_the_page_of_the_api(String language) {
        try (Visitor visitor = new Visitor(chromium.browser(), language, true)) {
            Page page = visitor.page();
            page.navigate(service.resolve("/request").toString());
            page.locator("main form")
                    .evaluate("form => { form.querySelector('[name=right]').value = 'm'.repeat(70000); }");
            page.locator("main form button[value=next]").click();
            PlaywrightAssertions.assertThat(page.locator("main")).containsText("64 kB");
            visitor.look("too-large");
            changedInAnotherTab(visitor);

            page.navigate(service.resolve("/q/swagger-ui/").toString());
            PlaywrightAssertions.assertThat(page.locator(".opblock").first()).isVisible();
            assertThat(visitor.complaints())
                    .as("the page of the API, under a strict policy")
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sl", "en"})
    void a_case_however_it_ends(String language) {
        Map<String, String> states = new LinkedHashMap<>();
        states.put("withdrawn", closed("{\"kind\": \"withdrawn\"}"));
        states.put(
                "refused", closed("{\"kind\": \"refused\", \"ground\": \"excessive\", \"reason\": \"Desetič isto.\"}"));
        states.put("partial", PARTIAL);
        states.put("closed", closed("{\"kind\": \"answered\", \"bundles\": 1}"));
        states.put(
                "ended-in-part",
                closed("{\"kind\": \"answered-in-part\", \"bundles\": 1, \"missing\": [\"whois-domain\"],"
                        + " \"reason\": \"Izklopljeno.\"}"));
        try (Visitor customer = new Visitor(chromium.browser(), language, true);
                Visitor approver = staff(DemoStaff.APPROVER, language)) {
            signIn(customer, staged(DECIDING, language));
            look(customer, "/case/withdraw", "case-withdraw");
            states.forEach((name, state) -> {
                String reference = staged(state, language);
                if (name.equals("partial")) {
                    cases.answer(reference, "[]");
                    cases.failed(reference, "whois-domain");
                    statement(
                            "update bundle set partial_reason = 'Strežnik še ne dela.', missing = '[\"whois-domain\"]'"
                                    + " where request_id = ?1",
                            cases.id(reference));
                }
                signIn(customer, reference);
                look(customer, "/case", "case-" + name);
                if (!name.equals("closed")) {
                    look(approver, "/console/cases/" + reference, "desk-" + name);
                }
            });
            String taken = staged(READY, language);
            statement("update request set right_key = 'portability' where id = ?1", cases.id(taken));
            cases.answer(taken, "[]");
            sentOn(taken, "DONE", "HTTP 201 Prejeto, hvala", "");
            sentOn(taken, "UNDER_WAY", "", "UNREACHABLE");
            signIn(customer, taken);
            toAnotherProvider(customer);
            assertThat(customer.complaints()).isEmpty();
        }
    }

    /** To where an answer went, as if it had gone there. */
    private void sentOn(String reference, String state, String answer, String fault) {
        statement(
                "insert into transmission select gen_random_uuid(), ?1, 1, 'https://ponudnik.example/uvoz/7f3a',"
                        + " 'ponudnik.example', null, null, ?2, 1, 1234567, repeat('3f2a9c1e', 8), ?3, nullif(?4, ''),"
                        + " now(), case ?2 when 'UNDER_WAY' then null else now() end",
                cases.id(reference),
                state,
                answer,
                fault);
    }

    /** What went there, what is on its way, and a destination that is none, with the field that is to be mended. */
    private void toAnotherProvider(Visitor customer) {
        Page page = customer.page();
        page.navigate(service.resolve("/case").toString());
        page.locator("summary:has(+ form[action$='/transmissions'])").click();
        page.locator("#destination").fill("sftp://ana@ponudnik.example/mapa");
        page.locator("#secret").fill("skrivnost-za-prenos");
        page.locator("form[action$='/transmissions'] button").click();
        PlaywrightAssertions.assertThat(page.locator("[aria-invalid=true]")).hasId("fingerprint");
        PlaywrightAssertions.assertThat(page.locator("#transmit ~ table"))
                .containsText(customer.language().equals("sl") ? "Poskusimo znova sami" : "We try again by ourselves");
        customer.look("case-sent-on");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sl", "en"})
    void views_of_the_list(String language) {
        try (Visitor clerk = staff(DemoStaff.CLERK, language)) {
            Page page = clerk.page();
            page.navigate(service.resolve("/console?state=all&due-within=7").toString());
            page.locator("summary:has(+ form[action^='/console/views'])").click();
            page.locator("form[action^='/console/views'] button").first().click();
            PlaywrightAssertions.assertThat(page.locator("#view-name[aria-invalid=true]"))
                    .hasCount(1);
            clerk.look("queue-view-with-errors");
            page.locator("#view-name").fill(language.equals("sl") ? "Ta teden 🐝" : "This week 🐝");
            page.locator("form[action^='/console/views'] button").first().click();
            page.locator("summary:has(+ .view)").click();
            PlaywrightAssertions.assertThat(page.locator("nav.views a[aria-current]"))
                    .hasCount(1);
            clerk.look("queue-views");
            assertThat(clerk.complaints()).isEmpty();
        } finally {
            statement("delete from saved_view where owner = ?1", DemoStaff.CLERK.name());
        }
    }

    private void changedInAnotherTab(Visitor visitor) {
        Page page = visitor.page();
        page.navigate(service.resolve("/request").toString());
        next(page);
        next(page);
        visitor.look("form-you");
        page.locator("#name").fill("Čebelarstvo Kranjc, שלום 🐝");
        page.locator("#email").fill("pogled-" + UUID.randomUUID() + "@primer.si");
        next(page);
        next(page);
        next(page);
        page.waitForURL("**/request/check");
        Page other = page.context().newPage();
        other.navigate(service.resolve("/request/more?change=yes").toString());
        other.locator("#message").fill("2025 🐝");
        next(other);
        other.waitForURL("**/request/check");
        other.close();

        page.locator("main form button").click();

        PlaywrightAssertions.assertThat(page.locator("main")).containsText("2025 🐝");
        visitor.look("check-changed");
    }

    private static void next(Page page) {
        page.locator("main form button[value=next]").click();
    }

    private Visitor staff(DemoStaff member, String language) {
        Visitor staff = new Visitor(chromium.browser(), language, true);
        staff.page().navigate(service.resolve("/console").toString());
        enter(staff, member, member.password());
        staff.page().waitForURL("**/console");
        return staff;
    }

    private static void enter(Visitor staff, DemoStaff member, String password) {
        staff.page().locator("#j_username").fill(member.name());
        staff.page().locator("#j_password").fill(password);
        send(staff);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sl", "en"})
    void pages_of_the_console_that_say_what_went_wrong(String language) {
        try (Visitor clerk = new Visitor(chromium.browser(), language, true)) {
            clerk.page().navigate(service.resolve("/console").toString());
            enter(clerk, DemoStaff.CLERK, "ugibam");
            clerk.look("console-sign-in-failed");
            enter(clerk, DemoStaff.CLERK, DemoStaff.CLERK.password());
            clerk.page().waitForURL("**/console");
            look(clerk, "/console/cases/VP-0000-0000-0000", "console-error");
            clerk.page().navigate(service.resolve("/console/connectors").toString());
            clerk.page().locator("form[action$='/billing/test'] button").click();
            clerk.page()
                    .locator("#source-billing ~ details table, #source-billing ~ p .good")
                    .first()
                    .waitFor();
            clerk.look("connectors-tested");
            assertThat(clerk.complaints()).isEmpty();
        }
        try (Visitor auditor = staff(DemoStaff.AUDITOR, language)) {
            look(auditor, "/console/cases/" + staged(DECIDING, language) + "/messages", "forbidden");
            PlaywrightAssertions.assertThat(auditor.page().locator("h1"))
                    .hasText(language.equals("sl") ? "Dostop ni dovoljen" : "Not allowed");
        }
    }

    @Test
    void what_was_found_and_what_of_it_is_withheld() {
        String reference = Api.submit(DemoCustomers.PRIVATE_EMAIL, "domains");
        String session = Api.confirm(new Mails(mailbox), DemoCustomers.PRIVATE_EMAIL, reference);
        String staff = "/api/v1/staff/requests/" + reference;
        as(DemoStaff.CLERK).post(staff + "/acceptance").then().statusCode(204);
        await().atMost(Duration.ofMinutes(2))
                .until(() -> Api.signedIn(session)
                        .get("/api/v1/requests/" + reference)
                        .path("state")
                        .equals("in-review"));
        for (String part : new String[] {"\"record\": 2", "\"record\": 1, \"field\": \"number\""}) {
            as(
                            DemoStaff.CLERK,
                            "{\"entry\": \"domains/legal-framework/invoices.json\", " + part
                                    + ", \"ground\": \"rights-of-others\", \"reason\": \"Ime sodelavca.\"}")
                    .post(staff + "/withheld-parts")
                    .then()
                    .statusCode(200);
        }
        as(DemoStaff.CLERK, "{\"ground\": \"rights-of-others\", \"reason\": \"Ime sodelavca.\"}")
                .put(staff + "/withheld-items/domains.legal-framework.address")
                .then()
                .statusCode(204);
        for (String language : new String[] {"sl", "en"}) {
            try (Visitor clerk = staff(DemoStaff.CLERK, language);
                    Visitor auditor = staff(DemoStaff.AUDITOR, language)) {
                String record = found(clerk, "/console/cases/" + reference);
                String entry = record.replace("/records/1", "");
                for (String page : new String[] {"/console/cases/" + reference, entry, record}) {
                    auditor.page().navigate(service.resolve(page).toString());
                    auditor.check(page);
                }
            }
        }
    }

    @Test
    void the_plan_of_an_erasure_and_its_certificate() {
        String reference = Api.plannedErasure(new Mails(mailbox), DemoCustomers.PRIVATE_EMAIL, "domains");
        cases.certified(reference);
        for (String language : new String[] {"sl", "en"}) {
            try (Visitor clerk = staff(DemoStaff.CLERK, language);
                    Visitor customer = new Visitor(chromium.browser(), language, true)) {
                Page page = clerk.page();
                look(clerk, "/console/cases/" + reference + "/plan", "plan");
                page.locator("a[href*='/plan/lines/']").first().click();
                page.locator("main form button").click();
                PlaywrightAssertions.assertThat(
                                page.locator("#until[aria-invalid=true], #verdict-reason[aria-invalid=true]"))
                        .not()
                        .hasCount(0);
                clerk.look("plan-item-with-errors");
                signIn(customer, reference);
                look(customer, "/case/certificate", "certificate");
                assertThat(clerk.complaints()).isEmpty();
                assertThat(customer.complaints()).isEmpty();
            }
        }
    }

    /** The address of a record. */
    private String found(Visitor clerk, String desk) {
        Page page = clerk.page();
        look(clerk, desk, "desk-withheld");
        look(clerk, desk + "/items/domains.legal-framework.address", "item-withheld");
        look(clerk, desk + "/items/domains.legal-framework.name", "item");
        page.locator("form[action$='/withhold'] button").click();
        clerk.look("item-with-errors");
        page.navigate(
                service.resolve(desk + "/items/domains.legal-framework.name").toString());
        page.locator("th.entry-name a:has-text('" + (clerk.language().equals("sl") ? "Računi" : "Invoices") + "')")
                .click();
        clerk.look("entry");
        withheldWrongly(clerk, "entry");
        page.locator("a[href$='/records/1']").click();
        clerk.look("record");
        String record = page.url();
        withheldWrongly(clerk, "record");
        // axe is a script, which the preview's sandbox lets nobody run
        page.route("**/preview/**", EveryPageTest::withoutSandbox);
        String report = desk + "/preview/report/" + clerk.language() + "/";
        // the first page is in the customer's language
        String summary = clerk.language().equals("sl") ? desk + "/preview/index.html" : report + "index.html";
        page.navigate(service.resolve(summary).toString());
        clerk.check("preview-summary");
        look(clerk, report + "domains.html", "preview");
        look(clerk, report + "domains_legal-framework_invoices_1.html", "preview-withheld");
        look(clerk, desk + "/history", "history");
        assertThat(clerk.complaints()).isEmpty();
        return record;
    }

    private static void withheldWrongly(Visitor clerk, String name) {
        clerk.page().locator("form[action$='/withhold'] button").click();
        PlaywrightAssertions.assertThat(clerk.page().locator("[data-focus]")).isFocused();
        clerk.check(name + " with errors");
    }

    private static void withoutSandbox(Route route) {
        var answer = route.fetch();
        Map<String, String> headers = new LinkedHashMap<>(answer.headers());
        headers.computeIfPresent(
                "content-security-policy", (_, policy) -> policy.replaceAll("sandbox[^;]*;?|default-src[^;]*;?", ""));
        route.fulfill(new Route.FulfillOptions().setResponse(answer).setHeaders(headers));
    }
}
