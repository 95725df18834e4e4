package si.vpogled.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import si.vpogled.correspondence.Draft;
import si.vpogled.demo.DemoStaff;
import si.vpogled.demo.people.DemoCustomers;
import si.vpogled.inventory.Inventory;
import si.vpogled.inventory.Item;
import si.vpogled.testing.Api;
import si.vpogled.testing.Mails;
import si.vpogled.testing.PageVisitor;
import si.vpogled.testing.ServiceWorld;
import si.vpogled.testing.StagedCases;
import si.vpogled.text.Language;
import si.vpogled.web.Routes;

/**
 * What every page weighs, without pictures, for a browser that has nothing of it yet: its HTML, which is not
 * compressed, and with it all its style sheets and scripts, which are.
 */
@QuarkusTest
@WithTestResource(ServiceWorld.class)
class PageWeightTest {
    private static final HttpClient BROWSER = HttpClient.newHttpClient();
    private static final int MOST = 150_000;
    private static final int ROWS_OF_A_PAGE = 40;
    private static final Pattern PART = Pattern.compile("(?:href|src)=\"(/assets/[^\"]+\\.(?:css|js))\"");
    private static final String REVIEW =
            "{\"kind\": \"in-review\", \"since\": \"2026-01-01T00:00:00Z\", \"supplement\": false}";
    private static final String DESK = "/console/cases/{reference}";
    private static final String ITEM = DESK + "/items/{item}";
    private static final String ENTRY = ITEM + "/entries/{number: [0-9]{1,9}}";
    private final Map<String, Weight> weights = new LinkedHashMap<>();

    @Inject
    StagedCases cases;

    @Inject
    Inventory inventory;

    @ConfigProperty(name = ServiceWorld.MAILBOX)
    String mailbox;

    /**
     * @param sent with style sheets and scripts as they are sent
     * @param unpacked with both unpacked
     */
    private record Weight(int html, int sent, int unpacked) {
        @Override
        public String toString() {
            return html + "/" + sent + "/" + unpacked;
        }
    }

    @Test
    void no_page_weighs_more_than_150_kB() {
        Set<String> weighed = weighAll();

        System.out.println("Bytes of pages: HTML/as sent with style sheets and scripts/the same unpacked: " + weights);
        assertThat(weighed).as("every page that there is").containsExactlyInAnyOrderElementsOf(Routes.pages());
        assertThat(weights).allSatisfy((page, weight) -> {
            assertThat(weight.html()).as(page).isLessThanOrEqualTo(MOST);
            assertThat(weight.unpacked()).as(page).isLessThanOrEqualTo(MOST);
        });
    }

    /** Whatever its customer sends: all services, each item found, and as many of the longest messages as a case takes. */
    @Test
    void the_largest_case_weighs_no_more_for_customer_and_clerk() {
        String reference = cases.in(REVIEW, "najtezja@strani.example", Language.SL);
        Map<String, List<String>> items = inventory.items().stream()
                .collect(Collectors.groupingBy(
                        Item::connector, Collectors.mapping(item -> item.id().toString(), Collectors.toList())));
        items.forEach((connector, all) -> cases.told(reference, connector, all, "found"));
        cases.allServices(reference);
        String longest = "č<\"&".repeat(Draft.LONGEST_TEXT / 4);
        for (String side : List.of("subject", "staff")) {
            cases.messages(reference, side, Draft.MOST_MESSAGES_OF_CASE, longest);
        }
        PageVisitor clerk = PageVisitor.staff(DemoStaff.CLERK);
        String desk = "/console/cases/" + reference;

        weigh(PageVisitor.subject("sl", cases.session(reference)), "/case");
        weigh(clerk, desk);
        weigh(clerk, desk + "/messages");

        System.out.println("Bytes of the largest case: " + weights);
        assertThat(weights)
                .allSatisfy((page, weight) -> assertThat(weight.sent()).as(page).isLessThanOrEqualTo(MOST));
        String earlier =
                links(clerk.get(desk), "(" + desk + "\\?before=[^\"#]+)").getFirst();
        assertThat(clerk.get(earlier).asString()).contains("?before=").doesNotContain(earlier);
    }

    /** Returns the routes. */
    private Set<String> weighAll() {
        for (int i = 0; i < ROWS_OF_A_PAGE; i++) {
            cases.submitted("teza-" + i + "@strani.example", Language.SL);
        }
        PageVisitor customer = new PageVisitor("sl");
        Response check = customer.fill(DemoCustomers.PRIVATE_EMAIL, "domains");
        Map<String, List<String>> form = Map.of(
                "/request/check",
                List.of("/request/check"),
                "/request/{step: right|services|you|more|language}",
                List.of("/request/right", "/request/services", "/request/you", "/request/more", "/request/language"));
        form.forEach((route, pages) -> pages.forEach(page -> weigh(customer, page)));
        String sent = customer.send(check).header("Location");
        String reference = sent.substring(sent.indexOf("VP-"));
        customer.confirm(new Mails(mailbox).token(DemoCustomers.PRIVATE_EMAIL, reference, "/confirm/"));
        PageVisitor clerk = PageVisitor.staff(DemoStaff.CLERK);

        Map<String, List<String>> portal = portal(customer, sent.substring(sent.indexOf("/request/")));
        portal.forEach((_, pages) -> pages.forEach(page -> weigh(customer, page)));
        inReview(clerk, reference);
        Map<String, List<String>> console = console(clerk, "/console/cases/" + reference);
        console.forEach((_, pages) -> pages.forEach(page -> weigh(clerk, page)));
        return List.of(form, portal, console, erasure(clerk)).stream()
                .flatMap(pages -> pages.keySet().stream())
                .collect(Collectors.toSet());
    }

    private Map<String, List<String>> erasure(PageVisitor clerk) {
        String reference = Api.plannedErasure(new Mails(mailbox), DemoCustomers.PRIVATE_EMAIL, "domains");
        cases.certified(reference);
        weigh(PageVisitor.subject("sl", cases.session(reference)), "/case/certificate");
        String plan = "/console/cases/" + reference + "/plan";
        weigh(clerk, plan);
        List<String> items = links(clerk.get(plan), "(" + plan + "/lines/[^\"]+)\"");
        weigh(clerk, items.getFirst());
        return Map.of(
                "/case/certificate",
                List.of("/case/certificate"),
                DESK + "/plan",
                List.of(plan),
                DESK + "/plan/lines/{line}/items/{item}",
                items);
    }

    private static Map<String, List<String>> portal(PageVisitor customer, String sent) {
        List<String> cells = links(customer.get("/inventory"), "(/inventory/[^\"#]+)\"");
        List<String> letters = links(customer.get("/case"), "(/case/letters/[^\"]+)\"");
        String code = customer.askForSignIn("VP-0000-0000-0000", "teza@strani.example");
        Map<String, List<String>> pages = new LinkedHashMap<>();
        for (String page : List.of(
                "/",
                "/inventory",
                "/sign-in",
                "/signed-out",
                "/confirmed",
                "/case",
                "/case/progress",
                "/case/withdraw",
                "/console/sign-in",
                "/console/sign-in/failed")) {
            pages.put(page, List.of(page));
        }
        pages.put("/request/sent", List.of(sent));
        pages.put("/inventory/{service}/{row}", cells);
        pages.put("/case/letters/{letter}", letters);
        pages.put("/confirm/{token}", List.of("/confirm/x"));
        pages.put("/sign-in/{token}", List.of("/sign-in/x"));
        pages.put("/sign-in/code/{mark}", List.of(code));
        pages.put("/problems/{key}", List.of("/problems/too-many-requests"));
        return pages;
    }

    private static Map<String, List<String>> console(PageVisitor clerk, String desk) {
        String item = desk + "/items/domains.legal-framework.name";
        List<String> entries = links(clerk.get(item), "(" + item + "/entries/[0-9]+)\"");
        String report = desk + "/preview/report/sl/";
        Map<String, List<String>> pages = new LinkedHashMap<>();
        pages.put("/console", List.of("/console", "/console?state=all"));
        pages.put("/console/dashboard", List.of("/console/dashboard"));
        pages.put("/console/connectors", List.of("/console/connectors"));
        pages.put(DESK, List.of(desk));
        pages.put(DESK + "/history", List.of(desk + "/history"));
        pages.put(DESK + "/messages", List.of(desk + "/messages"));
        pages.put(DESK + "/runs", List.of(desk + "/runs"));
        pages.put(ITEM, List.of(item));
        pages.put(ENTRY, entries);
        pages.put(ENTRY + "/records/{record: [1-9][0-9]{0,8}}", List.of(entries.getFirst() + "/records/1"));
        pages.put(
                DESK + "/preview/{path: .+}",
                List.of(
                        desk + "/preview/index.html",
                        report + "domains.html",
                        report + "domains_legal-framework_invoices_1.html",
                        desk + "/preview/information.html"));
        return pages;
    }

    private static void inReview(PageVisitor clerk, String reference) {
        String desk = "/console/cases/" + reference;
        clerk.get(desk);
        clerk.post(desk + "/accept", Map.of()).then().statusCode(303);
        await().atMost(Duration.ofMinutes(2))
                .until(() -> Api.as(DemoStaff.CLERK)
                        .get("/api/v1/staff/requests/" + reference)
                        .path("state")
                        .equals("in-review"));
    }

    private static List<String> links(Response page, String link) {
        List<String> links = Pattern.compile(link)
                .matcher(page.asString())
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
        assertThat(links).as(link).isNotEmpty();
        return links;
    }

    private void weigh(PageVisitor visitor, String place) {
        Response page = visitor.get(place);
        // a link that is no longer one is told by a page too
        assertThat(page.statusCode()).as(place).isIn(200, 410);
        String html = page.asString();
        List<byte[]> parts = PART.matcher(html)
                .results()
                .map((MatchResult part) -> part.group(1))
                .distinct()
                .map(PageWeightTest::packed)
                .toList();
        assertThat(html.contains("<header class=\"top\">"))
                .as("a page of its own, or a part of one: " + place)
                .isEqualTo(!parts.isEmpty());
        int bytes = page.asByteArray().length;
        weights.put(
                place,
                new Weight(
                        bytes,
                        bytes + parts.stream().mapToInt(part -> part.length).sum(),
                        bytes
                                + parts.stream()
                                        .mapToInt(PageWeightTest::unpacked)
                                        .sum()));
    }

    /** As it comes. */
    private static byte[] packed(String part) {
        try {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create(RestAssured.baseURI + ":" + RestAssured.port + part))
                    .header("Accept-Encoding", "gzip")
                    .build();
            HttpResponse<byte[]> answer = BROWSER.send(request, HttpResponse.BodyHandlers.ofByteArray());
            assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
            return answer.body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int unpacked(byte[] part) {
        try (GZIPInputStream content = new GZIPInputStream(new ByteArrayInputStream(part))) {
            return content.readAllBytes().length;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
