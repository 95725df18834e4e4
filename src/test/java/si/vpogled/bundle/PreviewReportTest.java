package si.vpogled.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import si.vpogled.bundle.completeness.Completeness;
import si.vpogled.bundle.completeness.Scope;
import si.vpogled.bundle.content.Collections;
import si.vpogled.bundle.content.OpenExtracts;
import si.vpogled.bundle.json.CollectionReader;
import si.vpogled.bundle.plan.BundlePlan;
import si.vpogled.bundle.report.Pages;
import si.vpogled.bundle.report.Report;

/** A single page costs what stands before its end. */
class PreviewReportTest {
    private static final int CONTACTS = 5_000;

    @TempDir
    Path folder;

    @Test
    void no_record_is_read_beyond_the_one_that_ends_the_page() throws IOException {
        TestCase many = contacts();

        assertThat(recordsRead(many, 1)).isEqualTo(251);
        assertThat(recordsRead(many, 3)).isEqualTo(751);
        assertThat(recordsRead(many, 20)).isEqualTo(CONTACTS);
    }

    private TestCase contacts() throws IOException {
        return new TestCase(folder)
                .services("dostavljalec")
                .nothingIn("billing")
                .extract(
                        "dostavljalec",
                        draft -> draft.records(
                                "dostavljalec.user-data",
                                "contact-lists",
                                "Seznami",
                                List.of("name:Ime:contact-lists"),
                                IntStream.rangeClosed(1, CONTACTS)
                                        .mapToObj(number -> Map.of("name", "Oseba " + number))));
    }

    private static long recordsRead(TestCase many, int page) throws IOException {
        BundlePlan plan = many.plan();
        Scope scope = new Scope(TestCase.INVENTORY, plan);
        List<CollectionReader> opened = new ArrayList<>();
        try (OpenExtracts extracts = OpenExtracts.of(plan, scope, TestCase.INVENTORY, many.store, many.pair)) {
            Collections collections = new Collections(extracts, TestCase.INVENTORY);
            Report report = new Report(
                    new Pages(),
                    TestCase.INVENTORY,
                    plan,
                    Completeness.of(TestCase.INVENTORY, plan, extracts.outcomes(), extracts.carriers()),
                    collections.all());
            assertThat(report.page("report/sl/dostavljalec_user-data_contact-lists_" + page + ".html", collection -> {
                        opened.add(collections.open(collection));
                        return opened.getLast();
                    }))
                    .isPresent();
        }
        return opened.getLast().number();
    }
}
