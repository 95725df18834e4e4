package si.vpogled.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import si.vpogled.bundle.content.FoundEntry;
import si.vpogled.bundle.content.FoundExtract;
import si.vpogled.bundle.content.FoundRecords;
import si.vpogled.connector.extract.Part;

/** What was found, looked at without being unpacked, and found again in a later extract. */
class FoundExtractTest {
    private static final String PEOPLE = "domains/service-fulfilment/people.json";
    private static final Map<String, String> ANA = Map.of("name", "Ana", "email", "ana@a.example");
    private static final Map<String, String> BOR = Map.of("name", "Bor", "email", "bor@b.example");
    private static final Map<String, String> CENE = Map.of("name", "Cene");

    @TempDir
    Path folder;

    @Test
    void recordsAreGivenFromAnyPlaceOn() throws IOException {
        try (FoundExtract extract = extract("now", List.of(ANA, BOR, CENE))) {
            FoundEntry people = people(extract);

            assertThat(people.entry().records()).isEqualTo(3);
            assertThat(people.forms()).hasSize(1);
            FoundRecords last = extract.records(people, 1, 20);
            assertThat(last.records())
                    .extracting(record -> record.mark().number())
                    .containsExactly(2L, 3L);
            assertThat(last.records().getFirst().values().path("name").asText()).isEqualTo("Bor");
            assertThat(extract.records(people, 3, 20).records()).isEmpty();
            assertThat(extract.records(people, 99, 20).records()).isEmpty();
        }
    }

    @Test
    void aRecordThatMovedIsFoundAgainWhereItIsNow() throws IOException {
        Part bor = mark(List.of(ANA, BOR, CENE), 2, Optional.of("email"));

        assertThat(again(bor, List.of(CENE, ANA, CENE, BOR))).isEqualTo(Map.of(bor, bor.at(4)));
    }

    @Test
    void aRecordThatIsGoneOrChangedIsNotFoundAgain() throws IOException {
        Part bor = mark(List.of(ANA, BOR, CENE), 2, Optional.empty());

        assertThat(again(bor, List.of(ANA, CENE))).isEmpty();
        assertThat(again(bor, List.of(ANA, Map.of("name", "Bor", "email", "nov@b.example"))))
                .isEmpty();
    }

    @Test
    void aRecordThatStandsThereTwiceIsNotFoundAgainEvenAtItsOldPlace() throws IOException {
        Part bor = mark(List.of(ANA, BOR), 2, Optional.empty());

        assertThat(again(bor, List.of(ANA, BOR, BOR))).isEmpty();
    }

    @Test
    void entriesAndFieldsAreFoundAgainByName() throws IOException {
        Part whole = new Part(PEOPLE, Optional.empty(), Optional.empty());
        Part column = new Part(PEOPLE, Optional.empty(), Optional.of("email"));
        Part none = new Part(PEOPLE, Optional.empty(), Optional.of("none"));
        try (FoundExtract extract = extract("now", List.of(ANA))) {
            assertThat(extract.again(PEOPLE, List.of(whole, column, none)))
                    .isEqualTo(Map.of(whole, whole, column, column));
            assertThat(extract.again("domains/service-fulfilment/gone.json", List.of(whole)))
                    .isEmpty();
        }
    }

    @Test
    void thePrintsOfOneRecordInTwoRequestsTellNothingOfEachOther() throws IOException {
        Part one = mark(List.of(ANA), 1, Optional.empty());
        TestCase other = prepared("other", List.of(ANA));
        try (FoundExtract extract = FoundExtract.open(other.plan().extracts().getFirst(), other.store, other.pair)) {
            assertThat(extract.records(people(extract), 0, 1)
                            .records()
                            .getFirst()
                            .mark()
                            .print())
                    .hasSize(32)
                    .isNotEqualTo(one.record().orElseThrow().print());
        }
    }

    private final TestCase base;

    FoundExtractTest(@TempDir Path shared) throws IOException {
        base = new TestCase(shared);
    }

    private Part mark(List<Map<String, ?>> rows, long number, Optional<String> field) throws IOException {
        try (FoundExtract extract = extract("before", rows)) {
            Part.Mark mark = extract.records(people(extract), number - 1, 1)
                    .records()
                    .getFirst()
                    .mark();
            return new Part(PEOPLE, Optional.of(mark), field);
        }
    }

    private Map<Part, Part> again(Part part, List<Map<String, ?>> rows) throws IOException {
        try (FoundExtract extract = extract("now", rows)) {
            return extract.again(PEOPLE, List.of(part));
        }
    }

    private static FoundEntry people(FoundExtract extract) {
        return extract.all().getFirst();
    }

    private TestCase prepared(String name, List<Map<String, ?>> rows) throws IOException {
        return new TestCase(folder.resolve(name + rows.hashCode()))
                .extract("whois-domain", draft -> write(draft, rows));
    }

    /** Of one and the same request, whose key stays the same. */
    private FoundExtract extract(String name, List<Map<String, ?>> rows) throws IOException {
        base.store.deleteAll("requests/");
        base.extract("whois-domain", draft -> write(draft, rows));
        return FoundExtract.open(base.plan().extracts().getLast(), base.store, base.pair);
    }

    private static void write(TestCase.Draft draft, List<Map<String, ?>> rows) throws IOException {
        draft.records(
                "domains.service-fulfilment",
                "people",
                "Ljudje",
                List.of("name:Ime:name", "email:E-pošta:email"),
                rows);
    }
}
