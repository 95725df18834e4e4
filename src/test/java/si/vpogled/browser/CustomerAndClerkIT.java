package si.vpogled.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import si.vpogled.bundle.verify.VerifyBundle;
import si.vpogled.demo.DemoStaff;
import si.vpogled.demo.DemoWorld;
import si.vpogled.demo.ServiceProcess;
import si.vpogled.demo.people.DemoCustomers;
import si.vpogled.testing.ProductionJar;

/** The whole path of a customer and a clerk, in a browser, on the production jar. */
class CustomerAndClerkIT {
    private static final double PATIENCE = Duration.ofMinutes(3).toMillis();

    private static DemoWorld world;
    private static ServiceProcess service;
    private static Chromium chromium;

    @TempDir
    Path downloads;

    @BeforeAll
    static void start() {
        world = DemoWorld.start(LocalDate.now());
        service = ServiceProcess.start(ProductionJar.settings(world, "browser-service", Map.of()))
                .awaitReady(ProductionJar.START);
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        service.close();
        world.close();
    }

    @ParameterizedTest
    @CsvSource({"sl,true", "en,true", "sl,false", "en,false"})
    void a_customer_asks_and_a_clerk_answers(String language, boolean scripts) throws IOException {
        String email = scripts ? DemoCustomers.COMPANY_EMAIL : DemoCustomers.PRIVATE_EMAIL;
        try (Visitor customer = new Visitor(chromium.browser(), language, scripts);
                Visitor clerk = new Visitor(chromium.browser(), language, scripts)) {
            String reference = ask(customer, email);
            confirm(customer, reference, email);
            answer(clerk, reference);
            open(customer, reference, email);
            check(customer, download(customer), language);
            assertThat(customer.complaints()).isEmpty();
            assertThat(clerk.complaints()).isEmpty();
        }
    }

    private static String ask(Visitor customer, String email) {
        Page page = customer.page();
        page.navigate(service.url() + "/");
        look(customer, "start");
        page.navigate(service.url() + "/inventory");
        look(customer, "inventory");
        page.navigate(service.url() + "/inventory/shared-hosting/user-data");
        look(customer, "inventory-cell");
        page.navigate(service.url() + "/request");
        look(customer, "form-right");
        next(page);
        look(customer, "form-services");
        next(page);
        next(page);
        look(customer, "form-you-with-errors");
        page.locator("#name").fill("Čebelarstvo Kranjc, Anton Žagar");
        page.locator("#email").fill(email);
        next(page);
        look(customer, "form-more");
        next(page);
        look(customer, "form-language");
        next(page);
        look(customer, "check");
        page.locator("main form button").click();
        look(customer, "sent");
        return page.locator(".reference").innerText().strip();
    }

    private static void next(Page page) {
        page.locator("main form button[value=next]").click();
    }

    /** As the mailbox's page leads them: mails of one time stand in any order, so each is looked into. */
    private static void follow(Visitor customer, String reference, String email, String path) {
        Page page = customer.page();
        Locator link = page.locator("main a[href*='" + path + "']");
        await().atMost(Duration.ofMinutes(2)).pollInSameThread().until(() -> opened(page, reference, email, link));
        look(customer, "mail" + path.replace('/', '-').replaceAll("-$", ""));
        link.click();
    }

    /** Whether a mail about the case that has the link is open. */
    private static boolean opened(Page page, String reference, String email, Locator link) {
        String mailbox = world.mail().pageUrl() + "/?to=" + URLEncoder.encode(email, StandardCharsets.UTF_8);
        page.navigate(mailbox);
        Locator mails = page.locator("main td a");
        int count = mails.count();
        for (int mail = 0; mail < count; mail++) {
            page.navigate(mailbox);
            mails.nth(mail).click();
            if (page.locator("main").innerText().contains(reference) && link.count() == 1) {
                return true;
            }
        }
        return false;
    }

    private static void confirm(Visitor customer, String reference, String email) {
        Page page = customer.page();
        follow(customer, reference, email, "/confirm/");
        String link = page.url();
        look(customer, "confirm");
        page.navigate(link);
        page.locator("main form button").click();
        look(customer, "case");
        page.navigate(link);
        page.locator("main form button").click();
        look(customer, "link-used");
    }

    private static void answer(Visitor clerk, String reference) {
        Page page = clerk.page();
        page.navigate(service.url() + "/console");
        look(clerk, "console-sign-in");
        page.locator("#j_username").fill(DemoStaff.CLERK.name());
        page.locator("#j_password").fill(DemoStaff.CLERK.password());
        page.locator("main form button").click();
        look(clerk, "queue");
        String address = service.url() + "/console/cases/" + reference;
        page.navigate(address);
        look(clerk, "desk-new");
        page.locator("form[action$='/identity']")
                .locator("xpath=ancestor::details/summary")
                .click();
        page.locator("input[name='check-method'][value='call-back']").check();
        page.locator("[name='check-note']").fill("Klic na številko iz pogodbe.");
        page.locator("form[action$='/identity'] button").click();
        page.locator("form[action$='/accept'] button").click();
        look(clerk, "desk-collecting");
        reloadUntil(page, address, page.locator("form[action$='/release'] button"));
        look(clerk, "desk-found");
        page.locator("form[action$='/release'] button").click();
        page.navigate(service.url() + "/console/connectors");
        look(clerk, "connectors");
        page.navigate(service.url() + "/console/dashboard");
        look(clerk, "dashboard");
    }

    private static void open(Visitor customer, String reference, String email) {
        Page page = customer.page();
        page.navigate(service.url() + "/sign-in?reference=" + reference);
        page.locator("#email").fill(email);
        look(customer, "sign-in");
        page.locator("main form button").click();
        look(customer, "link-sent");
        String waiting = page.url();
        page.locator("#code").fill("00000000");
        page.locator("main form button").click();
        look(customer, "code-wrong");
        follow(customer, reference, email, "/sign-in/");
        String link = page.url();
        look(customer, "open");
        elsewhere(customer, link);
        page.locator("main form button").click();
        page.navigate(waiting);
        look(customer, "code-used");
        reloadUntil(page, service.url() + "/case", page.locator("a[download]"));
        look(customer, "case-ready");
    }

    /** The same mail on another device: its link opens nothing there. */
    private static void elsewhere(Visitor customer, String link) {
        try (Visitor phone = new Visitor(chromium.browser(), customer.language(), customer.scripts())) {
            phone.page().navigate(link);
            assertThat(phone.page().locator("main form")).hasCount(0);
            look(phone, "other-browser");
        }
    }

    /** The page's own script may be quicker; without script, a reader reloads. */
    private static void reloadUntil(Page page, String address, Locator sign) {
        long end = System.nanoTime() + Duration.ofMillis((long) PATIENCE).toNanos();
        while (sign.count() == 0) {
            if (System.nanoTime() > end) {
                fail("Not seen at " + address + ": " + page.locator("main").innerText());
            }
            page.waitForTimeout(500);
            page.navigate(address);
        }
    }

    private Path download(Visitor customer) {
        Page page = customer.page();
        Download download =
                page.waitForDownload(() -> page.locator("a[download]").click());
        Path file = downloads.resolve(download.suggestedFilename());
        download.saveAs(file);
        return file;
    }

    private void check(Visitor customer, Path bundle, String language) throws IOException {
        assertThat(VerifyBundle.run(List.of(bundle.toString()), System.out)).isZero();
        Path folder = unzipped(bundle);
        Page page = customer.page();
        page.navigate(folder.resolve("data/index.html").toUri().toString());
        assertThat(page.locator("h1")).isVisible();
        look(customer, "report");
        page.navigate(folder.resolve("data/report/" + language + "/shared-hosting.html")
                .toUri()
                .toString());
        look(customer, "report-shared-hosting");
    }

    private Path unzipped(Path bundle) throws IOException {
        Path folder = downloads.resolve("unzipped");
        try (ZipFile zip = new ZipFile(bundle.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                Path file = folder.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.copy(zip.getInputStream(entry), file);
            }
        }
        try (var inside = Files.list(folder)) {
            return inside.findFirst().orElseThrow();
        }
    }

    @Test
    void somebody_elses_case_looks_like_none() {
        try (Visitor stranger = new Visitor(chromium.browser(), "sl", true)) {
            stranger.page().navigate(service.url() + "/case");
            assertThat(stranger.page().url()).contains("/sign-in");
        }
    }

    /** axe needs scripts; without them the page is only walked. */
    private static void look(Visitor visitor, String name) {
        if (visitor.scripts()) {
            visitor.look(name);
        } else {
            assertThat(visitor.page().locator("h1")).hasCount(1);
        }
    }
}
