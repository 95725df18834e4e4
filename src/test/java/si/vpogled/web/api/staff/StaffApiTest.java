package si.vpogled.web.api.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static si.vpogled.testing.Api.as;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import si.vpogled.demo.DemoStaff;
import si.vpogled.testing.Api;
import si.vpogled.testing.Mails;
import si.vpogled.testing.ServiceWorld;
import si.vpogled.testing.SettableClock;

@QuarkusTest
@WithTestResource(ServiceWorld.class)
class StaffApiTest {
    private static final String REQUESTS = "/api/v1/staff/requests";

    @ConfigProperty(name = ServiceWorld.MAILBOX)
    String mailbox;

    @Inject
    SettableClock clock;

    private final String mark = UUID.randomUUID().toString();

    @AfterEach
    void today() {
        clock.reset();
    }

    @Test
    void the_list_comes_in_pages_that_hold_every_request_once() {
        List<String> sent = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            sent.add(Api.submit("stran-" + i + "-" + mark + "@posta.example", "domains"));
        }

        List<String> seen = new ArrayList<>();
        Response page = list("limit=3");
        seen.addAll(page.path("requests.reference"));
        assertThat(seen).hasSize(3);
        while (page.path("next") != null) {
            page = list("limit=3&cursor=" + page.<String>path("next"));
            seen.addAll(page.path("requests.reference"));
        }

        assertThat(seen).containsExactlyInAnyOrderElementsOf(sent);
    }

    @Test
    void filters_narrow_the_list() {
        String waiting = Api.submit("a-" + mark + "@posta.example", "domains");
        String confirmed = confirmed("b-" + mark + "@posta.example", "domains");
        assign(confirmed, "\"klara\"").then().statusCode(204);

        assertThat(references("state=awaiting-decision")).containsExactly(confirmed);
        assertThat(references("state=awaiting-confirmation")).containsExactly(waiting);
        assertThat(references("assignee=klara")).containsExactly(confirmed);
        assertThat(references("right=access")).containsExactlyInAnyOrder(waiting, confirmed);
        assertThat(references("right=erasure")).isEmpty();
        assertThat(references("due-before=2020-01-01")).isEmpty();
        assertThat(references("overdue=true")).isEmpty();
        assertThat(as(DemoStaff.CLERK)
                        .get(REQUESTS + "?text=" + waiting.toLowerCase(java.util.Locale.ROOT))
                        .<List<String>>path("requests.reference"))
                .containsExactly(waiting);

        clock.advance(Duration.ofDays(40));
        assertThat(references("overdue=true")).contains(confirmed);
    }

    @Test
    void a_clerk_notes_and_assigns_and_every_look_is_on_record() {
        String reference = confirmed("c-" + mark + "@posta.example", "domains");

        as(DemoStaff.CLERK, "{\"text\": \"Pokličem v ponedeljek.\\nBo doma.\"}")
                .post(REQUESTS + "/" + reference + "/notes")
                .then()
                .statusCode(204);
        assign(reference, "\"oskar\"").then().statusCode(204);
        assign(reference, "\"nihce\"").then().statusCode(422).body("type", equalTo("/problems/unknown-colleague"));
        assign(reference, "\"" + DemoStaff.AUDITOR.name() + "\"").then().statusCode(422);
        as(DemoStaff.AUDITOR).get(REQUESTS + "/" + reference);

        as(DemoStaff.CLERK)
                .header("Accept-Language", "en")
                .get(REQUESTS + "/" + reference)
                .then()
                .statusCode(200)
                .body("stateLabel", equalTo("awaiting decision"))
                .body("assignee", equalTo("oskar"))
                .body("notes[0].author", equalTo("klara"))
                .body("notes[0].text", equalTo("Pokličem v ponedeljek.\nBo doma."))
                .body("history.action", hasItems("submitted", "confirmed", "noted", "assigned", "viewed"))
                .body("history.findAll { it.action == 'viewed' }.actor", hasItems("rezka", "klara"));
        assign(reference, "null").then().statusCode(204);
        as(DemoStaff.CLERK).get(REQUESTS + "/" + reference).then().body("assignee", equalTo(null));
    }

    @Test
    void hosted_content_takes_a_second_proof() {
        String reference = confirmed("d-" + mark + "@posta.example", "shared-hosting");

        as(DemoStaff.CLERK)
                .header("Accept-Language", "en")
                .post(REQUESTS + "/" + reference + "/acceptance")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/identity-insufficient"))
                .body("detail", containsString("Shared hosting"));

        as(DemoStaff.APPROVER, """
                {"method": "in-person", "identifiers": [{"kind": "customer-number", "value": "100101"}],
                 "note": "Osebna izkaznica"}""")
                .post(REQUESTS + "/" + reference + "/identity-checks")
                .then()
                .statusCode(204);
        as(DemoStaff.CLERK)
                .post(REQUESTS + "/" + reference + "/acceptance")
                .then()
                .statusCode(204);
        as(DemoStaff.CLERK)
                .post(REQUESTS + "/" + reference + "/acceptance")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/wrong-state"));
    }

    @Test
    void a_refusal_names_its_ground_and_ends_the_request() {
        String reference = confirmed("e-" + mark + "@posta.example", "domains");

        as(DemoStaff.CLERK, "{\"ground\": \"rights-of-others\", \"reason\": \"x\"}")
                .post(REQUESTS + "/" + reference + "/refusal")
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("ground"));
        as(DemoStaff.CLERK, "{\"ground\": \"excessive\", \"reason\": \"Deseta enaka zahteva v letu dni.\"}")
                .post(REQUESTS + "/" + reference + "/refusal")
                .then()
                .statusCode(204);

        as(DemoStaff.CLERK)
                .get(REQUESTS + "/" + reference)
                .then()
                .body("state", equalTo("closed"))
                .body("explanation", containsString("Deseta enaka zahteva v letu dni."));
    }

    @Test
    void the_time_limit_is_extended_once_and_in_time() {
        String reference = confirmed("f-" + mark + "@posta.example", "domains");
        String before = as(DemoStaff.CLERK).get(REQUESTS + "/" + reference).path("dueOn");

        extend(reference).then().statusCode(204);

        as(DemoStaff.CLERK)
                .get(REQUESTS + "/" + reference)
                .then()
                .body("dueOn", not(equalTo(before)))
                .body("extension.reason", equalTo("Veliko podatkov."));
        extend(reference).then().statusCode(409).body("type", equalTo("/problems/extended-already"));

        String late = confirmed("g-" + mark + "@posta.example", "domains");
        clock.advance(Duration.ofDays(40));
        extend(late).then().statusCode(409).body("type", equalTo("/problems/extension-too-late"));
    }

    @Test
    void what_belongs_to_review_is_refused_before() {
        String reference = confirmed("h-" + mark + "@posta.example", "domains");

        as(DemoStaff.CLERK, "{}")
                .post(REQUESTS + "/" + reference + "/release")
                .then()
                .statusCode(409);
        as(DemoStaff.CLERK)
                .post(REQUESTS + "/" + reference + "/runs/billing/retry")
                .then()
                .statusCode(409);
        as(DemoStaff.CLERK, "{\"ground\": \"rights-of-others\", \"reason\": \"x\"}")
                .put(REQUESTS + "/" + reference + "/withheld-items/domains.legal-framework.name")
                .then()
                .statusCode(409);
        as(DemoStaff.CLERK)
                .post(REQUESTS + "/" + reference + "/withdrawal")
                .then()
                .statusCode(204);
    }

    @Test
    void the_sources_are_listed_and_tested() {
        as(DemoStaff.AUDITOR)
                .get("/api/v1/staff/connectors")
                .then()
                .statusCode(200)
                .body("connectors", hasSize(5))
                .body("connectors.connector", hasItems("billing", "hosting"));
        as(DemoStaff.CLERK)
                .post("/api/v1/staff/connectors/billing/test")
                .then()
                .statusCode(200)
                .body("passed", equalTo(true))
                .body("checks.part", hasItems("source", "identify", "collection"));
    }

    private Response list(String query) {
        return as(DemoStaff.AUDITOR).get(REQUESTS + "?text=" + mark + "&" + query);
    }

    private List<String> references(String query) {
        return list(query).path("requests.reference");
    }

    private static Response assign(String reference, String assignee) {
        return as(DemoStaff.CLERK, "{\"assignee\": " + assignee + "}").put(REQUESTS + "/" + reference + "/assignee");
    }

    private static Response extend(String reference) {
        return as(DemoStaff.CLERK, "{\"reason\": \"Veliko podatkov.\"}")
                .post(REQUESTS + "/" + reference + "/extension");
    }

    private String confirmed(String email, String service) {
        String reference = Api.submit(email, service);
        Api.confirm(new Mails(mailbox), email, reference);
        return reference;
    }
}
