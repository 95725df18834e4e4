package si.vpogled.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import si.vpogled.demo.DemoWorld;
import si.vpogled.demo.Journey;
import si.vpogled.demo.ServiceProcess;
import si.vpogled.demo.SharedDemoWorld;
import si.vpogled.demo.people.DemoCustomers;
import si.vpogled.demo.server.FaultyProxy;
import si.vpogled.demo.server.Ports;
import si.vpogled.testing.ProductionJar;

/** Staff sign in at a real Keycloak; what they may is what its tokens say. */
@ExtendWith(SharedDemoWorld.class)
class StaffByKeycloakIT {
    private static final List<Keycloak.User> USERS = List.of(
            new Keycloak.User("nina", List.of("clerk")),
            new Keycloak.User("pavle", List.of("auditor")),
            new Keycloak.User("gost", List.of()));

    private static Keycloak keycloak;
    private static ServiceProcess service;
    private static ServiceProcess second;
    /** Stands before both, and leads to one. */
    private static FaultyProxy front;

    private static String site;
    private static Chromium chromium;
    private static io.restassured.response.Response withoutProvider;

    @BeforeAll
    static void the_service_starts_though_the_identity_provider_is_not_there_yet(DemoWorld world) throws IOException {
        keycloak = Keycloak.reserved();
        int port = Ports.free();
        front = FaultyProxy.to(port);
        site = "http://" + Ports.HOST + ":" + front.port();
        service = ServiceProcess.start(settings(world, "keycloak-service").onPort(port));
        service.awaitReady(ProductionJar.START);
        withoutProvider =
                given().redirects().follow(false).header("Accept", "text/html").get(site + "/console");
        second = ServiceProcess.start(settings(world, "keycloak-second"));
        keycloak.start(site, USERS);
        second.awaitReady(ProductionJar.START);
        chromium = new Chromium();
    }

    private static ServiceProcess.Settings settings(DemoWorld world, String name) {
        return ProductionJar.settings(
                world,
                name,
                Map.of(
                        "VPOGLED_BASE_URL",
                        site,
                        "VPOGLED_STAFF_SIGN_IN_METHOD",
                        "oidc",
                        "QUARKUS_OIDC_AUTH_SERVER_URL",
                        keycloak.realm(),
                        "QUARKUS_OIDC_CREDENTIALS_SECRET",
                        Keycloak.SECRET));
    }

    @AfterAll
    static void close() {
        Stream.of(chromium, front, service, second, keycloak)
                .filter(Objects::nonNull)
                .forEach(StaffByKeycloakIT::close);
    }

    private static void close(AutoCloseable one) {
        try {
            one.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void while_the_identity_provider_is_away_the_console_says_so() {
        assertThat(withoutProvider.statusCode()).isEqualTo(503);
        assertThat(withoutProvider.contentType()).startsWith("text/html");
    }

    @Test
    void the_page_that_was_asked_for_comes_after_signing_in_and_names_who_reads_it() {
        try (BrowserContext browser = browser()) {
            Page page = signedIn(browser, "nina", "/console/connectors");

            assertThat(page).hasURL(site + "/console/connectors");
            assertThat(page.locator("header")).containsText("nina");
        }
    }

    /** Whoever began it may be gone before somebody has found their password. */
    @Test
    void a_sign_in_that_one_process_began_is_ended_by_another_and_its_session_is_known_to_both() throws IOException {
        try (BrowserContext browser = browser()) {
            Page page = browser.newPage();
            page.navigate(site + "/console/connectors");
            front.lead(second.port());
            credentials(page, "nina");
            page.waitForURL(site + "/console/connectors");

            front.lead(service.port());
            page.navigate(site + "/console");
            assertThat(page.locator("header")).containsText("nina");
        }
    }

    @Test
    void who_signed_in_is_among_those_whom_cases_can_be_given_to() {
        try (BrowserContext browser = browser()) {
            Page page = signedIn(browser, "nina", "/console");

            assertThat(page.locator("#assignee")).containsText("nina");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sl", "en"})
    void before_a_session_ends_its_owner_is_warned_and_goes_on_by_a_key(String language) {
        try (Visitor clerk = new Visitor(chromium.browser(), language, true)) {
            Page page = clerk.page();
            page.clock().install();
            page.navigate(site + "/console");
            credentials(page, "nina");
            page.waitForURL(site + "/console");
            // as the provider's tokens say: half an hour without use
            assertThat((int) page.evaluate("async () => (await (await fetch('/console/session')).json()).seconds"))
                    .isBetween(10 * 60, 30 * 60);

            page.route("**/console/session", StaffByKeycloakIT::almostOver);
            page.clock().fastForward("00:31");
            assertThat(page.locator("#stay")).isVisible();
            clerk.check("session-warning-at-provider");
            Response extended = page.waitForResponse(
                    response -> response.request().method().equals("POST"),
                    () -> page.keyboard().press("Enter"));

            assertThat(extended.status()).isEqualTo(200);
            assertThat(page.locator("#stay")).isHidden();
            assertThat(clerk.complaints()).isEmpty();
        }
    }

    /** To whom asks; the button's answer is the service's own. */
    private static void almostOver(Route route) {
        if (route.request().method().equals("GET")) {
            route.fulfill(new Route.FulfillOptions()
                    .setContentType("application/json")
                    .setBody("{\"seconds\": 200, \"extendable\": true}"));
        } else {
            route.resume();
        }
    }

    @Test
    void an_auditor_by_token_reads_a_case_and_can_change_nothing(DemoWorld world) {
        try (Journey journey = Journey.submit(
                        site,
                        world.mail(),
                        new Journey.Person("Anton Kranjc", DemoCustomers.COMPANY_EMAIL),
                        List.of("domains"));
                BrowserContext clerk = browser();
                BrowserContext auditor = browser()) {
            String desk = "/console/cases/" + journey.reference();
            Page ninas = signedIn(clerk, "nina", desk);
            assertThat(ninas.locator("form[action$='/note']").count()).isEqualTo(1);

            Page pavles = signedIn(auditor, "pavle", desk);
            assertThat(pavles.locator("h1")).containsText(journey.reference());
            assertThat(pavles.locator("main form").count()).isZero();
        }
    }

    @Test
    void somebody_without_a_role_is_told_so() {
        try (BrowserContext browser = browser()) {
            Page page = browser.newPage();
            page.navigate(site + "/console");
            credentials(page, "gost");

            page.waitForURL(address -> address.startsWith(site + "/console"));
            assertThat(page.locator("h1").count()).isEqualTo(1);
            assertThat(page.locator("main")).not().containsText("Exception");
            Response again = page.navigate(site + "/console");
            assertThat(again.status()).isEqualTo(403);

            assertThat(page.locator("main")).containsText("referent");
            assertThat(page.locator("nav a")).hasCount(0);

            page.navigate(site + "/console/sign-in");
            page.locator("form[action='/console/sign-out'] button").last().click();
            page.navigate(site + "/console");
            assertThat(page.locator("#password")).isVisible();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sl", "en"})
    void the_pages_around_the_provider_are_for_everybody_to_read(String language) {
        try (Visitor guest = new Visitor(chromium.browser(), language, true)) {
            Page page = guest.page();
            page.navigate(site + "/console/sign-in");
            guest.look("at-provider");
            page.navigate(site + "/console/sign-in/failed");
            guest.look("refused-by-provider");
            page.locator("main a.button").click();
            credentials(page, "gost");
            page.waitForURL(address -> address.startsWith(site + "/console"));
            guest.look("without-a-role");
            page.navigate(site + "/console/sign-in");
            guest.look("at-provider-signed-in");
            assertThat(guest.complaints()).isEmpty();
        }
    }

    @Test
    void after_sign_out_the_password_is_asked_again_and_a_kept_cookie_opens_nothing_in_any_process()
            throws IOException {
        try (BrowserContext browser = browser();
                BrowserContext thief = browser()) {
            Page page = signedIn(browser, "nina", "/console");
            List<Cookie> kept = browser.cookies(site + "/console");

            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Odjava"))
                    .click();

            assertThat(page).hasURL(site + "/console/sign-in");
            page.navigate(site + "/console");
            assertThat(page.locator("#password")).isVisible();

            thief.addCookies(kept);
            for (ServiceProcess process : List.of(second, service)) {
                front.lead(process.port());
                Page thiefs = thief.newPage();
                thiefs.navigate(site + "/console");
                assertThat(thiefs.locator("#password")).isVisible();
            }
        }
    }

    private static Page signedIn(BrowserContext browser, String name, String place) {
        Page page = browser.newPage();
        page.navigate(site + place);
        credentials(page, name);
        page.waitForURL(site + place);
        return page;
    }

    private static void credentials(Page page, String name) {
        page.locator("#username").fill(name);
        page.locator("#password").fill(name);
        page.locator("#kc-login").click();
    }

    private static BrowserContext browser() {
        return chromium.browser().newContext(new com.microsoft.playwright.Browser.NewContextOptions().setLocale("sl"));
    }
}
