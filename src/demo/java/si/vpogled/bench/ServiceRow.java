package si.vpogled.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import si.vpogled.connector.definition.ConnectorDefinition;
import si.vpogled.connector.definition.DefinitionLoader;
import si.vpogled.demo.DemoWorld;
import si.vpogled.demo.ServiceProcess;
import si.vpogled.demo.people.DemoCustomers;
import si.vpogled.demo.server.FaultyProxy;
import si.vpogled.demo.server.Folders;
import si.vpogled.law.TimeLimit;
import si.vpogled.subject.Identifier;
import si.vpogled.subject.IdentifierKind;

/**
 * A case of a customer with all six services, from acceptance to the bundle's being ready, against the slowest of the
 * five connectors alone. The hosting servers answer late, so that they are the slowest.
 */
record ServiceRow(Path folder, int delay) {
    private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar");

    Line measure() throws Exception {
        Path own = folder.resolve("service");
        Files.createDirectories(own);
        try (DemoWorld world = DemoWorld.start(LocalDate.now(TimeLimit.ZONE));
                FaultyProxy proxy = FaultyProxy.to(world.hosting().files().port())) {
            proxy.conduct(new FaultyProxy.Conduct.Delay(Duration.ofMillis(delay)));
            Map<String, String> environment = new HashMap<>(world.environment());
            environment.put("HOSTING_SFTP_PORT", Integer.toString(proxy.port()));
            ServiceProcess.Settings settings =
                    ServiceProcess.Settings.of(JAR, environment, folder.resolveSibling("bench-service.log"));
            try (ServiceProcess service = ServiceProcess.start(settings).awaitReady(Duration.ofMinutes(2))) {
                double alone = alone(own, environment);
                double together = together(world, service, own.resolve("bundle.zip"));
                String what = "verified to ready with five connectors";
                return new Line(
                        what,
                        String.format(Locale.ROOT, "%.1f s", together),
                        String.format(Locale.ROOT, "`hosting`, the slowest, alone %.1f s", alone),
                        String.format(Locale.ROOT, "%.2f ×", together / alone),
                        "≤ 1.15 ×");
            }
        } finally {
            Folders.delete(own);
        }
    }

    private static double alone(Path own, Map<String, String> environment) throws Exception {
        ConnectorDefinition definition =
                new DefinitionLoader().builtIn().find("hosting").orElseThrow();
        BenchCase bench = BenchCase.in(own);
        Extraction extraction = new Extraction(
                definition,
                bench.extract().run(),
                bench.extract().key(),
                bench.pair().toPublicJWK().toJSONObject());
        long start = System.nanoTime();
        extraction.run(
                bench.store(),
                environment,
                bench.scratch(),
                Identifier.of(IdentifierKind.CUSTOMER_NUMBER, DemoCustomers.COMPANY_NUMBER));
        return seconds(start);
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private static double together(DemoWorld world, ServiceProcess service, Path zip) throws Exception {
        try (CaseSteps steps = new CaseSteps(service.url())) {
            steps.submit("Čebelarstvo Kranjc", DemoCustomers.COMPANY_EMAIL);
            steps.confirm(world.mail(), DemoCustomers.COMPANY_EMAIL);
            long start = System.nanoTime();
            steps.accept();
            steps.await("in-review");
            double collected = seconds(start);
            steps.release();
            steps.await("ready");
            double seconds = seconds(start);
            System.err.printf(Locale.ROOT, "  collected after %.2f s, ready after %.2f s%n", collected, seconds);
            steps.download(zip);
            Commands.run(
                    zip.getParent(),
                    Commands.java("si.vpogled.bundle.verify.VerifyBundle", zip.toString())
                            .toArray(String[]::new));
            return seconds;
        }
    }
}
