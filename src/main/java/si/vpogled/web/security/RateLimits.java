package si.vpogled.web.security;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import si.vpogled.storage.MasterKey;
import si.vpogled.web.problem.ProblemException;

/**
 * Limits how often something is done: from one network, by one person, and by everybody. What is counted is the asking,
 * before anything is looked up, so that the answer is the same for customers and strangers; and it is counted for all
 * replicas, in the database.
 */
@ApplicationScoped
public class RateLimits {
    private final RateRows rows;
    private final LimitConfig config;
    private final MasterKey masterKey;

    RateLimits(RateRows rows, LimitConfig config, MasterKey masterKey) {
        this.rows = rows;
        this.config = config;
        this.masterKey = masterKey;
    }

    private record Purse(String key, Rate rate) {}

    /**
     * Counts one more, or refuses it and counts nothing.
     *
     * @param network of the one who asks, see {@link Network}
     * @param person an e-mail address, a name, a case; empty where nobody is named
     */
    public void take(Limit limit, String network, String person) {
        List<Purse> purses = purses(limit, network, person);
        // those of many last, so that they are held for a moment only
        QuarkusTransaction.requiringNew()
                .run(() -> purses.forEach(
                        purse -> rows.take(purse.key(), purse.rate()).ifPresent(wait -> {
                            throw ProblemException.tooMany(wait);
                        })));
    }

    /** Counts one more password for a name of staff; above the limit whoever tries waits, and nobody is refused. */
    void slow(String name) {
        Purse purse = ofName(name);
        boolean within = QuarkusTransaction.requiringNew()
                .call(() -> rows.take(purse.key(), purse.rate()).isEmpty());
        long end = System.nanoTime() + (within ? 0 : config.staffName().delay().toNanos());
        for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** Gives back what a right password took. */
    void giveBack(String name) {
        Purse purse = ofName(name);
        QuarkusTransaction.requiringNew().run(() -> rows.giveBack(purse.key(), purse.rate()));
    }

    private Purse ofName(String name) {
        return new Purse(key(Limit.STAFF, "name", name), config.staffName().rate());
    }

    /** Gives back what was taken for something that turned out to be harmless. */
    void giveBack(Limit limit, String network, String person) {
        List<Purse> purses = purses(limit, network, person);
        QuarkusTransaction.requiringNew().run(() -> purses.forEach(purse -> rows.giveBack(purse.key(), purse.rate())));
    }

    private List<Purse> purses(Limit limit, String network, String person) {
        LimitConfig.Rates rates = limit.rates(config);
        Purse everybody = new Purse(key(limit, "all", ""), rates.all());
        Purse there = new Purse(key(limit, "network", network), rates.network());
        return person.isEmpty()
                ? List.of(there, everybody)
                : List.of(
                        there,
                        new Purse(key(limit, "person", person.strip().toLowerCase(Locale.ROOT)), rates.person()),
                        everybody);
    }

    private String key(Limit limit, String kind, String value) {
        return masterKey.token("limit", limit + "\n" + kind + "\n" + value);
    }
}
