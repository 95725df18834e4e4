package si.vpogled.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.CountDownLatch;
import si.vpogled.demo.people.DemoCustomers;
import si.vpogled.demo.people.Population;
import si.vpogled.demo.server.Leftover;
import si.vpogled.demo.server.Ports;

/** {@code make demo}: the whole world and the service. Takes {@link DemoOptions}. Ctrl-C ends everything. */
public final class Demo {
    private Demo() {}

    public static void main(String[] arguments) throws InterruptedException {
        try {
            run(DemoOptions.of(arguments));
        } catch (IllegalArgumentException | IllegalStateException | IOException e) {
            System.err.println(e.getMessage());
            // servers that did start would keep the process alive
            System.exit(1);
        }
        new CountDownLatch(1).await();
    }

    private static void run(DemoOptions options) throws IOException {
        if (!Files.exists(options.jar())) {
            throw new IllegalStateException("There is no " + options.jar() + ": build it first (make demo does).");
        }
        DemoLog.begin();
        System.out.println("Starting the demo's databases, mail and backends …");
        Path folder = options.folder();
        Leftover.end(folder.resolve("service.pid"), options.jar());
        Population population = Population.of(DemoWorld.SEED, LocalDate.now(), options.factor());
        DemoWorld world = DemoWorld.start(folder, population, Ports.preferably(options.mailbox()));
        ServiceProcess service = ServiceProcess.start(
                ServiceProcess.Settings.of(options.jar(), world.environment(), folder.resolve("service.log"))
                        .onPort(Ports.preferably(options.port())));
        Files.writeString(folder.resolve("service.pid"), Long.toString(service.pid()));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(world, service), "end-of-demo"));
        service.awaitReady(Duration.ofMinutes(2));
        System.out.println(welcome(world, service));
    }

    private static void end(DemoWorld world, ServiceProcess service) {
        service.close();
        world.close();
    }

    private static String welcome(DemoWorld world, ServiceProcess service) {
        StringBuilder text = new StringBuilder(
                """

                Vpogled is ready.

                  Portal    %1$s/
                  Console   %1$s/console
                  Mailbox   %2$s/
                  API       %1$s/q/swagger-ui
                  Health    %4$s/q/health
                  Metrics   %4$s/q/metrics
                  Log       %3$s

                Staff:
                """.formatted(service.url(), world.mail().pageUrl(), service.log(), service.managementUrl()));
        for (DemoStaff one : DemoStaff.ALL) {
            text.append("  %-9s user %s, password %s%n".formatted(one.role(), one.name(), one.password()));
        }
        text.append("\nCustomers (ask in the portal with one of these addresses, then open the mailbox):\n");
        line(text, DemoCustomers.PRIVATE_EMAIL, "a private customer: a domain and hosting");
        line(text, DemoCustomers.COMPANY_EMAIL, "a company with all six services, twelve years");
        line(text, DemoCustomers.NEWSLETTER_EMAIL, "Dostavljalec with 100,000 contacts");
        line(text, DemoCustomers.PATCHMAN_EMAIL, "VPS with Patchman, and in charge of somebody else's domain");
        line(text, DemoCustomers.NO_PATCHMAN_EMAIL, "VPS without Patchman, and two packages with one FTP login");
        line(text, DemoCustomers.LARGE_EMAIL, "the large hosting account");
        line(text, DemoCustomers.CHANGED_EMAIL, "the address changed last week");
        line(text, DemoCustomers.TWO_EMAIL, "two accounts with one address");
        line(text, DemoCustomers.STRANGER_EMAIL, "no customer, but in others' contacts and mail");
        return text.append("\nCtrl-C ends everything.").toString();
    }

    private static void line(StringBuilder text, String email, String what) {
        text.append("  %-36s %s%n".formatted(email, what));
    }
}
