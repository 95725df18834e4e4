package si.vpogled.fulfilment;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import si.vpogled.request.State;
import si.vpogled.storage.ObjectStore;

/**
 * Which cases' keys were dropped, kept in the store as well: a database that is restored to an earlier time has the keys
 * again, and learns from it which of them are to be dropped once more. Entries are numbered; nothing in them is of a person.
 */
@ApplicationScoped
class ShreddedLedger {
    /** More than are begun at once by processes that were all killed before they wrote theirs. */
    private static final int GAP = 32;

    static final long LOCK = 0x7670_6f67_6c65_6402L;
    private static final String NUMBER = "select number from shredded_request where request_id = ?1";
    private static final String NEXT = "select coalesce(max(number), 0) + 1 from shredded_request";

    private final EntityManager database;
    private final ObjectStore store;
    private final ObjectMapper json;

    ShreddedLedger(EntityManager database, ObjectStore store, ObjectMapper json) {
        this.database = database;
        this.store = store;
        this.json = json;
    }

    /** @param closed how the case ended, without words */
    record Entry(UUID request, State closed) {}

    /** Enters a case before its key is dropped. Outside of any transaction. */
    void enter(UUID request, State.Closed closed) throws IOException {
        long number = QuarkusTransaction.requiringNew().call(() -> numberOf(request));
        if (!store.exists(key(number))) {
            try (ObjectStore.Upload upload = store.create(key(number))) {
                upload.stream().write(json.writeValueAsBytes(new Entry(request, closed.withoutWords())));
                upload.commit();
            }
        } else if (!read(number).request().equals(request)) {
            throw new IOException("The ledger of dropped keys has another case as its entry " + number
                    + ": the database is older than the store. Restart the service, which reads the ledger then");
        }
    }

    /** Gives a case its number, which says that it will be entered. Within a transaction. */
    long numberOf(UUID request) {
        List<Long> entered = entered(request);
        return entered.isEmpty() ? numbered(request) : entered.getFirst();
    }

    /** Within a transaction. */
    boolean has(UUID request) {
        return !entered(request).isEmpty();
    }

    private List<Long> entered(UUID request) {
        return database.createNativeQuery(NUMBER, Long.class)
                .setParameter(1, request)
                .getResultList();
    }

    /** One after the other, whichever process it is. */
    private long numbered(UUID request) {
        database.createNativeQuery("select cast(pg_advisory_xact_lock(?1) as text)", String.class)
                .setParameter(1, LOCK)
                .getSingleResult();
        long next = (Long) database.createNativeQuery(NEXT, Long.class).getSingleResult();
        note(next, request);
        return next;
    }

    /** Within a transaction. */
    void note(long number, UUID request) {
        database.createNativeQuery(
                        "insert into shredded_request (number, request_id) values (?1, ?2) on conflict do nothing")
                .setParameter(1, number)
                .setParameter(2, request)
                .executeUpdate();
    }

    /** An entry that the database lacks. */
    record Lacking(long number, Entry entry) {}

    /** In their order; none unless an earlier state was restored. Outside of any transaction. */
    List<Lacking> lacking() throws IOException {
        long last = QuarkusTransaction.requiringNew()
                .call(() -> (Long) database.createNativeQuery(NEXT, Long.class).getSingleResult() - 1);
        List<Lacking> lacking = new ArrayList<>();
        for (long number = last + 1; number <= last + GAP; number++) {
            if (store.exists(key(number))) {
                lacking.add(new Lacking(number, read(number)));
                last = number;
            }
        }
        return lacking;
    }

    private Entry read(long number) throws IOException {
        try (InputStream in = Channels.newInputStream(store.open(key(number)))) {
            return json.readValue(in, Entry.class);
        }
    }

    private static String key(long number) {
        return "shredded/" + number + ".json";
    }
}
