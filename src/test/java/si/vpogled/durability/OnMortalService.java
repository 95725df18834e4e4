package si.vpogled.durability;

import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import si.vpogled.demo.DemoWorld;
import si.vpogled.demo.Journey;
import si.vpogled.demo.SharedDemoWorld;
import si.vpogled.demo.people.DemoCustomers;
import si.vpogled.demo.server.FaultyProxy;
import si.vpogled.testing.ProductionJar;

/** The service's process is killed (SIGKILL) at a moment of a case and started again: the case ends, and ends once. */
@ExtendWith(SharedDemoWorld.class)
abstract class OnMortalService {
    protected static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Journey.Person PRIVATE = new Journey.Person("Maja Žagar", DemoCustomers.PRIVATE_EMAIL);

    protected static DemoWorld world;
    protected static FaultyProxy billing;
    protected static FaultyProxy dostavljalec;
    protected static MortalProcess service;
    protected static ServiceDatabase database;

    @TempDir
    Path folder;

    @BeforeAll
    static void start(DemoWorld shared, TestInfo test) throws IOException {
        world = shared;
        database = new ServiceDatabase(world.postgres());
        billing = FaultyProxy.to(world.billing().port());
        dostavljalec = FaultyProxy.to(world.dostavljalec().port());
        String ledger = world.billing().jdbcUrl().replace(":" + world.billing().port(), ":" + billing.port());
        service = MortalProcess.start(ProductionJar.settings(
                world,
                test.getTestClass().orElseThrow().getSimpleName(),
                Map.of("BILLING_JDBC_URL", ledger, "DOSTAVLJALEC_URL", "http://127.0.0.1:" + dostavljalec.port())));
    }

    @AfterAll
    static void stop() throws IOException {
        RestAssured.reset();
        service.close();
        billing.close();
        dostavljalec.close();
    }

    /** Of the smallest scope that has two waves. */
    protected static Journey submitted() {
        return Journey.submit(service.url(), world.mail(), PRIVATE, List.of("domains"));
    }

    protected void endsOnce(Journey journey) {
        endsOnce(journey, () -> {});
    }

    /** @param next what is done or awaited once the service is there again, before the case goes on */
    protected void endsOnce(Journey journey, Runnable next) {
        EndedOnce once = new EndedOnce(world, database);
        Set<String> handedOverUnnoted = once.handedOverUnnoted(journey);
        service.restart();
        next.run();
        journey.finish(PATIENCE);
        once.check(journey, folder, handedOverUnnoted);
        journey.close();
    }

    protected static String attempts(Journey journey, String connector) {
        return database.column(
                        "select attempt::text from run where request_id = :case and connector = '" + connector + "'",
                        journey.reference())
                .getFirst();
    }
}
