package si.vpogled.demo;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import si.vpogled.demo.backend.Backend;
import si.vpogled.demo.backend.billing.BillingBackend;
import si.vpogled.demo.backend.dostavljalec.DostavljalecBackend;
import si.vpogled.demo.backend.hosting.HostingBackend;
import si.vpogled.demo.backend.website.WebsiteBuilderBackend;
import si.vpogled.demo.backend.whois.WhoisDomainBackend;
import si.vpogled.demo.people.Population;
import si.vpogled.demo.server.Folders;
import si.vpogled.demo.server.MailServer;
import si.vpogled.demo.server.Ports;
import si.vpogled.demo.server.PostgresServer;

/**
 * All that the service needs around it, running and filled: its database, mail, and the provider's five backends. The
 * service itself is a {@link ServiceProcess}.
 */
public final class DemoWorld implements AutoCloseable {
    public static final long SEED = 20260427;
    private static final String DATABASE = "vpogled";
    private static final String DATABASE_PASSWORD = "vpogled-demo";
    private static final String MASTER_KEY =
            Base64.getEncoder().encodeToString("demo-only: 32 bytes, no secret!!".getBytes());

    private final Path folder;
    private final boolean temporary;
    private final Population population;
    private final int mailboxPort;
    private final List<AutoCloseable> running = new ArrayList<>();
    private PostgresServer postgres;
    private MailServer mail;
    private BillingBackend billing;
    private WhoisDomainBackend whois;
    private HostingBackend hosting;
    private DostavljalecBackend dostavljalec;
    private WebsiteBuilderBackend websites;

    private DemoWorld(Path folder, boolean temporary, Population population, int mailboxPort) {
        this.folder = folder.toAbsolutePath();
        this.temporary = temporary;
        this.population = population;
        this.mailboxPort = mailboxPort;
    }

    /** A small world in a folder that is deleted when it is closed; its dates lie before this day. */
    public static DemoWorld start(LocalDate today) {
        return new DemoWorld(Folders.temporary("world"), true, Population.of(SEED, today, 1), 0).started();
    }

    /** On a folder that stays, with the cases of earlier runs; their mails are gone. */
    public static DemoWorld start(Path folder, Population population, int mailboxPort) {
        return new DemoWorld(folder, false, population, mailboxPort).started();
    }

    private DemoWorld started() {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var database = run(threads, () -> {
                postgres = keep(PostgresServer.start(folder.resolve("postgres")));
                postgres.createDatabase(DATABASE, DATABASE, DATABASE_PASSWORD);
                billing = keep(BillingBackend.on(postgres, population));
            });
            var panel = run(threads, () -> hosting = keep(HostingBackend.start(population, folder.resolve("hosting"))));
            mail = keep(MailServer.start(Ports.free(), mailboxPort));
            whois = keep(WhoisDomainBackend.start(population));
            dostavljalec = keep(DostavljalecBackend.start(population));
            websites = keep(WebsiteBuilderBackend.start(population));
            CompletableFuture.allOf(database, panel).join();
            return this;
        } catch (CompletionException e) {
            close();
            throw new IllegalStateException(
                    "The demo world did not start: " + e.getCause().getMessage(), e.getCause());
        }
    }

    private static CompletableFuture<Void> run(ExecutorService threads, Runnable part) {
        return CompletableFuture.runAsync(part, threads);
    }

    private synchronized <T extends AutoCloseable> T keep(T started) {
        running.add(started);
        return started;
    }

    public Population population() {
        return population;
    }

    public MailServer mail() {
        return mail;
    }

    public PostgresServer postgres() {
        return postgres;
    }

    public BillingBackend billing() {
        return billing;
    }

    public WhoisDomainBackend whois() {
        return whois;
    }

    public HostingBackend hosting() {
        return hosting;
    }

    public DostavljalecBackend dostavljalec() {
        return dostavljalec;
    }

    public WebsiteBuilderBackend websites() {
        return websites;
    }

    /** Where the service keeps extracts and bundles. */
    public Path store() {
        return folder.resolve("store");
    }

    public Path folder() {
        return folder;
    }

    public List<Backend> backends() {
        return List.of(billing, whois, hosting, dostavljalec, websites);
    }

    /** Only what the connectors' definitions name. */
    public Map<String, String> backendEnvironment() {
        Map<String, String> environment = new LinkedHashMap<>();
        backends().forEach(backend -> {
            environment.putAll(backend.environment());
            environment.putAll(backend.erasing());
        });
        return Map.copyOf(environment);
    }

    /** The service's whole environment but for its port and address, which {@link ServiceProcess} adds. */
    public Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>(backendEnvironment());
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", postgres.jdbcUrl(DATABASE));
        environment.put("QUARKUS_DATASOURCE_USERNAME", DATABASE);
        environment.put("QUARKUS_DATASOURCE_PASSWORD", DATABASE_PASSWORD);
        environment.put("QUARKUS_MAILER_HOST", "127.0.0.1");
        environment.put("QUARKUS_MAILER_PORT", Integer.toString(mail.smtpPort()));
        environment.put("QUARKUS_MAILER_FROM", "zasebnost@gostovanje-lipa.si");
        environment.put("QUARKUS_MAILER_MOCK", "false");
        environment.put("QUARKUS_MAILER_START_TLS", "DISABLED");
        environment.put("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "false");
        environment.put("VPOGLED_MASTER_KEY", MASTER_KEY);
        environment.put("VPOGLED_STORE_DIRECTORY", store().toString());
        environment.put("VPOGLED_REQUEST_RIGHTS_OFFERED", "access,portability,erasure");
        // nobody stands before the service who would have to hear first that it ends
        environment.put("QUARKUS_SHUTDOWN_DELAY", "0s");
        // everybody here comes from one network, and few people ask often
        for (String limit : List.of("SUBMISSION", "SIGN_IN", "CODE", "MESSAGE")) {
            environment.put("VPOGLED_LIMITS_" + limit + "_NETWORK", "1000/1m");
            environment.put("VPOGLED_LIMITS_" + limit + "_PERSON", "1000/1m");
        }
        environment.putAll(DemoStaff.environment());
        environment.putAll(DemoBrand.environment(folder));
        return Map.copyOf(environment);
    }

    @Override
    public void close() {
        RuntimeException first = null;
        for (AutoCloseable part : running.reversed()) {
            try {
                part.close();
            } catch (Exception e) {
                first = first == null ? new IllegalStateException("A part of the demo did not stop", e) : first;
            }
        }
        running.clear();
        if (temporary) {
            Folders.delete(folder);
        }
        if (first != null) {
            throw first;
        }
    }
}
