package si.vpogled.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import si.vpogled.testing.ServiceWorld;
import si.vpogled.testing.StagedCases;
import si.vpogled.text.Language;

/** The staff's list: in order, in pages that hold while cases come, and every look at it is on record. */
@QuarkusTest
@WithTestResource(ServiceWorld.class)
class ListRequestsTest {
    private static final LocalDate DAY = LocalDate.of(2031, 3, 10);

    @Inject
    ListRequests list;

    @Inject
    History history;

    @Inject
    StagedCases cases;

    @Inject
    EntityManager database;

    private final String mark = UUID.randomUUID().toString();
    private final Actor reader = Actor.staff("bere-" + mark, Set.of(Role.AUDITOR));

    @Test
    void rows_due_before_a_day_come_by_day() {
        String third = due(DAY.plusDays(2));
        String first = due(DAY);
        String second = due(DAY.plusDays(1));
        due(DAY.plusDays(3));

        assertThat(references(list.list(query(Optional.of(DAY.plusDays(3)), 10, Optional.empty()), reader)))
                .containsExactly(first, second, third);
        assertThat(references(list.list(query(Optional.of(DAY), 10, Optional.empty()), reader)))
                .isEmpty();
    }

    @Test
    void what_comes_between_two_pages_repeats_nothing_and_skips_nothing() {
        List<String> there = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            // two of a day, so that pages break within one
            there.add(due(DAY.plusDays(i / 2 * 10)));
        }

        List<String> seen = new ArrayList<>();
        Optional<ListRequests.Position> after = Optional.empty();
        String later = "";
        do {
            ListRequests.Page page = list.list(query(Optional.empty(), 3, after), reader);
            seen.addAll(references(page));
            after = page.next();
            if (later.isEmpty()) {
                due(DAY.minusDays(5));
                later = due(DAY.plusDays(100));
            }
        } while (after.isPresent());

        there.add(later);
        assertThat(seen).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(there);
        assertThat(seen.getLast()).isEqualTo(later);
    }

    @Test
    void each_look_at_the_list_is_in_the_history_of_every_case_shown_and_of_no_other() {
        List<String> shown = List.of(due(DAY), due(DAY.plusDays(1)));
        String other = due(DAY.plusDays(2));

        for (int i = 0; i < 3; i++) {
            list.list(listed(2), reader);
        }

        for (String reference : shown) {
            assertThat(looks(reference)).singleElement().satisfies(entry -> {
                assertThat(entry.action()).isEqualTo("listed");
                assertThat(entry.actorKind()).isEqualTo("staff");
                assertThat(entry.detail()).isEqualTo(Map.of("times", "3"));
            });
        }
        assertThat(looks(other)).isEmpty();
        assertThat(cases.number("select count(*) from list_view where actor = ?1", reader.name()))
                .as("one row for each page, however many it shows")
                .isEqualTo(3);
    }

    @Test
    void a_search_is_on_record_even_if_it_finds_nobody_and_without_what_was_searched_for() {
        String found = due(DAY);

        list.list(query(Optional.empty(), 5, Optional.empty()), reader);
        list.list(search("nihče-" + mark), reader);

        assertThat(looks(found)).extracting(History.Entry::action).containsExactly("searched");
        assertThat(cases.number(
                        "select count(*) from list_view where actor = ?1 and action = 'searched'", reader.name()))
                .isEqualTo(2);
        assertThat(cases.number(
                        "select count(*) from list_view where actor = ?1"
                                + " and cast(filter as text) || cast(requests as text) like ?2",
                        reader.name(),
                        "%" + mark + "%"))
                .isZero();
    }

    @Test
    void a_look_that_is_rolled_back_was_none() {
        due(DAY);
        QuarkusTransaction.begin();
        list.list(listed(5), reader);
        QuarkusTransaction.rollback();

        assertThat(cases.number("select count(*) from list_view where actor = ?1", reader.name()))
                .isZero();
    }

    private String due(LocalDate day) {
        String reference = cases.submitted("seznam-" + mark + "@posta.example", Language.SL);
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(
                                "update request set due_on = ?1, assignee = ?2 where reference = ?3")
                        .setParameter(1, day)
                        .setParameter(2, mark)
                        .setParameter(3, reference)
                        .executeUpdate());
        return reference;
    }

    private ListRequests.Query query(Optional<LocalDate> before, int size, Optional<ListRequests.Position> after) {
        return new ListRequests.Query(
                Optional.empty(),
                Optional.empty(),
                before,
                false,
                Optional.empty(),
                Optional.of("seznam-" + mark),
                after,
                size);
    }

    private ListRequests.Query listed(int size) {
        return new ListRequests.Query(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.of(mark),
                Optional.empty(),
                Optional.empty(),
                size);
    }

    private static ListRequests.Query search(String text) {
        return new ListRequests.Query(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.of(text),
                Optional.empty(),
                5);
    }

    private static List<String> references(ListRequests.Page page) {
        return page.cases().stream().map(RequestCase::reference).toList();
    }

    private List<History.Entry> looks(String reference) {
        return QuarkusTransaction.requiringNew()
                .call(() -> history.of(cases.id(reference)).stream()
                        .filter(entry -> entry.actor().equals(reader.name()))
                        .toList());
    }
}
