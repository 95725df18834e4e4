package si.vpogled.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** The rows of the list, read part by part. */
@ApplicationScoped
class ListedCases {
    private final EntityManager database;
    private final InstantSource clock;

    ListedCases(EntityManager database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    ListSql sql(ListRequests.Filter filter) {
        return new ListSql(filter, Limits.day(clock.instant()));
    }

    /** Column by column: what a newer version adds to the table while this one works on is not read. */
    private List<CaseEntity> cases(ListSql.Statement statement) {
        NativeQuery<CaseEntity> query =
                database.unwrap(Session.class).createNativeQuery(statement.sql(), CaseEntity.class, ListSql.CASE);
        statement.values().forEach(query::setParameter);
        return query.getResultList();
    }

    <T> NativeQuery<T> query(ListSql.Statement statement, Class<T> row) {
        NativeQuery<T> query = database.unwrap(Session.class).createNativeQuery(statement.sql(), row);
        statement.values().forEach(query::setParameter);
        return query;
    }

    /**
     * @param end where reading stopped before the list's end; empty where it did not
     */
    record Found(List<RequestCase> cases, Optional<ListRequests.Position> end) {
        Found {
            cases = List.copyOf(cases);
        }

        /** With what comes after it. */
        Found and(Found next) {
            return new Found(
                    Stream.concat(cases.stream(), next.cases().stream()).toList(), next.end());
        }
    }

    /** Reads a part of the list. */
    private interface Reading {
        Optional<ListSql.Statement> of(ListSql.Span span);
    }

    /**
     * For the rest of the transaction, rows are read by an index in its order, whatever the statistics say: these are
     * old after many cases came at once, and where cases are few, the database would rather read them all.
     */
    void inOrder() {
        plan("off");
    }

    /** For the rest of the transaction, rows are looked up by an index, and never all of them read. */
    void byIndex() {
        plan("on");
    }

    private void plan(String bitmaps) {
        database.createNativeQuery(
                        "select set_config('enable_seqscan', 'off', true), set_config('enable_bitmapscan', ?1, true)",
                        Object[].class)
                .setParameter(1, bitmaps)
                .getSingleResult();
    }

    /** In the order of the list, also where it is read backwards. */
    Found find(ListRequests.Filter filter, Optional<ListRequests.From> from, int rows) {
        Place place = new Place(from, rows);
        ListSql sql = sql(filter);
        inOrder();
        Found found = filter.text()
                .map(text -> search(place, sql, new SoughtText(text)))
                .orElseGet(() -> read(place, sql::ranges, Optional.empty()));
        return place.backwards() ? new Found(found.cases().reversed(), found.end()) : found;
    }

    private Found search(Place place, ListSql sql, SoughtText text) {
        Found near = near(place, sql, _ -> ListSql.NEAREST, Optional.empty());
        return near.end()
                .map(end -> near.and(further(place.after(end, near.cases().size()), sql, text)))
                .orElse(near);
    }

    /** What comes after the nearest rows, which were read already. */
    private Found further(Place rest, ListSql sql, SoughtText text) {
        Fitting fitting = text.indexed() ? fitting(sql) : Fitting.UNKNOWN;
        inOrder();
        return fitting.few()
                .map(ids -> read(rest, span -> sql.among(span, ids), Optional.empty()))
                .orElseGet(() -> near(
                        rest,
                        sql,
                        span -> span.from().isPresent() ? ListSql.MANY - ListSql.NEAREST : ListSql.MANY,
                        fitting.identified()));
    }

    private Found near(Place place, ListSql sql, ToIntFunction<ListSql.Span> most, Optional<Set<UUID>> identified) {
        return read(
                place,
                span -> sql.near(span, most.applyAsInt(span), identified),
                Optional.of(span -> sql.end(span, most.applyAsInt(span))));
    }

    /**
     * What an index finds of a search.
     *
     * @param identified the cases of identifiers that fit it; empty where they are many
     * @param few all cases that fit it; empty where they are many
     */
    private record Fitting(Optional<Set<UUID>> identified, Optional<Set<UUID>> few) {
        private static final Fitting UNKNOWN = new Fitting(Optional.empty(), Optional.empty());
    }

    private Fitting fitting(ListSql sql) {
        byIndex();
        List<UUID> found = query(sql.identified(), UUID.class).getResultList();
        Optional<Set<UUID>> identified = Optional.of(Set.copyOf(found)).filter(_ -> found.size() <= ListSql.MANY);
        Set<UUID> ids = new HashSet<>(query(sql.fitting(), UUID.class).getResultList());
        ids.addAll(found);
        return new Fitting(identified, identified.map(_ -> Set.copyOf(ids)).filter(_ -> ids.size() <= ListSql.FEW));
    }

    /** @param end tells where a reading stops that may stop before its part's end */
    private Found read(Place place, Reading reading, Optional<Reading> end) {
        List<RequestCase> found = new ArrayList<>();
        for (ListSql.Part part : place.parts()) {
            ListSql.Span span = place.span(part, found.size());
            reading.of(span).stream()
                    .flatMap(statement -> cases(statement).stream())
                    .map(CaseEntity::view)
                    .forEach(found::add);
            if (found.size() == place.rows()) {
                break;
            }
            Optional<ListRequests.Position> stopped = end.flatMap(last -> last.of(span))
                    .flatMap(statement -> query(statement, Object[].class).getResultList().stream()
                            .findFirst())
                    .map(row -> new ListRequests.Position(
                            part == ListSql.Part.ANSWERED, (LocalDate) row[0], (UUID) row[1]));
            if (stopped.isPresent()) {
                return new Found(found, stopped);
            }
        }
        return new Found(found, Optional.empty());
    }

    /** Where to read, and how far. */
    private record Place(Optional<ListRequests.From> from, int rows) {
        boolean backwards() {
            return from.map(ListRequests.From::backwards).orElse(false);
        }

        /** What is left of it after a row up to which so many were found. */
        Place after(ListRequests.Position row, int found) {
            return new Place(Optional.of(new ListRequests.From(row, backwards())), rows - found);
        }

        private Optional<ListSql.Part> first() {
            return from.map(ListRequests.From::position).map(ListSql.Part::of);
        }

        List<ListSql.Part> parts() {
            return ListSql.Part.in(backwards()).stream()
                    .dropWhile(part -> first().filter(begun -> begun != part).isPresent())
                    .toList();
        }

        ListSql.Span span(ListSql.Part part, int found) {
            return new ListSql.Span(
                    part, from.filter(_ -> first().equals(Optional.of(part))), backwards(), rows - found);
        }
    }
}
