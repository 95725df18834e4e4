package si.vpogled.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import si.vpogled.bundle.completeness.LeftOut;
import si.vpogled.connector.Outcome;
import si.vpogled.subject.Identifier;

/** What an answer does not hand out is told beside it, with its ground, and nothing else is. */
@Tag("slow")
class LeftOutTest {
    private static final String CONTACTS = "domains/service-fulfilment/contacts.json";

    @TempDir
    Path folder;

    @Test
    void a_withheld_item_is_told_with_ground_and_article() throws IOException {
        AssembledBundle answer = SampleCases.customer(folder)
                .withhold("domains.service-fulfilment.name", "Ime je ime druge osebe.")
                .assemble();

        assertThat(answer.leftOut())
                .filteredOn(one -> one.verdict().equals("withheld"))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.service()).isEqualTo("domains");
                    assertThat(one.ground().sl()).contains("Ime je ime druge osebe.");
                    assertThat(one.article().orElseThrow().en()).isEqualTo("GDPR Art. 15(4)");
                });
        assertThat(answer.leftOut())
                .extracting(LeftOut::verdict)
                .doesNotContain("none-held", "delivered", "unreachable");
    }

    @Test
    void a_part_of_a_collection_is_told_once_by_its_own_ground() throws IOException {
        AssembledBundle answer = SampleCases.customer(folder)
                .withholdPart(CONTACTS, Optional.of(2L), Optional.empty(), "Zapis govori o drugem.")
                .assemble();

        assertThat(answer.leftOut())
                .filteredOn(one -> one.held() && !one.verdict().equals("held-only"))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.verdict()).isEqualTo("withheld");
                    assertThat(one.ground().sl()).contains("Zapis govori o drugem.");
                });
    }

    @Test
    void what_was_not_found_is_told_in_words_of_its_own_and_never_as_held() throws IOException {
        Outcome.Doubt doubt = new Outcome.Doubt(
                new Identifier.CustomerNumber("100234"), LocalDate.of(2026, 3, 28), LocalDate.of(2026, 4, 27));
        AssembledBundle answer = new TestCase(folder)
                .extract("billing", List.of(doubt), _ -> {})
                .notNeeded("whois-domain", "hosting", "dostavljalec", "website-builder")
                .assemble();

        assertThat(answer.leftOut()).singleElement().satisfies(one -> {
            assertThat(one.held()).isFalse();
            assertThat(one.open()).isTrue();
            assertThat(one.ground().sl()).contains("27. 4. 2026", "nam pišite");
            assertThat(one.article().orElseThrow().en()).isEqualTo("GDPR Art. 12(6)");
        });
    }

    @Test
    void what_others_answer_for_is_not_told_as_held() throws IOException {
        AssembledBundle answer = new TestCase(folder)
                .nothingIn("billing")
                .notNeeded("whois-domain", "hosting", "dostavljalec", "website-builder")
                .assemble();

        assertThat(answer.leftOut()).isNotEmpty().allMatch(LeftOut::referred).noneMatch(LeftOut::held);
    }
}
