package si.vpogled.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import si.vpogled.demo.DemoStaff;
import si.vpogled.request.Role;
import si.vpogled.storage.MasterKey;
import si.vpogled.testing.ServiceWorld;
import si.vpogled.testing.SettableClock;
import si.vpogled.testing.StagedCases;
import si.vpogled.web.problem.ProblemException;
import si.vpogled.web.problem.ProblemKind;

/** How often something may be done: by network, by person, by everybody; together for all replicas. */
@QuarkusTest
@WithTestResource(ServiceWorld.class)
class RateLimitsTest {
    private static final Duration DELAY = Duration.ofMillis(300);

    @Inject
    RateRows rows;

    @Inject
    MasterKey masterKey;

    @Inject
    StaffConfig staff;

    @Inject
    SettableClock clock;

    @Inject
    StagedCases database;

    private final String network = UUID.randomUUID().toString();
    private final String person = UUID.randomUUID() + "@posta.example";

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    void so_many_at_once_and_then_one_more_with_every_share_of_the_period() {
        RateLimits limits = limits("100/15m", "3/15m", "100000/1s");
        for (int i = 0; i < 3; i++) {
            limits.take(Limit.MESSAGE, network, person);
        }
        refused(() -> limits.take(Limit.MESSAGE, network, person), Duration.ofMinutes(5));

        clock.advance(Duration.ofMinutes(5).plusSeconds(5));
        limits.take(Limit.MESSAGE, network, person);
        refused(() -> limits.take(Limit.MESSAGE, network, person), Duration.ofMinutes(5));

        clock.advance(Duration.ofMinutes(16));
        for (int i = 0; i < 3; i++) {
            limits.take(Limit.MESSAGE, network, person);
        }
    }

    @Test
    void a_person_is_one_wherever_they_ask_from_and_however_they_write_themselves() {
        RateLimits limits = limits("100/15m", "1/15m", "100000/1s");
        limits.take(Limit.MESSAGE, network, person);

        refused(
                () -> limits.take(Limit.MESSAGE, "elsewhere " + network, " " + person.toUpperCase()),
                Duration.ofMinutes(15));
        assertThatCode(() -> limits.take(Limit.MESSAGE, network, "other-" + person))
                .doesNotThrowAnyException();
        assertThatCode(() -> limits.take(Limit.STAFF, network, person)).doesNotThrowAnyException();
    }

    @Test
    void a_network_is_one_whoever_asks_from_it() {
        RateLimits limits = limits("2/15m", "100/15m", "100000/1s");
        limits.take(Limit.MESSAGE, network, person);
        limits.take(Limit.MESSAGE, network, "");

        refused(() -> limits.take(Limit.MESSAGE, network, "other-" + person), Duration.ofMinutes(8));
        assertThatCode(() -> limits.take(Limit.MESSAGE, "elsewhere " + network, person))
                .doesNotThrowAnyException();
    }

    @Test
    void what_is_refused_costs_nothing() {
        RateLimits limits = limits("1000/15m", "1/15m", "100000/1s");
        limits.take(Limit.MESSAGE, network, person);
        for (int i = 0; i < 5; i++) {
            refused(() -> limits.take(Limit.MESSAGE, network, person), Duration.ofMinutes(15));
        }

        clock.advance(Duration.ofMinutes(15).plusSeconds(5));
        assertThatCode(() -> limits.take(Limit.MESSAGE, network, person)).doesNotThrowAnyException();
    }

    @Test
    void what_is_given_back_can_be_taken_again() {
        RateLimits limits = limits("1/15m", "1/15m", "100000/1s");
        for (int i = 0; i < 5; i++) {
            limits.take(Limit.STAFF, network, person);
            limits.giveBack(Limit.STAFF, network, person);
        }
        limits.take(Limit.STAFF, network, person);

        refused(() -> limits.take(Limit.STAFF, network, person), Duration.ofMinutes(15));
    }

    @Test
    void wrong_passwords_from_elsewhere_lock_no_colleague_out() {
        StaffPasswords passwords = new StaffPasswords(new Staff(staff), limits("1000/15m", "2/15m", "100000/1s"));
        String name = DemoStaff.APPROVER.name();
        char[] right = DemoStaff.APPROVER.password().toCharArray();
        for (int i = 0; i < 2; i++) {
            assertThat(passwords.roles(name, "ugibam".toCharArray(), network)).isEmpty();
        }
        refused(() -> passwords.roles(name, right, network), Duration.ofMinutes(8));

        assertThat(passwords.roles(name, right, "elsewhere " + network)).contains(Set.of(Role.APPROVER));
    }

    @Test
    void a_name_that_is_tried_from_everywhere_is_slowed_and_never_refused() {
        RateLimits limits = limits("1000/15m", "2/15m", "100000/1s");
        String name = "klara " + network;
        limits.slow(name);
        limits.slow(name);
        long start = System.nanoTime();

        limits.slow(name);

        assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(DELAY.toNanos());
    }

    @Test
    void many_at_the_same_time_get_no_more_than_one_after_another() throws Exception {
        RateLimits limits = limits("1000/15m", "7/15m", "100000/1s");
        try (ExecutorService many = Executors.newFixedThreadPool(8)) {
            List<Future<Boolean>> tries = IntStream.range(0, 32)
                    .mapToObj(_ -> many.submit((Callable<Boolean>) () -> taken(limits)))
                    .toList();
            int taken = 0;
            for (Future<Boolean> one : tries) {
                taken += one.get() ? 1 : 0;
            }
            assertThat(taken).isEqualTo(7);
        }
    }

    private boolean taken(RateLimits limits) {
        try {
            limits.take(Limit.MESSAGE, network, person);
            return true;
        } catch (ProblemException _) {
            return false;
        }
    }

    @Test
    void a_clock_that_went_back_locks_nobody_out() {
        RateLimits limits = limits("1000/15m", "1/15m", "100000/1s");
        clock.advance(Duration.ofDays(1));
        limits.take(Limit.MESSAGE, network, person);
        clock.reset();

        assertThatCode(() -> limits.take(Limit.MESSAGE, network, person)).doesNotThrowAnyException();
    }

    @Test
    void no_row_tells_who_it_was_and_none_is_kept_longer_than_an_hour_after_it_counts() {
        limits("10/15m", "10/15m", "100000/1s").take(Limit.MESSAGE, network, person);
        String key = masterKey.token("limit", "MESSAGE\nperson\n" + person);
        assertThat(database.number("select count(*) from rate where key = ?1", key))
                .isEqualTo(1);
        assertThat(database.number("select count(*) from rate x where cast(x as text) like ?1", "%" + person + "%"))
                .isZero();

        clock.advance(Duration.ofMinutes(76));
        QuarkusTransaction.requiringNew().run(() -> rows.forget(clock.instant()));

        assertThat(database.number("select count(*) from rate where key = ?1", key))
                .isZero();
    }

    private RateLimits limits(String network, String person, String all) {
        LimitConfig.Rates rates = new LimitConfig.Rates() {
            @Override
            public Rate network() {
                return Rate.of(network);
            }

            @Override
            public Rate person() {
                return Rate.of(person);
            }

            @Override
            public Rate all() {
                return Rate.of(all);
            }
        };
        return new RateLimits(rows, new AllAlike(rates), masterKey);
    }

    private record AllAlike(LimitConfig.Rates rates) implements LimitConfig {
        @Override
        public Rates submission() {
            return rates;
        }

        @Override
        public Rates signIn() {
            return rates;
        }

        @Override
        public Rates code() {
            return rates;
        }

        @Override
        public Rates staff() {
            return rates;
        }

        @Override
        public Rates message() {
            return rates;
        }

        @Override
        public Slowed staffName() {
            return new Slowed() {
                @Override
                public Rate rate() {
                    return rates.person();
                }

                @Override
                public Duration delay() {
                    return DELAY;
                }
            };
        }
    }

    /** Waiting as long as it is told is enough, and not much more than needed. */
    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable asked, Duration about) {
        assertThatThrownBy(asked).isInstanceOfSatisfying(ProblemException.class, refused -> {
            assertThat(refused.kind()).isEqualTo(ProblemKind.TOO_MANY_REQUESTS);
            assertThat(refused.retryAfter()).isBetween(about.minusMinutes(1), about.plusSeconds(2));
        });
    }
}
