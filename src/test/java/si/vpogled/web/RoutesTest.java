package si.vpogled.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import si.vpogled.testing.Golden;

class RoutesTest {
    private static final List<Routes.Route> ROUTES = Routes.all();

    @Test
    void every_route_says_who_may_use_it_and_the_list_is_the_golden_one() {
        String list = ROUTES.stream()
                .map(route -> "%-6s %-68s %s\n".formatted(route.method(), route.path(), route.who()))
                .collect(Collectors.joining());

        assertThat(ROUTES).noneMatch(route -> route.who().equals("nobody"));
        Golden.assertSame("routes.txt", list);
    }

    @Test
    void what_staff_do_is_below_staff_and_console_and_auditors_change_nothing() {
        assertThat(ROUTES)
                .filteredOn(route -> route.path().startsWith("/api/v1/staff"))
                .allMatch(route -> route.who().matches("(clerk )?approver( auditor)?"));
        assertThat(ROUTES)
                .filteredOn(route -> route.who().contains("auditor"))
                .allMatch(route -> route.path().startsWith("/api/v1/staff/")
                        || route.path().startsWith("/console"))
                .allMatch(route -> route.method().equals("GET"));
    }
}
