package si.vpogled.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import si.vpogled.request.CaseFigures.Closed;
import si.vpogled.request.CaseFigures.Urgency;
import si.vpogled.testing.ServiceWorld;

/** Figures computed by hand, of cases that are rolled back; the days are those of nobody else. */
@QuarkusTest
@WithTestResource(ServiceWorld.class)
class CountCasesTest {
    private static final Actor AUDITOR = Actor.staff("ana", Set.of(Role.AUDITOR));
    private static final LocalDate LONG_AGO = LocalDate.of(2004, 1, 1);

    @Inject
    CountedCases cases;

    @Inject
    EntityManager database;

    @BeforeEach
    void within_a_transaction() {
        QuarkusTransaction.begin();
        // what goes on with other cases meanwhile is not counted
        database.createNativeQuery("set transaction isolation level repeatable read")
                .executeUpdate();
    }

    @AfterEach
    void that_leaves_nothing() {
        QuarkusTransaction.rollback();
    }

    @Test
    void open_cases_are_told_by_state_and_by_calendar_days_left() {
        // half an hour past midnight in Ljubljana, in summer
        Instant now = Instant.parse("2060-07-14T22:30:00Z");
        LocalDate today = LocalDate.of(2060, 7, 15);
        long overdue = open(now, "in-review", Urgency.OVERDUE);
        cases.open("in-review", today.minusDays(1));
        for (int left : List.of(0, 3)) {
            cases.open("in-review", today.plusDays(left));
        }
        for (int left : List.of(4, 5, 7)) {
            cases.open("in-review", today.plusDays(left));
        }
        cases.open("in-review", today.plusDays(8));
        cases.open("collecting", today.plusDays(14));
        cases.open("in-review", today.plusDays(15));

        assertThat(open(now, "in-review", Urgency.OVERDUE)).isEqualTo(overdue + 1);
        assertThat(open(now, "in-review", Urgency.NOW)).isEqualTo(2);
        assertThat(open(now, "in-review", Urgency.SOON)).isEqualTo(3);
        assertThat(open(now, "in-review", Urgency.NEXT)).isEqualTo(1);
        assertThat(open(now, "collecting", Urgency.NEXT)).isEqualTo(1);
        assertThat(open(now, "in-review", Urgency.LATER)).isEqualTo(1);
    }

    @Test
    void what_is_answered_or_closed_is_not_open() {
        Instant now = Instant.parse("2060-07-14T22:30:00Z");
        cases.open("ready", LocalDate.of(2060, 8, 20));
        cases.open("closed", LocalDate.of(2060, 8, 20));

        assertThat(count(now, LONG_AGO, LONG_AGO).open()).noneMatch(group -> group.urgency() == Urgency.LATER);
    }

    @Test
    void weeks_run_from_monday_to_sunday_in_ljubljana_across_the_new_year() {
        cases.received(Instant.parse("2003-12-28T22:59:59Z"));
        cases.received(Instant.parse("2003-12-28T23:00:00Z"));
        cases.received(Instant.parse("2003-12-31T22:59:59Z"));
        cases.received(Instant.parse("2003-12-31T23:00:00Z"));
        cases.received(Instant.parse("2004-01-04T22:59:59Z"));
        cases.received(Instant.parse("2004-01-04T23:00:00Z"));

        List<CaseFigures.Week> weeks =
                count(LocalDate.of(2003, 12, 22), LocalDate.of(2004, 1, 13)).weeks();

        assertThat(weeks).extracting(CaseFigures.Week::received).containsExactly(1L, 4L, 1L, 0L);
        assertThat(weeks)
                .extracting(CaseFigures.Week::days)
                .containsExactly(
                        new Days(LocalDate.of(2003, 12, 22), LocalDate.of(2003, 12, 28)),
                        new Days(LocalDate.of(2003, 12, 29), LocalDate.of(2004, 1, 4)),
                        new Days(LocalDate.of(2004, 1, 5), LocalDate.of(2004, 1, 11)),
                        new Days(LocalDate.of(2004, 1, 12), LocalDate.of(2004, 1, 13)));
    }

    @Test
    void a_week_that_begins_before_the_days_counts_from_their_first_one() {
        cases.received(Instant.parse("2003-12-30T12:00:00Z"));
        cases.received(Instant.parse("2003-12-31T12:00:00Z"));
        cases.received(Instant.parse("2004-01-01T12:00:00Z"));

        List<CaseFigures.Week> weeks =
                count(LocalDate.of(2003, 12, 31), LocalDate.of(2003, 12, 31)).weeks();

        assertThat(weeks)
                .singleElement()
                .satisfies(week -> assertThat(week.received()).isEqualTo(1));
    }

    @Test
    void the_median_of_an_even_number_is_the_mean_of_the_middle_and_nine_of_ten_are_within_the_ninetieth() {
        for (int days = 1; days <= 10; days++) {
            answered("2004-02-01T12:00:00Z", "2004-02-%02dT12:00:00Z".formatted(1 + days), "2004-03-01");
        }

        Closed closed =
                count(LocalDate.of(2004, 2, 1), LocalDate.of(2004, 2, 29)).closed();

        assertThat(closed.answered()).isEqualTo(10);
        assertThat(closed.median().orElseThrow()).isEqualByComparingTo(new BigDecimal("5.5"));
        assertThat(closed.ninetieth()).contains(9);
        assertThat(closed.onTime()).isEqualTo(10);
    }

    @Test
    void refusals_are_answers_and_what_was_withdrawn_or_never_confirmed_is_none() {
        Instant received = Instant.parse("2004-02-01T12:00:00Z");
        LocalDate due = LocalDate.of(2004, 3, 1);
        cases.settled(received, Instant.parse("2004-02-11T12:00:00Z"), Settlement.ANSWERED, due);
        cases.settled(received, Instant.parse("2004-02-21T12:00:00Z"), Settlement.ANSWERED_IN_PART, due);
        cases.settled(received, Instant.parse("2004-03-02T12:00:00Z"), Settlement.REFUSED, due);
        cases.settled(received, Instant.parse("2004-02-02T12:00:00Z"), Settlement.WITHDRAWN, due);
        cases.settled(received, Instant.parse("2004-02-03T12:00:00Z"), Settlement.NOT_CONFIRMED, due);

        CaseFigures figures = count(LocalDate.of(2004, 2, 1), LocalDate.of(2004, 3, 31));

        assertThat(figures.closed().cases()).isEqualTo(5);
        assertThat(figures.closed().answered()).isEqualTo(3);
        assertThat(figures.closed().median().orElseThrow()).isEqualByComparingTo("20");
        assertThat(figures.closed().ninetieth()).contains(30);
        assertThat(figures.closed().onTime()).isEqualTo(2);
        assertThat(figures.settled())
                .isEqualTo(Map.of(
                        Settlement.ANSWERED, 1L,
                        Settlement.ANSWERED_IN_PART, 1L,
                        Settlement.REFUSED, 1L,
                        Settlement.WITHDRAWN, 1L,
                        Settlement.NOT_CONFIRMED, 1L));
        assertThat(figures.weeks().stream()
                        .mapToLong(week -> week.closed().cases())
                        .sum())
                .isEqualTo(5);
    }

    @Test
    void what_an_older_version_settles_beside_this_one_counts_by_its_state() {
        Instant received = Instant.parse("2004-05-01T12:00:00Z");
        LocalDate due = LocalDate.of(2004, 6, 1);
        Stream.of(
                        "'kind': 'ready', 'since': '2004-05-11T12:00:00.123456789Z', 'bundle': 1, 'partial': null",
                        "'kind': 'ready', 'since': '2004-05-21T12:00:00Z', 'bundle': 1,"
                                + " 'partial': {'reason': 'vir molči', 'missing': ['hosting']}",
                        closed("2004-06-10", "refused"),
                        closed("2004-05-02", "withdrawn"),
                        closed("2004-05-03", "not-confirmed"))
                .map(state -> "{" + state.replace('\'', '"') + "}")
                .forEach(state -> cases.settledByOlder(received, state, due));

        CaseFigures figures = count(LocalDate.of(2004, 5, 1), LocalDate.of(2004, 6, 30));

        assertThat(figures.settled())
                .isEqualTo(Map.of(
                        Settlement.ANSWERED, 1L,
                        Settlement.ANSWERED_IN_PART, 1L,
                        Settlement.REFUSED, 1L,
                        Settlement.WITHDRAWN, 1L,
                        Settlement.NOT_CONFIRMED, 1L));
        assertThat(figures.closed().median().orElseThrow()).isEqualByComparingTo("20");
        assertThat(figures.closed().onTime()).isEqualTo(2);
    }

    private static String closed(String day, String ending) {
        return "'kind': 'closed', 'at': '" + day + "T12:00:00Z', 'ending': {'kind': '" + ending + "'}";
    }

    @Test
    void days_are_calendar_days_in_ljubljana_when_the_clocks_change_too() {
        // the night of 28 March 2004 is an hour short: 23 hours, and one day
        answered("2004-03-27T23:30:00Z", "2004-03-28T22:30:00Z", "2004-03-28");
        answered("2004-03-27T23:30:00Z", "2004-03-28T21:59:59Z", "2004-03-28");

        CaseFigures figures = count(LocalDate.of(2004, 3, 22), LocalDate.of(2004, 4, 4));

        assertThat(figures.weeks()).extracting(week -> week.closed().answered()).containsExactly(1L, 1L);
        assertThat(figures.weeks().get(0).closed().median().orElseThrow()).isEqualByComparingTo("0");
        assertThat(figures.weeks().get(0).closed().onTime()).isEqualTo(1);
        assertThat(figures.weeks().get(1).closed().median().orElseThrow()).isEqualByComparingTo("1");
        assertThat(figures.weeks().get(1).closed().onTime()).isZero();
    }

    @Test
    void days_without_a_case_have_no_median() {
        CaseFigures figures = count(LONG_AGO, LONG_AGO.plusDays(6));

        assertThat(figures.closed().median()).isEmpty();
        assertThat(figures.closed().ninetieth()).isEmpty();
        assertThat(figures.weeks())
                .hasSize(2)
                .allSatisfy(week -> assertThat(week.received()).isZero());
    }

    @Test
    void days_are_a_year_at_most_and_not_backwards() {
        assertThat(new Days(LONG_AGO, LONG_AGO.plusDays(365)).to()).isEqualTo("2004-12-31");
        assertThatThrownBy(() -> new Days(LONG_AGO, LONG_AGO.plusDays(366)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Days(LONG_AGO, LONG_AGO.minusDays(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void answered(String received, String at, String due) {
        cases.settled(Instant.parse(received), Instant.parse(at), Settlement.ANSWERED, LocalDate.parse(due));
    }

    private long open(Instant now, String state, Urgency urgency) {
        return count(now, LONG_AGO, LONG_AGO).open().stream()
                .filter(group -> group.state().equals(state) && group.urgency() == urgency)
                .mapToLong(CaseFigures.Open::cases)
                .sum();
    }

    private CaseFigures count(LocalDate from, LocalDate to) {
        return count(Instant.parse("2060-01-01T00:00:00Z"), from, to);
    }

    private CaseFigures count(Instant now, LocalDate from, LocalDate to) {
        return new CountCases(database, InstantSource.fixed(now)).count(new Days(from, to), AUDITOR);
    }
}
