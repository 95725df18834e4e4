package si.vpogled.web.portal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import si.vpogled.testing.PageVisitor;
import si.vpogled.testing.ServiceWorld;

@QuarkusTest
@WithTestResource(ServiceWorld.class)
class PortalPagesTest {
    private static final int LARGEST_PAGE = 150_000;

    private final PageVisitor visitor = new PageVisitor("sl");

    @ParameterizedTest
    @CsvSource({"sl, en, Sign in to your request", "en, sl, Prijava v vašo zahtevo"})
    void the_form_to_sign_in_keeps_what_was_typed_in_the_other_language(String language, String other, String title) {
        PageVisitor visitor = new PageVisitor(language);
        visitor.get("/sign-in").then().body(containsString("formaction=\"/sign-in?lang=" + other + "\""));

        visitor.post("/sign-in?lang=" + other, Map.of("reference", "VP-", "email", "ana@", "go", "stay"))
                .then()
                .statusCode(200)
                .body(containsString("<h1>" + title + "</h1>"))
                .body(containsString("value=\"VP-\""))
                .body(containsString("value=\"ana@\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/inventory",
                "/request/right",
                "/inventory/vps/user-data",
                "/sign-in",
                "/confirm/x",
                "/confirmed",
                "/signed-out",
                "/console/sign-in"
            })
    void every_public_page_has_one_heading_its_language_and_a_switch(String path) {
        for (String language : new String[] {"sl", "en"}) {
            String page = new PageVisitor(language)
                    .get(path)
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString();

            assertThat(page)
                    .contains("<html lang=\"" + language + "\">")
                    .contains("lang=" + (language.equals("sl") ? "en" : "sl"));
            assertThat(Pattern.compile("<h1[ >]").matcher(page).results()).hasSize(1);
            assertThat(page).contains("<main id=\"main\"").contains("href=\"#main\"");
            assertThat(page).doesNotContain("style=").doesNotContain("onclick").doesNotContain("NOT_FOUND");
            assertThat(page.length()).isLessThan(LARGEST_PAGE);
        }
    }

    @ParameterizedTest
    @CsvSource({"en, en", "sl-SI, sl", "de, sl", "'de, en;q=0.5', en", "'', sl"})
    void the_browser_decides_on_the_language_where_nobody_has(String accepted, String language) {
        given().header("Accept-Language", accepted)
                .get("/")
                .then()
                .body(containsString("<html lang=\"" + language + "\">"))
                .header("Content-Language", language);
    }

    @Test
    void a_chosen_language_is_remembered() {
        visitor.get("/?lang=en").then().body(containsString("<html lang=\"en\">"));

        visitor.get("/inventory").then().body(containsString("What data we hold"));
    }

    @Test
    void a_language_that_we_do_not_speak_changes_nothing() {
        visitor.get("/?lang=xx").then().statusCode(200).body(containsString("<html lang=\"sl\">"));
    }

    @Test
    void the_inventory_is_the_table_of_six_services_by_three_rows() {
        String page = visitor.get("/inventory").asString();

        assertThat(Pattern.compile("<th scope=\"col\">").matcher(page).results())
                .hasSize(7);
        assertThat(Pattern.compile("<th scope=\"row\">").matcher(page).results())
                .hasSize(3);
        assertThat(page).contains("<caption");
        assertThat(Pattern.compile("<li><a href=\"/inventory/[a-z-]+/[a-z-]+#[a-z-]+\">[^<]+</a></li>")
                        .matcher(page)
                        .results())
                .as("items, each leading to what is said of it")
                .hasSize(114);
    }

    @Test
    void style_sheets_and_scripts_are_ours_and_can_be_kept_for_ever() {
        String page = visitor.get("/").asString();
        Pattern.compile("/assets/[^\"]+")
                .matcher(page)
                .results()
                .map(found -> found.group())
                .distinct()
                .forEach(asset -> given().get(asset)
                        .then()
                        .statusCode(200)
                        .header("Cache-Control", containsString("immutable"))
                        .header("Set-Cookie", org.hamcrest.Matchers.nullValue()));

        assertThat(page).doesNotContain("src=\"http").doesNotContain("<script>");
        assertThat(page).doesNotContainPattern("<link[^>]+href=\"http");
    }

    @Test
    void a_page_of_another_version_has_its_style_sheet_from_this_one_but_does_not_keep_it() {
        given().get("/assets/000000000000/pages.css")
                .then()
                .statusCode(200)
                .contentType("text/css")
                .header("Cache-Control", "no-store");
        given().get("/assets/000000000000/none.css").then().statusCode(404);
        given().get("/assets/none/pages.css").then().statusCode(404);
    }

    @Test
    void the_start_page_says_what_can_be_asked_for_and_by_when_the_answer_comes() {
        String page = visitor.get("/").asString();

        assertThat(page)
                .contains("Dostop do osebnih podatkov")
                .contains("Izbris podatkov")
                .contains("najpozneje v enem mesecu")
                .containsPattern("odgovorimo najpozneje \\d+\\. \\d+\\. \\d{4}\\.");
    }

    @Test
    void the_provider_is_named_shown_and_reached_as_configured() {
        String page = visitor.get("/").asString();

        assertThat(page)
                .contains("alt=\"Gostovanje Lipa d.o.o.\"")
                .contains("href=\"tel:+38625550100\"")
                .contains("href=\"https://www.gostovanje-lipa.si\"")
                .contains("Podpora strankam");
        given().get(asset(page, "brand.css")).then().body(containsString("--pico-primary:#2f6b2f"));
        given().get(asset(page, "icon.svg")).then().body(containsString("#2f6b2f"));
    }

    @Test
    void no_script_in_a_logo_can_run() {
        given().get(asset(visitor.get("/").asString(), "logo.svg"))
                .then()
                .statusCode(200)
                .contentType(containsString("image/svg+xml"))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", containsString("default-src 'none'; sandbox"));
    }

    private static String asset(String page, String name) {
        return Pattern.compile("/assets/[0-9a-f]+/" + Pattern.quote(name))
                .matcher(page)
                .results()
                .findFirst()
                .orElseThrow()
                .group();
    }

    @Test
    void each_cell_of_the_inventory_has_a_page_of_its_own() {
        String table = visitor.get("/inventory").asString();
        List<String> cells = Pattern.compile("href=\"(/inventory/[^\"#]+)\"")
                .matcher(table)
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(cells).hasSize(18).contains("/inventory/shared-hosting/user-data");
        visitor.get("/inventory/shared-hosting/user-data")
                .then()
                .statusCode(200)
                .body(containsString("<h1>Deljeno gostovanje: "))
                .body(containsString("id=\"access-log\""))
                .body(containsString("Patchman B.V."))
                .body(containsString("Pravna podlaga"))
                .body(containsString("Hramba"))
                .body(containsString("Prejemniki"))
                .body(containsString("Izvor"));
        visitor.get("/inventory/domains/legal-framework").then().body(containsString("6. člen (1)(c) Splošne uredbe"));
        visitor.get("/inventory/domains/user-data").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/inventory/none/user-data", "/inventory/vps/none", "/inventory/vps"})
    void a_cell_that_is_not_there_gets_a_page(String path) {
        visitor.get(path).then().statusCode(404).body(containsString("<h1>"));
    }
}
