package si.vpogled.web.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import si.vpogled.demo.DemoStaff;
import si.vpogled.testing.PageVisitor;
import si.vpogled.testing.ServiceWorld;
import si.vpogled.testing.StagedCases;
import si.vpogled.text.Language;

/** The list of the console as members of staff use it, without scripts. */
@QuarkusTest
@WithTestResource(ServiceWorld.class)
class QueuePagesTest {
    private static final String CLOSED =
            "{\"kind\": \"closed\", \"at\": \"2026-04-01T00:00:00Z\", \"ending\": {\"kind\": \"withdrawn\"}}";

    @Inject
    StagedCases cases;

    @Inject
    EntityManager database;

    private final String mark = UUID.randomUUID().toString().substring(0, 13);
    private PageVisitor clerk;
    private PageVisitor auditor;

    @BeforeEach
    void staff_are_signed_in() {
        clerk = PageVisitor.staff(DemoStaff.CLERK);
        auditor = PageVisitor.staff(DemoStaff.AUDITOR);
    }

    @AfterEach
    void no_views_are_left_to_others() {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("delete from saved_view where owner = 'klara'")
                        .executeUpdate());
    }

    @ParameterizedTest
    @CsvSource({
        "1, še 1 dan",
        "2, še 2 dneva",
        "3, še 3 dnevi",
        "5, še 5 dni",
        "0, rok je danes",
        "-1, zamuja 1 dan",
        "-2, zamuja 2 dneva",
        "-4, zamuja 4 dni",
        "-101, zamuja 101 dan"
    })
    void a_row_says_how_many_days_are_left(int days, String words) {
        due(open(), days);

        assertThat(list("")).contains(">" + words + "<");
    }

    @Test
    void what_is_late_is_marked_and_stands_first() {
        String later = open();
        String late = open();
        due(late, -3);

        String page = list("");

        assertThat(page).contains("<span class=\"bad\">zamuja 3 dni</span>");
        assertThat(page.indexOf(late)).isLessThan(page.indexOf(later));
    }

    @Test
    void a_row_says_how_far_the_sources_are_and_which_have_a_fault() {
        String reference =
                cases.in("{\"kind\": \"collecting\", \"since\": \"2026-04-01T00:00:00Z\"}", email(), Language.SL);
        cases.failed(reference, "billing");
        cases.failed(reference, "hosting");

        assertThat(list("")).contains("2 od 2 virov").contains("2 vira z napako");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1 novo sporočilo",
        "2, 2 novi sporočili",
        "3, 3 nova sporočila",
        "5, 5 novih sporočil",
        "101, 101 novo sporočilo"
    })
    void a_row_says_how_many_messages_of_the_customer_await_staff(int count, String words) {
        String reference = open();
        open();
        messages(reference, count, "subject", "null");
        messages(reference, 7, "subject", "now()");
        messages(reference, 7, "staff", "null");

        assertThat(list("").split("sporočil", -1)).hasSize(2);
        assertThat(list("")).contains("<strong>" + words + "</strong>");
    }

    @Test
    void pages_lead_forwards_and_backwards() {
        for (int i = 0; i < 51; i++) {
            open();
        }

        String first = list("");
        assertThat(first).contains("rel=\"next\"").doesNotContain("rel=\"prev\"");
        String second = clerk.get(link(first, "next")).asString();
        assertThat(references(second)).hasSize(1);
        assertThat(second).doesNotContain("rel=\"next\"").contains("rel=\"first\"");
        assertThat(references(clerk.get(link(second, "prev")).asString())).isEqualTo(references(first));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "after=0_2026-02-30_00000000-0000-0000-0000-000000000000",
                "after=0_2026-02-03_zzzzzzzz-0000-0000-0000-000000000000",
                "after=2_2026-02-03_00000000-0000-0000-0000-000000000000",
                "before=0_%2B999999999-02-03_00000000-0000-0000-0000-000000000000",
                "before=x",
                "before=0_2026-01-01_00000000-0000-0000-0000-000000000000%27%3B",
                "after=0_9999-12-31_ffffffff-ffff-ffff-ffff-ffffffffffff",
                "before=0_0000-01-01_00000000-0000-0000-0000-000000000000",
                "dueBefore=%2B999999999-12-31",
                "dueBefore=0000-01-01",
                "assignee=%F0%9F%90%9D",
                "assignee=-",
                "text=%25",
                "text=_",
                "text=!",
                "text=%F0%9F%90%9D%F0%9F%90%9D",
                "text=%D7%9E%D7%91%D7%98",
                "text=%E2%80%AE",
                "text=%5C%27%22%3Cscript%3E",
                "text=:x+?1"
            })
    void no_address_breaks_the_list(String query) {
        clerk.get("/console?" + query).then().statusCode(200).body(not(containsString("<script>")));
        clerk.get("/console/export?" + query).then().statusCode(200);
    }

    @Test
    void the_ticked_cases_are_assigned_and_the_others_are_named_with_why() {
        String good = open();
        String taken = open();
        String closed = cases.in(CLOSED, email(), Language.SL);
        list("");
        assign(taken, "oskar");

        Response answer = clerk.post(
                "/console/assign?state=all&text=" + mark,
                Map.of(
                        "case",
                        List.of(good + ":", taken + ":", closed + ":", "VP-0000-0000-0000:", "<b>‮"),
                        "to",
                        "klara"));

        answer.then()
                .statusCode(200)
                .body(containsString("Dodeljeno (klara): 1 zahteva."))
                .body(containsString(taken + "</bdi></span>: zahtevo ima zdaj oskar"))
                .body(containsString(closed + "</bdi></span>: zahteva je zaključena"))
                .body(containsString("VP-0000-0000-0000</bdi></span>: zahteve s to oznako ni"))
                .body(containsString("&lt;b&gt;"))
                .body(containsString("<option value=\"all\" selected>"));
        assertThat(assignee(good)).isEqualTo("klara");
        assertThat(assignee(taken)).isEqualTo("oskar");
    }

    @Test
    void the_same_form_sent_again_says_that_it_was_so_before() {
        String reference = open();
        list("");
        Map<String, Object> form = Map.of("case", List.of(reference + ":"), "to", "oskar");
        clerk.post("/console/assign", form).then().body(containsString("Dodeljeno (oskar): 1 zahteva."));

        clerk.post("/console/assign", form)
                .then()
                .statusCode(200)
                .body(not(containsString("Dodeljeno (oskar)")))
                .body(containsString("zahteva je bila tej osebi dodeljena že prej"));
    }

    @Test
    void who_only_audits_is_not_offered_and_is_given_nothing() {
        String reference = open();
        assertThat(list("")).contains("<option value=\"oskar\"").doesNotContain("<option value=\"rezka\"");

        clerk.post("/console/assign?text=" + mark, Map.of("case", reference + ":", "to", "rezka"))
                .then()
                .statusCode(422)
                .body(containsString("href=\"#assign-to\""));

        assertThat(assignee(reference)).isEmpty();
    }

    @Test
    void nothing_ticked_and_nobody_chosen_are_told_together() {
        open();
        list("");

        clerk.post("/console/assign?text=" + mark, Map.of("to", "neznanka"))
                .then()
                .statusCode(422)
                .body(containsString("href=\"#cases\""))
                .body(containsString("href=\"#assign-to\""))
                .body(containsString("id=\"assign-to\""));
    }

    @Test
    void auditors_have_no_boxes_and_may_not_assign_or_save() {
        String reference = open();

        String page = auditor.get("/console?text=" + mark).asString();

        assertThat(page).contains(reference).doesNotContain("name=\"case\"").doesNotContain("/console/views");
        auditor.post("/console/assign", Map.of("case", reference, "to", "klara"))
                .then()
                .statusCode(403);
        auditor.post("/console/views", Map.of("view-name", "Moj")).then().statusCode(403);
        assertThat(assignee(reference)).isEmpty();
    }

    @Test
    void a_form_without_its_token_assigns_nothing() {
        String reference = open();
        list("");

        clerk.post("/console/assign", Map.of("case", reference + ":", "to", "klara", "csrf-token", "x"))
                .then()
                .statusCode(400);

        assertThat(assignee(reference)).isEmpty();
    }

    @Test
    void a_view_is_saved_shown_renamed_and_deleted() {
        String name = "Pogled 🐝 " + mark;
        clerk.get("/console?state=in-review&assignee=-&text=zasebno");
        clerk.post(
                        "/console/views?state=in-review&assignee=-&text=zasebno",
                        Map.of("view-name", name, "shared", "true"))
                .then()
                .statusCode(303)
                .header("Location", endsWith("/console?state=in-review&assignee=-&text=zasebno"));

        String page = clerk.get("/console").asString();
        assertThat(page)
                .contains("href=\"/console?assignee=-&amp;state=in-review\"")
                .contains(name);
        clerk.get("/console?assignee=-&state=in-review").then().statusCode(200);
        auditor.get("/console").then().body(containsString("skupni, klara"));
        String id = page.replaceAll("(?s).*id=\"name-([0-9a-f-]{36})\" name=\"name\" value=\"" + name + "\".*", "$1");

        clerk.post("/console/views/" + id + "/rename", Map.of("name", "Nov " + mark))
                .then()
                .statusCode(303);
        clerk.get("/console").then().body(containsString("Nov " + mark)).body(not(containsString(name)));

        for (int i = 0; i < 2; i++) {
            clerk.post("/console/views/" + id + "/delete", Map.of()).then().statusCode(303);
        }
        clerk.get("/console").then().body(not(containsString("Nov " + mark)));
        clerk.post("/console/views/" + id + "/rename", Map.of("name", "Spet"))
                .then()
                .statusCode(422)
                .body(containsString("Tega pogleda ni več"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "x\u0000y", "\u202Ekcaj"})
    void a_name_that_is_none_is_told_and_kept_in_the_form(String name) {
        clerk.get("/console");
        clerk.post("/console/views", Map.of("view-name", name))
                .then()
                .statusCode(422)
                .body(containsString("href=\"#view-name\""));
    }

    @Test
    void a_name_has_sixty_characters_at_the_most_whatever_they_are() {
        clerk.get("/console");
        clerk.post("/console/views", Map.of("view-name", "🐝".repeat(61)))
                .then()
                .statusCode(422)
                .body(containsString("na največ 60 znakov"))
                .body(containsString("🐝".repeat(61)));
        clerk.post("/console/views", Map.of("view-name", "🐝".repeat(60)))
                .then()
                .statusCode(303);
    }

    @Test
    void the_selection_comes_as_a_table_in_the_readers_language_and_on_record() throws IOException {
        String first = open();
        String second = open();
        due(second, -2);
        name(first, "=HYPERLINK(\"http://zlo.example\")");
        name(second, "Žan \"Ž\" Čebašek, מבט 🐝\nvrstica");

        Response answer = auditor.get("/console/export?text=" + mark);

        answer.then()
                .statusCode(200)
                .header("Content-Type", containsString("text/csv"))
                .header("Content-Disposition", "attachment; filename=\"zahteve-" + LocalDate.now() + ".csv\"");
        List<CSVRecord> rows = rows(answer);
        assertThat(rows.getFirst())
                .containsExactly(
                        "\uFEFFOznaka",
                        "Stanje",
                        "Pravica",
                        "Stranka",
                        "E-pošta",
                        "Prejeto",
                        "Rok",
                        "Preostali dnevi",
                        "Skrbnik");
        assertThat(rows.get(1).get(0)).isEqualTo(second);
        assertThat(rows.get(1).get(3)).isEqualTo("Žan \"Ž\" Čebašek, מבט 🐝\nvrstica");
        assertThat(rows.get(1).get(7)).isEqualTo("-2");
        assertThat(rows.get(2).get(3)).isEqualTo("'=HYPERLINK(\"http://zlo.example\")");
        assertThat(rows).hasSize(3);
        clerk.get("/console/cases/" + first).then().body(containsString("zahteva izvožena s seznama"));
        assertThat(rows(clerk.get("/console/export?lang=en&text=" + mark))
                        .getFirst()
                        .get(0))
                .isEqualTo("\uFEFFReference");
    }

    @Test
    void an_export_has_all_rows_of_the_selection_however_many() throws IOException {
        List<String> all = new ArrayList<>();
        cases.submitted(email(), Language.SL);
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(
                                "insert into request (id, reference, right_key, services, name, email, identifiers,"
                                        + " language, message, state, received_at, due_on, version) select gen_random_uuid(),"
                                        + " 'X' || i || ?2, right_key, services, name, email, identifiers, language, message,"
                                        + " state, received_at, due_on, 0 from request, generate_series(1, 1700) i where email like ?1")
                        .setParameter(1, "%" + mark + "%")
                        .setParameter(2, mark)
                        .executeUpdate());

        List<CSVRecord> rows = rows(clerk.get("/console/export?text=" + mark));

        rows.forEach(row -> all.add(row.get(0)));
        assertThat(all).hasSize(1702).doesNotHaveDuplicates();
        assertThat(cases.number(
                        "select coalesce(sum(cardinality(requests)), 0) from list_view where action = 'exported' and"
                                + " requests && (select array_agg(id) from request where email like ?1)",
                        "%" + mark + "%"))
                .isEqualTo(1701);
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("delete from request where reference like ?1")
                        .setParameter(1, "X%" + mark)
                        .executeUpdate());
    }

    @Test
    void strangers_get_no_table() {
        new PageVisitor("sl")
                .get("/console/export")
                .then()
                .statusCode(302)
                .header("Location", containsString("/console/sign-in?to="));
    }

    private String list(String more) {
        return clerk.get("/console?text=" + mark + more)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private String email() {
        return "vrsta-" + mark + "@posta.example";
    }

    private String open() {
        return cases.submitted(email(), Language.SL);
    }

    private void due(String reference, int days) {
        change(reference, "due_on = cast(now() at time zone 'Europe/Ljubljana' as date) + " + days);
    }

    private void name(String reference, String name) {
        change(reference, "name = '" + name + "'");
    }

    private void messages(String reference, int count, String author, String seen) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("insert into message select gen_random_uuid(), id, '" + author
                                + "', '', 'Pozdrav', now(), " + seen
                                + " from request, generate_series(1, ?1) where reference = ?2")
                        .setParameter(1, count)
                        .setParameter(2, reference)
                        .executeUpdate());
    }

    private void assign(String reference, String name) {
        change(reference, "assignee = '" + name + "'");
    }

    private void change(String reference, String change) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("update request set " + change + " where reference = :reference")
                        .setParameter("reference", reference)
                        .executeUpdate());
    }

    private String assignee(String reference) {
        return QuarkusTransaction.requiringNew().call(() -> (String) database.createNativeQuery(
                        "select coalesce(assignee, '') from request where reference = ?1", String.class)
                .setParameter(1, reference)
                .getSingleResult());
    }

    private static String link(String page, String rel) {
        MatchResult found = Pattern.compile("<a href=\"([^\"]+)\" rel=\"" + rel + "\"")
                .matcher(page)
                .results()
                .findFirst()
                .orElseThrow(() -> new AssertionError("No link " + rel));
        return found.group(1).replace("&amp;", "&");
    }

    private static List<String> references(String page) {
        return Pattern.compile("href=\"/console/cases/(VP-[^\"]+)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static List<CSVRecord> rows(Response answer) throws IOException {
        try (var parser =
                CSVFormat.RFC4180.parse(new StringReader(new String(answer.asByteArray(), StandardCharsets.UTF_8)))) {
            return parser.getRecords();
        }
    }
}
