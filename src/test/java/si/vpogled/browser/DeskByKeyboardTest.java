package si.vpogled.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static si.vpogled.testing.Api.as;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import si.vpogled.demo.DemoStaff;
import si.vpogled.demo.people.DemoCustomers;
import si.vpogled.testing.Api;
import si.vpogled.testing.Mails;
import si.vpogled.testing.ServiceWorld;
import si.vpogled.testing.StagedCases;
import si.vpogled.text.Language;

/** What leaves the straight way of a case, with nothing but a keyboard, on a phone's screen in the dark. */
@QuarkusTest
@WithTestResource(ServiceWorld.class)
class DeskByKeyboardTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String DECIDING = "{\"kind\": \"awaiting-decision\", \"since\": \"2030-01-01T00:00:00Z\"}";

    private static Chromium chromium;

    @TestHTTPResource
    URI service;

    @ConfigProperty(name = ServiceWorld.MAILBOX)
    String mailbox;

    @Inject
    StagedCases cases;

    @Inject
    EntityManager database;

    @BeforeAll
    static void open() {
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    private Visitor visitor() {
        return new Visitor(chromium.browser(), "sl", true).small();
    }

    private Keyboard at(Visitor visitor, String path) {
        Page page = visitor.page();
        page.setDefaultTimeout(PATIENCE.toMillis());
        page.navigate(service.resolve(path).toString());
        return new Keyboard(page);
    }

    private Keyboard signedIn(Visitor visitor, DemoStaff member, String path) {
        Keyboard keys = at(visitor, path);
        keys.type("#j_username", member.name());
        keys.type("#j_password", member.password()).press("Enter");
        arrived(keys, path);
        return keys;
    }

    private static void arrived(Keyboard keys, String place) {
        assertThat(keys.page()).hasURL(Pattern.compile(".*" + place + "$"));
    }

    private static String desk(String reference) {
        return "/console/cases/" + reference;
    }

    private String staged() {
        return cases.in(DECIDING, "tipke-" + UUID.randomUUID() + "@primer.si", Language.SL);
    }

    /** Sends a form with nothing in it, and follows what is told of it to the first field that it is told of. */
    private static void mistaken(Keyboard keys, String form, String field) {
        keys.press(form + " button", "Enter");
        assertThat(keys.page().locator("[data-focus]")).isFocused();
        keys.press("a[href='#" + field + "']", "Enter");
        assertThat(keys.page().locator("#" + field)).isFocused();
        keys.to("#" + field);
    }

    private static String form(String deed) {
        return "form[action$='/" + deed + "']";
    }

    /** Unfolds a form, errs and mends it, and sends it with a reason; the field that was left out has the focus then. */
    private static void opened(Keyboard keys, String deed, String field) {
        keys.press("summary:has(+ " + form(deed) + ")", "Enter");
        mistaken(keys, form(deed), field);
    }

    private static void sent(Keyboard keys, String deed, String field, String text) {
        keys.type("#" + field, text).press(form(deed) + " button", "Enter");
    }

    @Test
    void a_clerk_checks_an_identity_writes_from_a_template_extends_and_refuses() {
        String reference = staged();
        try (Visitor clerk = visitor()) {
            Keyboard keys = signedIn(clerk, DemoStaff.CLERK, desk(reference));
            Page page = keys.page();

            opened(keys, "identity", "check-method");
            keys.press("ArrowDown");
            assertThat(page.locator("#check-method-2")).isChecked();
            sent(keys, "identity", "check-note", "Po številki iz pogodbe.");
            arrived(keys, desk(reference) + "#identity");
            assertThat(page.locator("section[aria-labelledby=identity] table")).containsText("Po številki iz pogodbe.");

            opened(keys, "note", "note-text");
            sent(keys, "note", "note-text", "Zapisano s tipkovnico.");
            arrived(keys, desk(reference) + "#notes");
            keys.press("Tab");
            assertThat(page.locator("summary:has(+ " + form("note") + ")")).isFocused();

            keys.press("a[href$='/messages']", "Enter");
            arrived(keys, "/messages");
            keys.to("#template").press("End");
            keys.press("ArrowUp");
            keys.press("form[method=get] button", "Enter");
            arrived(keys, "[?]template=progress");
            assertThat(page.locator("#text")).hasValue(Pattern.compile(reference));
            keys.press("form[enctype] button", "Enter");
            arrived(keys, desk(reference) + "#messages");
            assertThat(page.locator("ol.talk")).containsText(reference);

            opened(at(clerk, desk(reference)), "extend", "extend-reason");
            sent(keys, "extend", "extend-reason", "Podatkov je zelo veliko.");
            arrived(keys, desk(reference));
            assertThat(page.locator(form("extend"))).hasCount(0);

            opened(keys, "refuse", "refuse-ground");
            keys.press("Space");
            assertThat(page.locator("#refuse-ground")).isChecked();
            sent(keys, "refuse", "refuse-reason", "Deseta enaka zahteva.");
            arrived(keys, desk(reference));
            assertThat(page.locator("dl.facts")).containsText("zavrnjeno");
            clerk.check("desk-refused-by-keys");
            assertThat(clerk.complaints()).isEmpty();
        }
    }

    @Test
    void a_source_is_asked_again_and_an_answer_in_part_released_taken_home_and_ended() throws IOException {
        String reference = Api.submit(DemoCustomers.PRIVATE_EMAIL, "domains");
        String session = Api.confirm(new Mails(mailbox), DemoCustomers.PRIVATE_EMAIL, reference);
        as(DemoStaff.CLERK)
                .post("/api/v1/staff/requests/" + reference + "/acceptance")
                .then()
                .statusCode(204);
        awaitState(session, reference, "in-review");
        fails(reference, "whois-domain");
        try (Visitor clerk = visitor();
                Visitor customer = visitor();
                Visitor approver = visitor()) {
            Keyboard keys = signedIn(clerk, DemoStaff.CLERK, desk(reference));
            keys.press("form[action$='/whois-domain/retry'] button", "Space");
            arrived(keys, desk(reference) + "#runs");
            await().atMost(PATIENCE)
                    .until(() -> cases.number(
                                    "select count(*) from run where request_id = ?1 and connector = 'whois-domain'"
                                            + " and attempt = 2 and state = 'ANSWERED'",
                                    cases.id(reference))
                            == 1);
            awaitState(session, reference, "in-review");
            fails(reference, "whois-domain");

            keys = at(clerk, desk(reference));
            keys.press("#release-preview", "Enter");
            arrived(keys, "/preview/index.html");
            keys.press("a[href='" + desk(reference) + "']", "Enter");
            arrived(keys, desk(reference));
            mistaken(keys, form("release"), "release-reason");
            sent(keys, "release", "release-reason", "Register še ne odgovarja.");
            arrived(keys, desk(reference));
            awaitState(session, reference, "ready");

            customer.page()
                    .context()
                    .addCookies(List.of(new Cookie("vpogled-session", session).setUrl(service.toString())));
            Keyboard theirs = at(customer, "/case");
            Download answer = theirs.page().waitForDownload(() -> theirs.press("a[download]", "Enter"));
            assertThat(answer.suggestedFilename()).contains(reference).endsWith(".zip");
            assertThat(Files.size(answer.path())).isPositive();

            Keyboard ending = signedIn(approver, DemoStaff.APPROVER, desk(reference));
            opened(ending, "end", "end-reason");
            sent(ending, "end", "end-reason", "Registra ni več.");
            awaitState(session, reference, "closed");
            assertThat(customer.complaints()).isEmpty();
        }
    }

    @Test
    void a_view_of_the_list_is_saved_named_anew_and_deleted_and_the_list_taken_as_csv() throws IOException {
        String reference = staged();
        try (Visitor approver = visitor()) {
            Keyboard keys = signedIn(approver, DemoStaff.APPROVER, "/console");
            Page page = keys.page();
            keys.to("#state").press("End");
            keys.press("form.filters button", "Enter");
            arrived(keys, "state=all.*");
            keys.press("summary:has(+ form[action^='/console/views'])", "Enter");
            mistaken(keys, "form[action^='/console/views?']", "view-name");
            keys.type("#view-name", "Moje " + reference).press("input[name=shared]", "Space");
            keys.press("form[action^='/console/views?'] button", "Enter");
            assertThat(current(page, "Moje " + reference)).isVisible();

            keys.press("summary:has(+ .view)", "Enter");
            keys.to(".view input[value='Moje " + reference + "']").press("Control+a");
            page.keyboard().type("Naše " + reference);
            keys.press("Enter");
            assertThat(current(page, "Naše " + reference)).isVisible();
            keys.press("summary:has(+ .view)", "Enter");
            keys.press(".view:has(input[value='Naše " + reference + "']) form[action*='/delete'] button", "Enter");
            assertThat(page.locator("nav.views")).not().containsText(reference);

            keys.type("#text", reference).press("form.filters button", "Enter");
            arrived(keys, "text=" + reference + ".*");
            Download list = page.waitForDownload(() -> keys.press("a[href^='/console/export']", "Enter"));
            assertThat(list.suggestedFilename()).endsWith(".csv");
            assertThat(Files.readString(list.path())).contains(reference);
            assertThat(approver.complaints()).isEmpty();
        }
    }

    /** Others may have saved the same list under names of their own. */
    private static Locator current(Page page, String name) {
        return page.locator("nav.views a[aria-current]", new Page.LocatorOptions().setHasText(name));
    }

    private void fails(String reference, String connector) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("update run set state = 'FAILED', fault_kind = 'UNAVAILABLE',"
                                + " fault = 'The SFTP server''s name does not resolve: check host, and DNS',"
                                + " failing_since = now() where request_id = ?1 and connector = ?2")
                        .setParameter(1, cases.id(reference))
                        .setParameter(2, connector)
                        .executeUpdate());
    }

    private static void awaitState(String session, String reference, String state) {
        await().atMost(PATIENCE)
                .until(() -> Api.signedIn(session)
                        .get("/api/v1/requests/" + reference)
                        .path("state")
                        .equals(state));
    }
}
