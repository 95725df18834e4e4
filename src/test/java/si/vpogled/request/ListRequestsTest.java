package si.vpogled.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import si.vpogled.law.TimeLimit;
import si.vpogled.testing.ServiceWorld;
import si.vpogled.testing.SettableClock;
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

    @Inject
    SettableClock clock;

    private final String mark = UUID.randomUUID().toString();
    private final Actor reader = Actor.staff("bere-" + mark, Set.of(Role.AUDITOR));

    @AfterEach
    void now() {
        clock.reset();
    }

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
    void rows_due_within_some_days_are_those_up_to_that_day_whatever_day_it_is() {
        LocalDate today = fromNoonOn();
        String late = due(today.minusDays(1));
        String now = due(today);
        String soon = due(today.plusDays(7));
        String later = due(today.plusDays(8));

        assertThat(references(list.list(within(0), reader))).containsExactly(late, now);
        assertThat(references(list.list(within(7), reader))).containsExactly(late, now, soon);
        clock.advance(Duration.ofDays(1));
        assertThat(references(list.list(within(7), reader))).containsExactly(late, now, soon, later);
    }

    /** No day ends while the test is at it. */
    private LocalDate fromNoonOn() {
        LocalDate tomorrow = Limits.day(clock.instant()).plusDays(1);
        clock.advance(Duration.between(
                clock.instant(), tomorrow.atTime(12, 0).atZone(TimeLimit.ZONE).toInstant()));
        return tomorrow;
    }

    private ListRequests.Query within(int days) {
        ListRequests.Filter filter = new ListRequests.Filter(
                Optional.empty(),
                Optional.empty(),
                Optional.of(new ListRequests.Due.Within(days)),
                false,
                Optional.empty(),
                Optional.of("seznam-" + mark));
        return new ListRequests.Query(filter, Optional.empty(), 10);
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
    void pages_are_the_same_backwards_as_forwards() {
        for (int i = 0; i < 7; i++) {
            answered(due(DAY.plusDays(i / 2)), i % 3 == 0);
        }

        List<List<String>> forwards = new ArrayList<>();
        ListRequests.Page page = list.list(query(Optional.empty(), 2, Optional.empty()), reader);
        forwards.add(references(page));
        assertThat(page.previous()).as("nothing is before the first page").isEmpty();
        while (page.next().isPresent()) {
            page = list.list(query(Optional.empty(), 2, page.next()), reader);
            forwards.add(references(page));
        }
        List<List<String>> backwards = new ArrayList<>();
        backwards.add(references(page));
        while (page.previous().isPresent()) {
            page = list.list(before(2, page.previous()), reader);
            backwards.add(references(page));
        }

        assertThat(forwards).hasSize(4);
        assertThat(backwards.reversed()).isEqualTo(forwards);
    }

    @Test
    void where_fewer_than_a_page_are_before_the_first_page_is_shown() {
        String first = due(DAY);
        String second = due(DAY.plusDays(1));
        due(DAY.plusDays(2));
        Optional<ListRequests.Position> atSecond =
                list.list(query(Optional.empty(), 2, Optional.empty()), reader).next();

        assertThat(references(list.list(before(2, atSecond), reader))).containsExactly(first, second);
    }

    @Test
    void what_is_answered_comes_after_all_that_is_open_however_long_ago_it_was_due() {
        String answered = due(DAY.minusYears(1));
        answered(answered, true);
        String open = due(DAY);

        assertThat(references(list.list(query(Optional.empty(), 5, Optional.empty()), reader)))
                .containsExactly(open, answered);
    }

    @Test
    void text_is_found_within_words_whatever_its_case_and_accents() {
        String reference = due(DAY);
        state(reference, "name = 'Črt Žan %_! Čebašek " + mark + "'");

        for (String text : List.of("zan %_! ceb", "ŽAN %_! ČEBA", "bašek " + mark, reference.substring(3, 12))) {
            assertThat(references(list.list(search(text), reader))).as(text).contains(reference);
        }
        for (String text : List.of("žan%" + mark, "z_n %_! " + mark, "Žan  Čebašek " + mark)) {
            assertThat(references(list.list(search(text), reader))).as(text).isEmpty();
        }
    }

    @Test
    void text_without_three_letters_in_a_row_finds_beginnings_of_words() {
        String reference = due(DAY);
        state(reference, "name = 'Qx Wy'");

        assertThat(references(list.list(search("qx"), reader))).contains(reference);
        assertThat(references(list.list(search("x w"), reader))).doesNotContain(reference);
    }

    @Test
    void a_case_is_found_by_stated_and_by_known_identifiers() {
        String reference = due(DAY);
        String number = mark.substring(0, 8);
        state(
                reference,
                "identifiers = '{\"list\": [{\"kind\": \"domain\", \"value\": \"navedena-" + mark + ".si\"}]}'");
        QuarkusTransaction.requiringNew().run(() -> {
            database.createNativeQuery("insert into known_identifier values (?1, 'customer-number', ?2, 'billing')")
                    .setParameter(1, cases.id(reference))
                    .setParameter(2, "K" + number)
                    .executeUpdate();
        });

        assertThat(references(list.list(search("navedena-" + mark), reader))).containsExactly(reference);
        assertThat(references(list.list(search("k" + number), reader))).containsExactly(reference);
    }

    @Test
    void a_case_with_more_identifiers_than_a_search_counts_hides_no_other() {
        String full = due(DAY);
        String small = due(DAY.plusDays(1));
        known(full, 1500);
        known(small, 1);

        assertThat(references(list.list(search("veliko-" + mark), reader))).containsExactly(full, small);
    }

    private void known(String reference, int domains) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("insert into known_identifier select ?1, 'domain',"
                                + " 'veliko-' || ?2 || '-' || number || '.si', 'whois-domain'"
                                + " from generate_series(1, ?3) number")
                        .setParameter(1, cases.id(reference))
                        .setParameter(2, mark)
                        .setParameter(3, domains)
                        .executeUpdate());
    }

    @Test
    void cases_of_nobody_can_be_listed() {
        String taken = due(DAY);
        String free = due(DAY);
        state(free, "assignee = null");

        ListRequests.Filter nobodys = new ListRequests.Filter(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.of(ListRequests.NOBODY),
                Optional.of("seznam-" + mark));
        assertThat(references(list.list(new ListRequests.Query(nobodys, Optional.empty(), 5), reader)))
                .containsExactly(free)
                .doesNotContain(taken);
    }

    @Test
    void late_is_only_what_is_still_to_be_answered() {
        String late = due(LocalDate.of(2020, 3, 2));
        String done = due(LocalDate.of(2020, 3, 2));
        answered(done, true);
        due(DAY);

        ListRequests.Filter overdue = new ListRequests.Filter(
                Optional.empty(), Optional.empty(), Optional.empty(), true, Optional.of(mark), Optional.empty());
        assertThat(references(list.list(new ListRequests.Query(overdue, Optional.empty(), 5), reader)))
                .containsExactly(late);
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

    private void answered(String reference, boolean is) {
        if (is) {
            state(
                    reference,
                    "state = '{\"kind\": \"closed\", \"at\": \"2026-04-01T00:00:00Z\", \"ending\": {\"kind\": \"withdrawn\"}}'");
        }
    }

    private void state(String reference, String change) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("update request set " + change + " where reference = :reference")
                        .setParameter("reference", reference)
                        .executeUpdate());
    }

    private ListRequests.Query before(int size, Optional<ListRequests.Position> row) {
        return new ListRequests.Query(
                filter(Optional.empty(), Optional.empty(), Optional.of("seznam-" + mark)),
                row.map(position -> new ListRequests.From(position, true)),
                size);
    }

    private ListRequests.Query query(Optional<LocalDate> before, int size, Optional<ListRequests.Position> after) {
        return new ListRequests.Query(
                filter(before, Optional.empty(), Optional.of("seznam-" + mark)),
                after.map(row -> new ListRequests.From(row, false)),
                size);
    }

    private ListRequests.Query listed(int size) {
        return new ListRequests.Query(
                filter(Optional.empty(), Optional.of(mark), Optional.empty()), Optional.empty(), size);
    }

    private static ListRequests.Query search(String text) {
        return new ListRequests.Query(
                filter(Optional.empty(), Optional.empty(), Optional.of(text)), Optional.empty(), 5);
    }

    private static ListRequests.Filter filter(
            Optional<LocalDate> before, Optional<String> assignee, Optional<String> text) {
        return new ListRequests.Filter(
                Optional.empty(), Optional.empty(), before.map(ListRequests.Due.Before::new), false, assignee, text);
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
