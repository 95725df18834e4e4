package si.vpogled.web.console;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import si.vpogled.demo.DemoStaff;
import si.vpogled.testing.PageVisitor;
import si.vpogled.testing.ServiceWorld;

/** A page of the console that is not there is still a page of the console. */
@QuarkusTest
@WithTestResource(ServiceWorld.class)
class ConsoleErrorPageTest {
    @Test
    void a_clerk_who_finds_nothing_keeps_the_consoles_menu_and_their_name() {
        PageVisitor.staff(DemoStaff.CLERK)
                .get("/console/cases/VP-0000-0000-0000")
                .then()
                .statusCode(404)
                .body(containsString("href=\"/console/connectors\""))
                .body(containsString(DemoStaff.CLERK.name()))
                .body(containsString("Na seznam zahtev"))
                .body(not(containsString("href=\"/inventory\"")));
    }

    @Test
    void whoever_is_not_signed_in_sees_the_consoles_frame_and_nobodys_name() {
        new PageVisitor("sl")
                .get("/console/nothing")
                .then()
                .statusCode(404)
                .body(containsString("href=\"/console\""))
                .body(not(containsString("/console/sign-out")))
                .body(not(containsString("href=\"/inventory\"")));
    }

    @Test
    void a_page_of_the_portal_that_is_not_there_shows_the_portals_menu() {
        new PageVisitor("sl")
                .get("/nothing")
                .then()
                .statusCode(404)
                .body(containsString("href=\"/inventory\""))
                .body(not(containsString("Na seznam zahtev")));
    }
}
