package si.vpogled.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import si.vpogled.demo.DemoStaff;
import si.vpogled.testing.ServiceWorld;
import si.vpogled.testing.StagedCases;
import si.vpogled.text.Language;

/** The forms of a case as they come back when they are wrong, and the pages of those who only read or approve. */
@QuarkusTest
@WithTestResource(ServiceWorld.class)
class StaffPagesTest {
    private static final String REVIEW =
            "{\"kind\": \"in-review\", \"since\": \"2030-01-01T00:00:00Z\", \"supplement\": false}";
    private static final String PARTIAL = """
            {"kind": "ready", "since": "2030-01-01T00:00:00Z", "bundle": 1, "availableUntil": "2031-05-06T10:00:00Z",
             "partial": {"reason": "Strežnik gostovanja še ne dela.", "missing": ["whois-domain"]}}""";

    private static Chromium chromium;

    @TestHTTPResource
    URI service;

    @Inject
    StagedCases cases;

    @BeforeAll
    static void open() {
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    private Visitor staff(DemoStaff member, String language) {
        Visitor staff = new Visitor(chromium.browser(), language, true);
        staff.page().navigate(service.resolve("/console").toString());
        staff.page().locator("#j_username").fill(member.name());
        staff.page().locator("#j_password").fill(member.password());
        staff.page().locator("main form button").click();
        staff.page().waitForURL("**/console");
        return staff;
    }

    private String staged(String state, String language) {
        String reference = cases.in(state, "obrazci-" + UUID.randomUUID() + "@primer.si", Language.of(language));
        cases.failed(reference, "whois-domain");
        return "/console/cases/" + reference;
    }

    private void open(Visitor visitor, String path) {
        visitor.page().navigate(service.resolve(path).toString());
    }

    /** Sends a form with nothing in it; each of its errors leads to a place that can be seen and takes the focus. */
    private static void wrong(Visitor visitor, String form) {
        Page page = visitor.page();
        Locator folded = page.locator("details:not([open]):has(" + form + ") > summary");
        if (folded.count() > 0) {
            folded.click();
        }
        page.locator(form + " button").click();
        assertThat(page.locator("[data-focus]")).isFocused();
        Locator errors = page.locator(".problems a");
        assertThat(errors).not().hasCount(0);
        for (Locator error : errors.all()) {
            error.click();
            assertThat(page.locator(error.getAttribute("href"))).isFocused();
            assertThat(page.locator(error.getAttribute("href"))).isInViewport();
        }
        assertThat(new Axe(page).wrong(".problems", form)).as(form).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sl", "en"})
    void each_form_of_a_case_leads_to_what_is_wrong_with_it(String language) {
        String desk = staged(REVIEW, language);
        try (Visitor clerk = staff(DemoStaff.CLERK, language)) {
            for (String deed : new String[] {"identity", "note", "extend", "release", "refuse"}) {
                open(clerk, desk);
                wrong(clerk, "form[action$='/" + deed + "']");
            }
            clerk.look("desk-with-errors");
            open(clerk, desk + "/messages");
            wrong(clerk, "form[enctype]");
            clerk.check("desk-write-with-errors");
        }
        try (Visitor approver = staff(DemoStaff.APPROVER, language)) {
            open(approver, staged(PARTIAL, language));
            wrong(approver, "form[action$='/end']");
            for (String page : new String[] {"/console", "/console/dashboard"}) {
                open(approver, page);
                approver.check(page);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sl", "en"})
    void who_only_reads_has_pages_in_order_too(String language) {
        String desk = staged(REVIEW, language);
        try (Visitor auditor = staff(DemoStaff.AUDITOR, language)) {
            for (String page :
                    new String[] {desk, desk + "/history", "/console", "/console/dashboard", "/console/connectors"}) {
                open(auditor, page);
                assertThat(auditor.page().locator("main form[method=post]")).hasCount(0);
                auditor.check(page);
            }
        }
    }
}
