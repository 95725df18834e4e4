package si.vpogled.collection;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import si.vpogled.inventory.Inventory;
import si.vpogled.testing.ServiceWorld;
import si.vpogled.testing.StagedCases;
import si.vpogled.text.Language;

/** A service does not start with an inventory that lacks what open cases need. */
@QuarkusTest
@WithTestResource(ServiceWorld.class)
class CheckOpenCasesTest {
    private static final String REVIEW =
            "{\"kind\": \"in-review\", \"since\": \"2030-01-01T00:00:00Z\", \"supplement\": false}";
    private static final String CLOSED =
            "{\"kind\": \"closed\", \"at\": \"2030-01-01T00:00:00Z\", \"ending\": {\"kind\": \"withdrawn\"}}";

    @Inject
    CheckOpenCases check;

    @Inject
    Inventory inventory;

    @Inject
    StagedCases cases;

    @Inject
    EntityManager database;

    private UUID request;

    @BeforeEach
    void a_case_in_review() {
        request = cases.id(cases.in(REVIEW, "popis@posta.example", Language.SL));
    }

    @AfterEach
    void close() {
        run("update request set state = cast(?2 as jsonb), services = '[\"domains\"]' where id = ?1", CLOSED);
        run("delete from run where request_id = ?1 and connector = ?2", "fax");
    }

    @Test
    void a_service_that_is_asked_for_must_still_be_in_the_inventory() {
        assertThatCode(() -> check.check(inventory)).doesNotThrowAnyException();
        run("update request set services = cast(?2 as jsonb) where id = ?1", "[\"domains\", \"fax\"]");

        assertThatThrownBy(() -> check.check(inventory))
                .hasMessageContaining("no longer has fax,")
                .hasMessageContaining("Put it back");

        run("update request set state = cast(?2 as jsonb) where id = ?1", CLOSED);
        assertThatCode(() -> check.check(inventory)).doesNotThrowAnyException();
    }

    @Test
    void an_item_that_was_collected_must_still_be_in_the_inventory() {
        run(
                "insert into run (id, request_id, connector, state, attempt, tries, launches, records, bytes, outcome)"
                        + " values (gen_random_uuid(), ?1, 'fax', 'ANSWERED', 1, 1, 1, 0, 0, cast(?2 as jsonb))",
                "{\"items\": [{\"item\": \"domains.legal-framework.fax\"},"
                        + " {\"item\": \"domains.legal-framework.name\"}]}");

        assertThatThrownBy(() -> check.check(inventory))
                .hasMessageContaining("no longer has domains.legal-framework.fax,");
    }

    private void run(String statement, String value) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(statement)
                        .setParameter(1, request)
                        .setParameter(2, value)
                        .executeUpdate());
    }
}
