package si.vpogled.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import si.vpogled.demo.DemoStaff;
import si.vpogled.testing.Mails;
import si.vpogled.testing.PageVisitor;
import si.vpogled.testing.ServiceWorld;
import si.vpogled.testing.StagedCases;
import si.vpogled.text.Language;

/**
 * What a page weighs on its way to a browser that has nothing of it yet: its HTML, which is not compressed, with all its
 * style sheets and scripts, which are; without pictures.
 */
@QuarkusTest
@WithTestResource(ServiceWorld.class)
class PageWeightTest {
    private static final HttpClient BROWSER = HttpClient.newHttpClient();
    private static final int MOST = 150_000;
    private static final int ROWS_OF_A_PAGE = 50;
    private static final Pattern PART = Pattern.compile("(?:href|src)=\"(/assets/[^\"]+\\.(?:css|js))\"");

    @Inject
    StagedCases cases;

    @ConfigProperty(name = ServiceWorld.MAILBOX)
    String mailbox;

    @Test
    void no_page_weighs_more_than_150_kB() {
        String email = "teza@strani.example";
        for (int i = 0; i < ROWS_OF_A_PAGE; i++) {
            cases.submitted("teza-" + i + "@strani.example", Language.SL);
        }
        PageVisitor customer = new PageVisitor("sl");
        String reference = customer.ask(email, "domains", "shared-hosting");
        customer.confirm(new Mails(mailbox).token(email, reference, "/confirm/"));
        PageVisitor clerk = PageVisitor.staff(DemoStaff.CLERK);

        Map<String, Integer> weights = new LinkedHashMap<>();
        for (String page : List.of("/", "/inventory", "/request/right", "/sign-in", "/case")) {
            weights.put(page, weight(customer.get(page)));
        }
        for (String page : List.of(
                "/console",
                "/console?state=all",
                "/console/cases/" + reference,
                "/console/connectors",
                "/console/dashboard")) {
            weights.put(page, weight(clerk.get(page)));
        }

        System.out.println("Bytes of pages with style sheets and scripts, as sent: " + weights);
        assertThat(weights)
                .allSatisfy((page, weight) -> assertThat(weight).as(page).isLessThanOrEqualTo(MOST));
    }

    /** As it comes, not unpacked. */
    private static int sent(String part) {
        try {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create(RestAssured.baseURI + ":" + RestAssured.port + part))
                    .header("Accept-Encoding", "gzip")
                    .build();
            HttpResponse<byte[]> answer = BROWSER.send(request, HttpResponse.BodyHandlers.ofByteArray());
            assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
            return answer.body().length;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int weight(Response page) {
        page.then().statusCode(200);
        List<String> parts = PART.matcher(page.asString())
                .results()
                .map((MatchResult part) -> part.group(1))
                .distinct()
                .toList();
        assertThat(parts).isNotEmpty();
        return page.asByteArray().length
                + parts.stream().mapToInt(part -> sent(part)).sum();
    }
}
