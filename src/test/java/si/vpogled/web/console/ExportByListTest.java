package si.vpogled.web.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

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
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import si.vpogled.demo.DemoStaff;
import si.vpogled.testing.PageVisitor;
import si.vpogled.testing.ServiceWorld;
import si.vpogled.testing.StagedCases;
import si.vpogled.text.Language;

/** The list as a table for spreadsheets. */
@QuarkusTest
@WithTestResource(ServiceWorld.class)
class ExportByListTest {
    @Inject
    StagedCases cases;

    @Inject
    EntityManager database;

    private ListScene scene;
    private PageVisitor clerk;
    private PageVisitor auditor;

    @BeforeEach
    void staff_are_signed_in() {
        scene = ListScene.of(cases, database);
        clerk = PageVisitor.staff(DemoStaff.CLERK);
        auditor = PageVisitor.staff(DemoStaff.AUDITOR);
    }

    @Test
    void the_selection_comes_as_a_table_in_the_readers_language_and_on_record() throws IOException {
        String first = scene.open();
        String second = scene.open();
        scene.due(second, -2);
        scene.name(first, "=HYPERLINK(\"http://zlo.example\")");
        scene.name(second, "Žan \"Ž\" Čebašek, מבט 🐝\nvrstica");

        Response answer = auditor.get("/console/export?text=" + scene.mark());

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
                        "Skrbnik",
                        "Napredek");
        assertThat(rows.get(1).get(0)).isEqualTo(second);
        assertThat(rows.get(1).get(3)).isEqualTo("Žan \"Ž\" Čebašek, מבט 🐝\nvrstica");
        assertThat(rows.get(1).get(7)).isEqualTo("-2");
        assertThat(rows.get(2).get(3)).isEqualTo("'=HYPERLINK(\"http://zlo.example\")");
        assertThat(rows).hasSize(3);
        clerk.get("/console/cases/" + first).then().body(containsString("zahteva izvožena s seznama"));
        assertThat(rows(clerk.get("/console/export?lang=en&text=" + scene.mark()))
                        .getFirst()
                        .get(0))
                .isEqualTo("\uFEFFReference");
    }

    @Test
    void an_export_has_all_rows_of_the_selection_however_many() throws IOException {
        List<String> all = new ArrayList<>();
        cases.submitted(scene.email(), Language.SL);
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(
                                "insert into request (id, reference, right_key, services, name, email, identifiers,"
                                        + " language, message, state, received_at, due_on, version) select gen_random_uuid(),"
                                        + " 'X' || i || ?2, right_key, services, name, email, identifiers, language, message,"
                                        + " state, received_at, due_on, 0 from request, generate_series(1, 1700) i where email like ?1")
                        .setParameter(1, "%" + scene.mark() + "%")
                        .setParameter(2, scene.mark())
                        .executeUpdate());

        List<CSVRecord> rows = rows(clerk.get("/console/export?text=" + scene.mark()));

        rows.forEach(row -> all.add(row.get(0)));
        assertThat(all).hasSize(1702).doesNotHaveDuplicates();
        assertThat(cases.number(
                        "select coalesce(sum(cardinality(requests)), 0) from list_view where action = 'exported' and"
                                + " requests && (select array_agg(id) from request where email like ?1)",
                        "%" + scene.mark() + "%"))
                .isEqualTo(1701);
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("delete from request where reference like ?1")
                        .setParameter(1, "X%" + scene.mark())
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

    private static List<CSVRecord> rows(Response answer) throws IOException {
        try (var parser =
                CSVFormat.RFC4180.parse(new StringReader(new String(answer.asByteArray(), StandardCharsets.UTF_8)))) {
            return parser.getRecords();
        }
    }
}
