package si.vpogled.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The history of a case as staff read it, newest first, some of it at a time; each look is in it as well. */
@ApplicationScoped
public class ReadHistory {
    /** Both parts of the history in one order; {@code part} and {@code id} part what happened at the same time. */
    private static final String ENTRIES = """
            select at, part, id, actor_kind, actor, action, cast(detail as text) from (
                select at, 0 as part, id, actor_kind, actor, action, detail
                from history where request_id = :request
                union all
                select max(at), 1, max(id), 'staff', actor, action, jsonb_build_object('times', cast(count(*) as text))
                from list_view where requests @> array[:request]
                group by actor, action, cast(at at time zone 'Europe/Ljubljana' as date)
            ) entry
            where (at, part, id) < (:at, :part, :id)
            order by at desc, part desc, id desc
            """;

    private static final TypeReference<Map<String, String>> DETAIL = new TypeReference<>() {};

    private final ReadCase cases;
    private final EntityManager database;
    private final ObjectMapper json;

    ReadHistory(ReadCase cases, EntityManager database, ObjectMapper json) {
        this.cases = cases;
        this.database = database;
        this.json = json;
    }

    /** @param next where the entries go on that are older; empty where there are none */
    public record Page(RequestCase request, List<History.Entry> entries, Optional<HistoryPlace> next) {}

    /**
     * @param before where the page before ended
     * @param count how many to give at most
     */
    @Transactional
    public Page read(String reference, Actor actor, HistoryPlace before, int count) {
        RequestCase request = cases.byStaff(reference, actor, "history");
        List<Object[]> rows = rows(request.id(), before, count + 1);
        List<Object[]> shown = rows.stream().limit(count).toList();
        return new Page(
                request,
                shown.stream().map(this::entry).toList(),
                rows.size() > count ? Optional.of(place(shown.getLast())) : Optional.empty());
    }

    private List<Object[]> rows(UUID request, HistoryPlace before, int most) {
        return database.createNativeQuery(ENTRIES, Object[].class)
                .setParameter("request", request)
                .setParameter("at", before.at())
                .setParameter("part", before.part())
                .setParameter("id", before.id())
                .setMaxResults(most)
                .getResultList();
    }

    private static HistoryPlace place(Object[] row) {
        return new HistoryPlace((Instant) row[0], ((Number) row[1]).intValue(), ((Number) row[2]).longValue());
    }

    private History.Entry entry(Object[] row) {
        try {
            return new History.Entry(
                    (Instant) row[0],
                    (String) row[3],
                    (String) row[4],
                    (String) row[5],
                    json.readValue((String) row[6], DETAIL));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
