package si.vpogled.web.page;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import si.vpogled.testing.PageVisitor;
import si.vpogled.testing.ServiceWorld;
import si.vpogled.web.problem.ProblemKind;

/** The addresses that problems give as their types lead somewhere. */
@QuarkusTest
@WithTestResource(ServiceWorld.class)
class ProblemTypePageTest {
    @ParameterizedTest
    @EnumSource(ProblemKind.class)
    void every_type_leads_to_a_page_that_says_what_it_means(ProblemKind kind) {
        for (String language : new String[] {"sl", "en"}) {
            new PageVisitor(language)
                    .get(kind.type().toString())
                    .then()
                    .statusCode(200)
                    .header("Content-Language", language)
                    .body(containsString(kind.type().toString()))
                    .body(containsString(Integer.toString(kind.status())))
                    .body(not(containsString("{0}")));
        }
    }

    @Test
    void a_type_that_there_is_not_is_not_found() {
        given().header("Accept", "text/html").get("/problems/nothing").then().statusCode(404);
    }
}
