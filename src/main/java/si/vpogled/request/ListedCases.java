package si.vpogled.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    <T> NativeQuery<T> query(ListSql.Statement statement, Class<T> row) {
        NativeQuery<T> query = database.unwrap(Session.class).createNativeQuery(statement.sql(), row);
        statement.values().forEach(query::setParameter);
        return query;
    }

    /**
     * For the rest of the transaction, rows are read by an index in its order, whatever the statistics say: these are
     * old after many cases came at once, and where cases are few, the database would rather read them all.
     */
    void inOrder() {
        database.createNativeQuery(
                        "select set_config('enable_seqscan', 'off', true), set_config('enable_bitmapscan', 'off', true)",
                        Object[].class)
                .getSingleResult();
    }

    /** In the order of the list, also where it is read backwards. */
    List<RequestCase> find(ListRequests.Filter filter, Optional<ListRequests.From> from, int rows) {
        ListSql sql = sql(filter);
        if (filter.text().isEmpty()) {
            inOrder();
        }
        boolean few =
                filter.text().isPresent() && query(sql.found(), Long.class).getSingleResult() <= ListSql.FEW;
        boolean backwards = from.map(ListRequests.From::backwards).orElse(false);
        Optional<ListSql.Part> first = from.map(ListRequests.From::position).map(ListSql.Part::of);
        List<CaseEntity> found = new ArrayList<>();
        ListSql.Part.in(backwards).stream()
                .dropWhile(part -> first.filter(begun -> begun != part).isPresent())
                .forEach(part -> {
                    ListSql.Span span = new ListSql.Span(
                            part, from.filter(_ -> first.equals(Optional.of(part))), backwards, rows - found.size());
                    (few ? sql.hits(span) : sql.ranges(span))
                            .filter(_ -> span.rows() > 0)
                            .map(statement -> query(statement, CaseEntity.class))
                            .map(TypedQuery::getResultList)
                            .ifPresent(found::addAll);
                });
        List<RequestCase> cases = found.stream().map(CaseEntity::view).toList();
        return backwards ? cases.reversed() : cases;
    }
}
