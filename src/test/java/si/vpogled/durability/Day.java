package si.vpogled.durability;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import si.vpogled.connector.definition.DefinitionLoader;
import si.vpogled.demo.DemoStaff;
import si.vpogled.demo.DemoWorld;
import si.vpogled.demo.Journey;
import si.vpogled.demo.people.Customer;
import si.vpogled.demo.server.FaultyProxy;
import si.vpogled.testing.PageVisitor;

/**
 * A day's cases of various people, some at a time, each request of a case to another process than the one before. In the
 * morning a process is killed that has runs under way, and a newer version brings the database up to date while the
 * other goes on; in the afternoon that other one is killed, and what it leaves is done by the one that followed the first.
 */
final class Day implements AutoCloseable {
    /** At once, by configuration: fewer than there is work for, and fewer than any connector may have. */
    static final int RUNS = 3;

    private static final int AT_ONCE = 6;
    /** Of what a busy machine does in seconds. */
    private static final Duration PATIENCE = Duration.ofMinutes(6);
    /** Of each piece of an answer: a run takes long enough to be met at work. */
    private static final Duration SLOW = Duration.ofSeconds(2);

    private static final List<List<String>> SERVICES =
            List.of(List.of("domains"), List.of("websites"), List.of("domains", "ssl-certificates"));
    private static final String ALL = "all";
    private static final String RUNNING = "select connector from run where state = 'RUNNING'";
    private static final String AT_WORK = "select split_part(picked_by, '/', 2) from scheduled_tasks, run"
            + " where task_name = 'run' and picked and starts_with(task_instance, run.id::text) and state = 'RUNNING'";
    private static final String UNDER_WAY = """
            select request.reference || ' ' || state_kind || ' ' || row_to_json(run) from request
              left join run on run.request_id = request.id and run.state in ('WAITING', 'QUEUED', 'RUNNING', 'RETRYING')
             where state_kind <> 'ready'
            union all select row_to_json(t)::text from scheduled_tasks t
             where picked or execution_time < now() + interval '1 minute'""";

    private final DemoWorld world;
    private final ServiceDatabase database;
    private final Replicas replicas;
    private final FaultyProxy billing;
    private final List<Customer> customers;
    private final ExecutorService people = Executors.newFixedThreadPool(AT_ONCE);
    private final ScheduledExecutorService beside = Executors.newSingleThreadScheduledExecutor();
    private final List<Future<Journey>> cases = new ArrayList<>();
    private final List<Journey> ended = new ArrayList<>();
    private final Map<String, Integer> most = new ConcurrentHashMap<>();

    Day(DemoWorld world, ServiceDatabase database, Replicas replicas, FaultyProxy billing) {
        this.world = world;
        this.database = database;
        this.replicas = replicas;
        this.billing = billing;
        // everybody without a name of their own in the demo: small accounts of all services
        this.customers = world.population().customers().stream()
                .filter(one -> one.number().startsWith("2"))
                .toList();
    }

    void pass() throws InterruptedException {
        beside.scheduleWithFixedDelay(this::look, 0, 200, TimeUnit.MILLISECONDS);
        begin(3);
        replicas.complete();
        billing.conduct(new FaultyProxy.Conduct.Delay(SLOW));
        begin(4);
        await("as many runs as there may be", () -> most.getOrDefault(ALL, 0) >= RUNS);
        MortalProcess first = awaitAtWork();
        first.kill();
        billing.conduct(new FaultyProxy.Conduct.Pass());
        MortalProcess other = replicas.other(first);
        PageVisitor clerk = new PageVisitor("sl").at(other::url).signedIn(DemoStaff.CLERK);
        seesTheList(clerk);
        migrateAsANewerVersion();
        seesTheList(clerk);
        begin(3);
        replicas.complete();
        begin(2);
        int already = over();
        await("a further answer", () -> over() > already || over() == cases.size());
        other.kill();
        for (Future<Journey> one : cases) {
            ended.add(answer(one));
        }
    }

    /** More people ask. */
    private void begin(int more) {
        for (int i = 0; i < more; i++) {
            Customer customer = customers.get(cases.size());
            List<String> services = SERVICES.get(cases.size() % SERVICES.size());
            Journey.Person person = new Journey.Person(customer.name(), customer.email());
            cases.add(people.submit(
                    () -> new Asking(Journey.submit(replicas.alternating(), world.mail(), person, services))
                            .answered(PATIENCE)));
        }
    }

    /** Often enough for the database to have made a plan that it keeps. */
    private static void seesTheList(PageVisitor clerk) {
        for (int i = 0; i < 8; i++) {
            clerk.get("/console").then().statusCode(200);
        }
    }

    private int over() {
        return (int) cases.stream().filter(Future::isDone).count();
    }

    private MortalProcess awaitAtWork() {
        List<MortalProcess> found = new ArrayList<>();
        await("a process has a run under way", () -> {
            database.column(AT_WORK, "").stream()
                    .map(Long::valueOf)
                    .map(replicas::of)
                    .forEach(found::add);
            return !found.isEmpty();
        });
        return found.getFirst();
    }

    private Journey answer(Future<Journey> one) throws InterruptedException {
        try {
            return one.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("A case did not end. What is under way: " + database.column(UNDER_WAY, ""), e);
        }
    }

    /** A replica of a newer version has started: the older one works on, and the next one starts all the same. */
    private void migrateAsANewerVersion() {
        world.postgres().run(database.name(), """
                alter table request add column if not exists of_a_newer_version text;
                insert into flyway_schema_history
                select 1000, '9999', 'newer', 'SQL', 'V9999__newer.sql', 1, 'replicas', now(), 1, true
                 where not exists (select from flyway_schema_history where version = '9999')""");
    }

    private void look() {
        try {
            Map<String, Integer> running =
                    database.column(RUNNING, "").stream().collect(toMap(connector -> connector, _ -> 1, Integer::sum));
            running.forEach((connector, runs) -> most.merge(connector, runs, Math::max));
            most.merge(ALL, running.values().stream().mapToInt(runs -> runs).sum(), Math::max);
        } catch (IllegalStateException e) {
            // one that failed is not the last look
        }
    }

    void check(EndedOnce once, Path folder) {
        assertThat(most).as("runs at once, over both").containsEntry(ALL, RUNS);
        new DefinitionLoader()
                .builtIn()
                .all()
                .forEach(definition -> assertThat(most.getOrDefault(definition.connector(), 0))
                        .as(definition.connector())
                        .isLessThanOrEqualTo(definition.concurrency()));
        for (Journey journey : ended) {
            once.letters(journey, letter -> 1 + replicas.taskLost("letter", letter));
            once.work(journey, folder);
            journey.close();
        }
    }

    private static void await(String what, BooleanSupplier condition) {
        Awaitility.await(what)
                .dontCatchUncaughtExceptions()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(condition::getAsBoolean);
    }

    @Override
    public void close() {
        people.shutdownNow();
        beside.shutdownNow();
    }
}
