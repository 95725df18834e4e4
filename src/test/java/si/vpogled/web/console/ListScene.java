package si.vpogled.web.console;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import si.vpogled.testing.StagedCases;
import si.vpogled.text.Language;

/** Cases of one test in the list, which a search for its mark finds. */
record ListScene(StagedCases cases, EntityManager database, String mark) {
    static ListScene of(StagedCases cases, EntityManager database) {
        return new ListScene(cases, database, UUID.randomUUID().toString().substring(0, 13));
    }

    String email() {
        return "vrsta-" + mark + "@posta.example";
    }

    String open() {
        return cases.submitted(email(), Language.SL);
    }

    void due(String reference, int days) {
        change(reference, "due_on = cast(now() at time zone 'Europe/Ljubljana' as date) + " + days);
    }

    void name(String reference, String name) {
        change(reference, "name = '" + name + "'");
    }

    void messages(String reference, int count, String author, String seen) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("insert into message select gen_random_uuid(), id, '" + author
                                + "', '', 'Pozdrav', now(), " + seen
                                + " from request, generate_series(1, ?1) where reference = ?2")
                        .setParameter(1, count)
                        .setParameter(2, reference)
                        .executeUpdate());
    }

    void assign(String reference, String name) {
        change(reference, "assignee = '" + name + "'");
    }

    private void change(String reference, String change) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("update request set " + change + " where reference = :reference")
                        .setParameter("reference", reference)
                        .executeUpdate());
    }

    String assignee(String reference) {
        return QuarkusTransaction.requiringNew().call(() -> (String) database.createNativeQuery(
                        "select coalesce(assignee, '') from request where reference = ?1", String.class)
                .setParameter(1, reference)
                .getSingleResult());
    }
}
