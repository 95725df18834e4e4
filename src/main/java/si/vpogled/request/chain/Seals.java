package si.vpogled.request.chain;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import si.vpogled.storage.ObjectStore;
import si.vpogled.storage.keys.SigningKeys;

/** Seals the ends of all chains, and checks the seal of the day before: in the database and in the store. */
@Singleton
class Seals {
    private static final Logger LOG = LoggerFactory.getLogger(Seals.class);

    private final SealRows rows;
    private final SigningKeys keys;
    private final ObjectStore store;
    private final InstantSource clock;

    Seals(SealRows rows, SigningKeys keys, ObjectStore store, InstantSource clock) {
        this.rows = rows;
        this.keys = keys;
        this.store = store;
        this.clock = clock;
    }

    void check(Found found) throws SQLException, IOException {
        Optional<Seal> last = rows.last();
        if (last.isPresent()) {
            boolean kept = kept(last.get());
            if (!kept || !last.get().seals(rows.ends(), keys::named)) {
                found.add(HistoryBreak.ofSeal(last.get().number(), HistoryBreak.Kind.RESEALED));
            }
        }
        long number = last.map(Seal::number).orElse(0L);
        if (store.exists(key(number + 1))) {
            found.add(HistoryBreak.ofSeal(number, HistoryBreak.Kind.OLDER_THAN_ITS_SEALS));
        }
    }

    /** Whether the store has the same; where it has none, as after a process was killed in between, it gets it. */
    private boolean kept(Seal seal) throws IOException {
        try (InputStream in = Channels.newInputStream(store.open(key(seal.number())))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).equals(seal.jws());
        } catch (NoSuchFileException e) {
            LOG.warn("The store has no copy of seal {} of the history: it is kept there now", seal.number());
            keep(seal);
            return true;
        }
    }

    void seal(Found found) throws IOException, SQLException {
        String previous = rows.last().map(Seal::jws).orElse("");
        long number = rows.last().map(Seal::number).orElse(0L) + 1;
        while (store.exists(key(number))) {
            number++;
        }
        long next = number;
        keep(QuarkusTransaction.requiringNew().call(() -> {
            rows.take(found.broken());
            Seal seal = Seal.of(next, rows.ends(), previous, clock.instant(), keys.current());
            rows.add(seal, clock.instant());
            return seal;
        }));
    }

    private void keep(Seal seal) throws IOException {
        try (ObjectStore.Upload upload = store.create(key(seal.number()))) {
            upload.stream().write(seal.jws().getBytes(StandardCharsets.UTF_8));
            upload.commit();
        }
    }

    private static String key(long number) {
        return "history/seals/" + number + ".jws";
    }
}
