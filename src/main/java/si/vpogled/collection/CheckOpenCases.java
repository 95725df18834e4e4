package si.vpogled.collection;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import si.vpogled.inventory.Inventory;
import si.vpogled.inventory.Item;

/**
 * An inventory may be replaced while cases are open. What they ask for, or what was collected for them, must still be in
 * it: without, it would have no verdict, and be missing from the answer without a word. So the start is refused.
 */
@ApplicationScoped
class CheckOpenCases {
    /** After cases that a restored backup opened are closed again, before any task goes on with a case. */
    private static final int FIRST = 200;

    /** Whose answer, or the rest of it, is still to be made. */
    private static final String OPEN = "(request.state_kind not in ('ready', 'remaining', 'closed')"
            + " or request.state_kind = 'ready' and jsonb_typeof(request.state -> 'partial') = 'object')";

    private static final String SERVICES = "select distinct service"
            + " from request, jsonb_array_elements_text(services) as service where " + OPEN + " order by 1";

    private static final String ITEMS = "select distinct told ->> 'item' from request"
            + " join run on run.request_id = request.id, jsonb_array_elements(run.outcome -> 'items') as told"
            + " where jsonb_typeof(run.outcome -> 'items') = 'array' and " + OPEN + " order by 1";

    private final EntityManager database;
    private final Inventory inventory;

    CheckOpenCases(EntityManager database, Inventory inventory) {
        this.database = database;
        this.inventory = inventory;
    }

    void start(@Observes @Priority(FIRST) StartupEvent event) {
        check(inventory);
    }

    /** @throws IllegalStateException naming the services and items that open cases need and the inventory lacks */
    void check(Inventory installed) {
        Set<String> known = Stream.concat(
                        installed.services().stream().map(service -> service.id()),
                        installed.items().stream().map(Item::id).map(String::valueOf))
                .collect(Collectors.toSet());
        List<String> gone = QuarkusTransaction.requiringNew()
                .call(() -> Stream.of(SERVICES, ITEMS)
                        .flatMap(this::read)
                        .filter(name -> !known.contains(name))
                        .toList());
        if (!gone.isEmpty()) {
            throw new IllegalStateException("The inventory no longer has " + String.join(", ", gone)
                    + ", which open cases ask for or have collected. Put it back until these cases are answered:"
                    + " without it their answers would leave it out");
        }
    }

    private Stream<String> read(String statement) {
        return database.createNativeQuery(statement, String.class).getResultList().stream()
                .map(String::valueOf);
    }
}
