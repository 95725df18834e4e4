package si.vpogled.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.DayOfWeek;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts cases for those who answer for all of them. Nobody's data are read, so no look is on record. */
@ApplicationScoped
public class CountCases {
    private static final String OPEN = """
            select right_key,
                   state_kind,
                   case when due_on < :today then 'OVERDUE'
                        when due_on <= cast(:today as date) + 3 then 'NOW'
                        when due_on <= cast(:today as date) + 7 then 'SOON'
                        when due_on <= cast(:today as date) + 14 then 'NEXT'
                        else 'LATER' end,
                   count(*)
              from request
             where state_kind in (:open)
             group by 1, 2, 3""";

    /** Weeks are numbered from a Monday. */
    private static final LocalDate FIRST_MONDAY = LocalDate.of(2001, 1, 1);

    private static final String RECEIVED = """
            select (received_on - date '2001-01-01') / 7, count(*)
              from request
             where received_on between :from and :to
             group by 1""";

    private static final String CLOSED = """
            select (settled_on - date '2001-01-01') / 7,
                   settled_as,
                   settled_on - received_on,
                   settled_on <= due_on,
                   count(*)
              from request
             where settled_on between :from and :to
             group by 1, 2, 3, 4""";

    private final EntityManager database;
    private final InstantSource clock;

    CountCases(EntityManager database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * @param days of receipt and closing; what is open is counted as it is now
     */
    @Transactional
    public CaseFigures count(Days days, Actor actor) {
        actor.require(Role.CLERK, Role.APPROVER, Role.AUDITOR);
        ClosedTally all = new ClosedTally();
        Map<LocalDate, ClosedTally> byWeek = new HashMap<>();
        Map<Settlement, Long> settled = new EnumMap<>(Settlement.class);
        for (Object[] row : rows(within(CLOSED, days))) {
            Settlement how = Settlement.of((String) row[1]);
            int taken = (Integer) row[2];
            boolean inTime = (Boolean) row[3];
            long count = (Long) row[4];
            all.add(how, taken, inTime, count);
            byWeek.computeIfAbsent(monday(row[0]), _ -> new ClosedTally()).add(how, taken, inTime, count);
            settled.merge(how, count, Long::sum);
        }
        return new CaseFigures(open(), weeks(days, byWeek), all.figures(), settled);
    }

    /** What waits for an answer now. Within a transaction. */
    List<CaseFigures.Open> open() {
        return rows(database.createNativeQuery(OPEN, Object[].class)
                        .setParameter("today", Limits.day(clock.instant()))
                        .setParameter(
                                "open",
                                State.KEYS.stream()
                                        .filter(ListSql.Part.OPEN::holds)
                                        .toList()))
                .stream()
                .map(row -> new CaseFigures.Open(
                        (String) row[0], (String) row[1], CaseFigures.Urgency.valueOf((String) row[2]), (Long) row[3]))
                .toList();
    }

    private List<CaseFigures.Week> weeks(Days days, Map<LocalDate, ClosedTally> closed) {
        Map<LocalDate, Long> received = new HashMap<>();
        rows(within(RECEIVED, days)).forEach(row -> received.put(monday(row[0]), (Long) row[1]));
        List<CaseFigures.Week> weeks = new ArrayList<>();
        LocalDate monday = days.from().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        for (; !monday.isAfter(days.to()); monday = monday.plusWeeks(1)) {
            LocalDate sunday = monday.plusDays(6);
            Days part = new Days(
                    monday.isBefore(days.from()) ? days.from() : monday,
                    sunday.isAfter(days.to()) ? days.to() : sunday);
            weeks.add(new CaseFigures.Week(
                    part,
                    received.getOrDefault(monday, 0L),
                    closed.getOrDefault(monday, new ClosedTally()).figures()));
        }
        return weeks;
    }

    private Query within(String statement, Days days) {
        return database.createNativeQuery(statement, Object[].class)
                .setParameter("from", days.from())
                .setParameter("to", days.to());
    }

    private static LocalDate monday(Object week) {
        return FIRST_MONDAY.plusWeeks((Integer) week);
    }

    @SuppressWarnings("unchecked")
    private static List<Object[]> rows(Query query) {
        return query.getResultList();
    }
}
