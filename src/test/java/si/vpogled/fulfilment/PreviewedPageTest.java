package si.vpogled.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The history of a case tells which page of the report was looked at, and holds nothing that somebody typed. */
class PreviewedPageTest {
    private static final List<String> SERVICES = List.of("domains", "shared-hosting");

    @Test
    void each_page_is_told() {
        assertThat(seen("index.html")).containsEntry("page", "summary");
        assertThat(seen("report/en/index.html")).containsEntry("page", "summary");
        assertThat(seen("information.html")).containsEntry("page", "information");
        assertThat(seen("completeness.json")).containsEntry("page", "completeness");
        assertThat(seen("report/sl/shared-hosting.html"))
                .isEqualTo(Map.of("what", "preview", "service", "shared-hosting"));
        assertThat(seen("report/sl/domains_legal-framework_invoices_12.html"))
                .isEqualTo(Map.of("what", "preview", "place", "domains/legal-framework/invoices", "page", "12"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "report/sl/janez-novak.html",
                "report/sl/vps_user-data_files_1.html",
                "report/sl/domains_legal-framework_janez@novak.si_1.html",
                "janez.html",
                "report/sl/style.css"
            })
    void of_what_is_no_page_of_this_case_nothing_is_kept(String path) {
        assertThat(seen(path)).isEqualTo(Map.of("what", "preview"));
    }

    private static Map<String, String> seen(String path) {
        return PreviewedPage.seen(path, SERVICES);
    }
}
