package si.vpogled.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Base64;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import si.vpogled.demo.people.DemoCustomers;
import si.vpogled.demo.people.Population;

@ExtendWith(SharedDemoWorld.class)
@Tag("slow")
class DemoWorldTest {
    private static DemoWorld world;

    @BeforeAll
    static void start(DemoWorld shared) {
        world = shared;
    }

    @Test
    void isTheSameForTheSameSeedDayAndFactor() {
        assertThat(Population.of(DemoWorld.SEED, SharedDemoWorld.TODAY, 1)).isEqualTo(world.population());
        assertThat(Population.of(DemoWorld.SEED, SharedDemoWorld.TODAY, 2).customers())
                .hasSizeGreaterThan(45);
    }

    @Test
    void billingHasMoreThanTenYearsOfTheCompanyInEveryWayOfPaying() throws SQLException {
        assertThat(billing("select count(distinct service) from invoice where customer_number = '100200'"))
                .isEqualTo("6");
        assertThat(billing("select min(issued_on) < date '2016-01-01' from invoice where customer_number = '100200'"))
                .isEqualTo("t");
        assertThat(billing("""
                select string_agg(distinct p.method, ',' order by p.method) from payment p
                join invoice i on i.number = p.invoice_number where i.customer_number = '100200'""")).isEqualTo("bank,card,paypal");
        assertThat(billing("select count(*) from customer where email = '" + DemoCustomers.TWO_EMAIL + "'"))
                .isEqualTo("2");
        assertThat(billing("select count(*) from customer where email = '" + DemoCustomers.STRANGER_EMAIL + "'"))
                .isEqualTo("0");
    }

    @Test
    void hostingHasMigrationsPatchmanAndFiles() throws SQLException {
        assertThat(hosting("select count(*) from migrated_mailbox")).isEqualTo("4");
        assertThat(hosting("select count(*) from patchman_file where server = 'vps-2051'"))
                .isEqualTo("0");
        assertThat(hosting("select count(*) from patchman_file where server = 'vps-2050'"))
                .isEqualTo("3");
        Path account = world.hosting().files().root().resolve("hosting/" + DemoCustomers.COMPANY_ACCOUNT);
        assertThat(account.resolve("www/sistem")).isSymbolicLink();
        assertThat(account.resolve("www/index.html")).exists();
        assertThat(account.resolve("databases/cebelar_wp.sql")).content().contains("insert into");
    }

    /** What an account is to hold is written whatever the factor, and at the larger factor it is more than 1 GB. */
    @Test
    void theLargeAccountHoldsWhatItIsToHold() throws Exception {
        Path files = world.hosting().files().root().resolve("hosting/" + DemoCustomers.LARGE_ACCOUNT + "/www");
        try (var walk = Files.walk(files)) {
            assertThat(walk.filter(Files::isRegularFile)
                            .mapToLong(file -> file.toFile().length())
                            .sum())
                    .isGreaterThanOrEqualTo(toHold(1));
        }
        assertThat(toHold(40)).isGreaterThan(1_000_000_000L);
    }

    private static long toHold(int factor) {
        return Population.of(DemoWorld.SEED, SharedDemoWorld.TODAY, factor)
                .customer(DemoCustomers.LARGE_NUMBER)
                .stream()
                .flatMap(customer -> customer.holdings().hosting().stream())
                .mapToLong(hosting -> hosting.kilobytes() * 1024L)
                .sum();
    }

    @Test
    void theStrangerStandsInAMailboxAndAContactList() throws Exception {
        Path mail = world.hosting().files().root().resolve("hosting/" + DemoCustomers.PRIVATE_ACCOUNT + "/mail");
        try (var files = Files.walk(mail)) {
            assertThat(files.filter(Files::isRegularFile))
                    .anySatisfy(file -> assertThat(file).content().contains(DemoCustomers.STRANGER_EMAIL));
        }
        assertThat(dostavljalec("/v2/accounts/cebelarstvo/contacts?per_page=1000"))
                .contains(DemoCustomers.STRANGER_EMAIL);
    }

    @Test
    void contactsComeInPagesThatNameTheNext() throws Exception {
        HttpResponse<String> page = get(
                world.dostavljalec().environment().get("DOSTAVLJALEC_URL")
                        + "/v2/accounts/planinci/contacts?per_page=5000&page=19",
                "Bearer " + world.backendEnvironment().get("VPOGLED_SECRET_DOSTAVLJALEC_TOKEN"));
        assertThat(page.headers().firstValue("Link"))
                .hasValueSatisfying(link -> assertThat(link).contains("page=20"));
        assertThat(page.body()).contains("\"id\":95000").doesNotContain("\"id\":95001");
    }

    @Test
    void theBuilderNeedsAPasswordAndTellsItsPages() throws Exception {
        String url = world.backendEnvironment().get("WEBSITE_BUILDER_URL") + "/api/sites/site-3107/submissions";
        assertThat(get(url, "").statusCode()).isEqualTo(401);
        String basic = Base64.getEncoder()
                .encodeToString(("vpogled:" + world.backendEnvironment().get("VPOGLED_SECRET_WEBSITE_BUILDER_PASSWORD"))
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(get(url, "Basic " + basic).headers().firstValue("X-Total-Pages"))
                .hasValue("3");
    }

    private static String dostavljalec(String path) throws Exception {
        return get(
                        world.backendEnvironment().get("DOSTAVLJALEC_URL") + path,
                        "Bearer " + world.backendEnvironment().get("VPOGLED_SECRET_DOSTAVLJALEC_TOKEN"))
                .body();
    }

    private static HttpResponse<String> get(String url, String authorization) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create(url))
                            .header("Authorization", authorization)
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    private static String billing(String query) throws SQLException {
        return read(world.billing().jdbcUrl(), "BILLING", query);
    }

    private static String hosting(String query) throws SQLException {
        return read(world.hosting().jdbcUrl(), "HOSTING", query);
    }

    private static String read(String url, String connector, String query) throws SQLException {
        var environment = world.backendEnvironment();
        try (var connection = DriverManager.getConnection(
                        url,
                        environment.get(connector + "_USER"),
                        environment.get("VPOGLED_SECRET_" + connector + "_PASSWORD"));
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
