package si.vpogled.testing;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.RestAssured;
import io.restassured.config.LogConfig;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import si.vpogled.demo.DemoStaff;

/** The API as its callers use it. */
public final class Api {
    public static final String ROOT = "/api/v1";

    /** What sending was answered with, by reference. */
    private static final Map<String, String> TICKETS = new ConcurrentHashMap<>();

    private Api() {}

    public static RequestSpecification json(String body) {
        // a large body made pretty for the log takes all memory
        return given().config(RestAssured.config.logConfig(LogConfig.logConfig().enablePrettyPrinting(false)))
                .contentType(ContentType.JSON)
                .body(body);
    }

    /** As a member of staff. */
    public static RequestSpecification as(DemoStaff staff) {
        return given().auth().preemptive().basic(staff.name(), staff.password());
    }

    /** As a member of staff, with a body. */
    public static RequestSpecification as(DemoStaff staff, String body) {
        return json(body).auth().preemptive().basic(staff.name(), staff.password());
    }

    /** As a subject who is signed in. */
    public static RequestSpecification signedIn(String session) {
        return given().header("Authorization", "Bearer " + session);
    }

    /** Sends a request and returns its reference; the ticket is kept here, for {@link #confirm}. */
    public static String submit(String email, String service) {
        return submitted(body(email, service));
    }

    /**
     * A request for erasure whose plan is made; the mail's ticket is spent.
     *
     * @return its reference
     */
    public static String plannedErasure(Mails mails, String email, String service) {
        String reference = submitted(body(email, service).replace("access", "erasure"));
        confirm(mails, email, reference);
        String staff = ROOT + "/staff/requests/" + reference;
        as(DemoStaff.CLERK, "{\"method\": \"call-back\", \"note\": \"klic na številko iz pogodbe\"}")
                .post(staff + "/identity-checks")
                .then()
                .statusCode(204);
        as(DemoStaff.CLERK).post(staff + "/acceptance").then().statusCode(204);
        await().atMost(Duration.ofMinutes(2))
                .until(() -> as(DemoStaff.CLERK).get(staff).path("state").equals("planned"));
        return reference;
    }

    private static String submitted(String body) {
        JsonPath answer = json(body)
                .post(ROOT + "/requests")
                .then()
                .statusCode(202)
                .extract()
                .jsonPath();
        TICKETS.put(answer.getString("reference"), answer.getString("ticket"));
        return answer.getString("reference");
    }

    /** A right body for a submission. */
    public static String body(String email, String service) {
        return """
                {"right": "access", "services": ["%s"], "name": "Ana Novak", "email": "%s", "language": "sl"}
                """.formatted(service, email);
    }

    /** Confirms a request by its mailed link and returns the session. */
    public static String confirm(Mails mails, String email, String reference) {
        String token = mails.token(email, reference, "/confirm/");
        return json("{\"token\": \"" + token + "\", \"ticket\": \"" + TICKETS.get(reference) + "\"}")
                .post(ROOT + "/confirmations")
                .then()
                .statusCode(200)
                .extract()
                .path("session");
    }

    /** Asks to sign in, and returns the ticket. */
    public static String askForSignIn(String reference, String email) {
        return json("{\"reference\": \"" + reference + "\", \"email\": \"" + email + "\"}")
                .post(ROOT + "/sign-ins")
                .then()
                .statusCode(202)
                .extract()
                .path("ticket");
    }

    /** Sends a ticket and a code. */
    public static Response openSession(String ticket, String code) {
        return json("{\"ticket\": \"" + ticket + "\", \"code\": \"" + code + "\"}")
                .post(ROOT + "/sessions");
    }
}
