package si.vpogled.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import si.vpogled.demo.DemoStaff;
import si.vpogled.testing.Api;
import si.vpogled.testing.ServiceWorld;

/** Each route of the API, asked by each kind of caller. */
@QuarkusTest
@WithTestResource(ServiceWorld.class)
class WhoMayTest {
    static Stream<Routes.Route> ofStaff() {
        return Routes.all().stream().filter(route -> route.path().startsWith("/api/v1/staff"));
    }

    static Stream<Routes.Route> ofSubject() {
        return Routes.all().stream()
                .filter(route -> route.path().startsWith("/api/"))
                .filter(route -> route.who().equals("subject"));
    }

    @ParameterizedTest
    @MethodSource("ofStaff")
    void staffs_routes_want_name_and_password(Routes.Route route) {
        for (RequestSpecification caller : new RequestSpecification[] {
            given(),
            given().auth().preemptive().basic(DemoStaff.CLERK.name(), "wrong"),
            given().auth().preemptive().basic("nobody", "wrong"),
            given().auth().preemptive().basic("", ""),
            Api.signedIn("x")
        }) {
            ask(caller, route)
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .header("WWW-Authenticate", startsWith("Basic"));
        }
    }

    @ParameterizedTest
    @MethodSource("ofStaff")
    void each_role_may_do_what_is_said_and_no_more(Routes.Route route) {
        for (DemoStaff staff : DemoStaff.ALL) {
            Response answer = ask(Api.as(staff), route);

            if (route.who().contains(staff.role())) {
                assertThat(answer.statusCode()).isIn(200, 400, 404, 415);
            } else {
                answer.then().statusCode(403).body("type", equalTo("/problems/forbidden"));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("ofSubject")
    void a_subjects_routes_want_a_session_and_staff_have_none(Routes.Route route) {
        ask(given(), route).then().statusCode(401);
        ask(Api.as(DemoStaff.CLERK), route).then().statusCode(401);
    }

    private static Response ask(RequestSpecification caller, Routes.Route route) {
        return caller.noContentType().request(route.method(), route.example());
    }
}
