package si.vpogled.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.slf4j.LoggerFactory;
import si.vpogled.demo.people.DemoCustomers;
import si.vpogled.demo.people.Population;
import si.vpogled.demo.server.Leftover;
import si.vpogled.demo.server.Ports;

/**
 * {@code make demo}: the whole world and the service. Arguments: the jar, the folder that keeps the demo's data, the
 * factor of its size. Ctrl-C ends everything.
 */
public final class Demo {
    private static final int PORT = 8080;
    private static final int MAILBOX_PORT = 8025;

    private Demo() {}

    public static void main(String[] arguments) throws InterruptedException, IOException {
        Path jar = Path.of(argument(arguments, 0, "target/quarkus-app/quarkus-run.jar"));
        Path folder = Path.of(argument(arguments, 1, "target/demo"));
        int factor = Integer.parseInt(argument(arguments, 2, "1"));
        if (!Files.exists(jar)) {
            System.err.println("There is no " + jar + ": build it first (make demo does).");
            System.exit(2);
        }
        quiet();
        System.out.println("Starting the demo's databases, mail and backends …");
        Leftover.end(folder.resolve("service.pid"), jar);
        Population population = Population.of(DemoWorld.SEED, LocalDate.now(), factor);
        DemoWorld world = DemoWorld.start(folder, population, Ports.preferably(MAILBOX_PORT));
        ServiceProcess service =
                ServiceProcess.start(ServiceProcess.Settings.of(jar, world.environment(), folder.resolve("service.log"))
                        .onPort(Ports.preferably(Integer.getInteger("demo.port", PORT))));
        Files.writeString(folder.resolve("service.pid"), Long.toString(service.pid()));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(world, service), "end-of-demo"));
        service.awaitReady(Duration.ofMinutes(2));
        System.out.println(welcome(world, service));
        new CountDownLatch(1).await();
    }

    /** Warnings only; and the one logging library before the threads that would all begin it. */
    private static void quiet() {
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        Logger.getLogger("").setLevel(Level.WARNING);
        LoggerFactory.getILoggerFactory();
    }

    private static String argument(String[] arguments, int index, String otherwise) {
        return arguments.length > index && !arguments[index].isBlank() ? arguments[index] : otherwise;
    }

    private static void end(DemoWorld world, ServiceProcess service) {
        service.close();
        world.close();
    }

    private static String welcome(DemoWorld world, ServiceProcess service) {
        StringBuilder text =
                new StringBuilder("""

                Vpogled is ready.

                  Portal    %1$s/
                  Console   %1$s/console
                  Mailbox   %2$s/
                  API       %1$s/q/swagger-ui
                  Log       %3$s

                Staff:
                """.formatted(service.url(), world.mail().pageUrl(), service.log()));
        for (DemoStaff one : DemoStaff.ALL) {
            text.append("  %-9s user %s, password %s%n".formatted(one.role(), one.name(), one.password()));
        }
        text.append("\nCustomers (ask in the portal with one of these addresses, then open the mailbox):\n");
        line(text, DemoCustomers.PRIVATE_EMAIL, "a private customer: a domain and hosting");
        line(text, DemoCustomers.COMPANY_EMAIL, "a company with all six services, twelve years");
        line(text, DemoCustomers.NEWSLETTER_EMAIL, "Dostavljalec with 100,000 contacts");
        line(text, DemoCustomers.PATCHMAN_EMAIL, "VPS with Patchman");
        line(text, DemoCustomers.NO_PATCHMAN_EMAIL, "VPS without Patchman");
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
