package si.vpogled.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import si.vpogled.connector.job.ConnectorJob;
import si.vpogled.demo.DemoStaff;
import si.vpogled.demo.DemoWorld;
import si.vpogled.demo.backend.billing.BillingBackend;
import si.vpogled.demo.backend.whois.WhoisDomainBackend;
import si.vpogled.demo.people.DemoCustomers;
import si.vpogled.demo.people.Population;
import si.vpogled.demo.server.MailServer;
import si.vpogled.demo.server.PostgresServer;
import si.vpogled.demo.server.SftpServer;
import si.vpogled.storage.seal.Sha256;

/** As much of the demo world as a build has the libraries for: one customer's domains, and a few files. */
final class TrainingWorld implements AutoCloseable {
    private static final String DATABASE = "vpogled";
    private static final String PASSWORD = "training";
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 31);

    private final Path folder;
    private final List<AutoCloseable> running = new ArrayList<>();
    private final PostgresServer postgres;
    private final MailServer mail;
    private final BillingBackend billing;
    private final WhoisDomainBackend whois;
    private final SftpServer files;

    TrainingWorld(Path folder) {
        this.folder = folder;
        Population population = Population.of(DemoWorld.SEED, TODAY, 1);
        postgres = keep(PostgresServer.start(folder.resolve("postgres")));
        postgres.createDatabase(DATABASE, DATABASE, PASSWORD);
        billing = keep(BillingBackend.on(postgres, population));
        whois = keep(WhoisDomainBackend.start(population));
        mail = keep(MailServer.start());
        files = keep(SftpServer.start(files()).user(DATABASE, PASSWORD));
    }

    private <T extends AutoCloseable> T keep(T started) {
        running.add(started);
        return started;
    }

    /** One that compresses, and one that does not. */
    private Path files() {
        try {
            Path account = Files.createDirectories(folder.resolve("files").resolve(DemoCustomers.COMPANY_NUMBER));
            Files.writeString(account.resolve("index.html"), "<!doctype html><p>Čebele</p>\n".repeat(1_000));
            Files.write(account.resolve("logo.jpg"), new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0});
            return account.getParent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    MailServer mail() {
        return mail;
    }

    Path folder() {
        return folder;
    }

    /** It is told that its definition was checked, as the service tells it: what checks is not to be in its cache. */
    Map<String, String> job(Path order, Path definition) throws IOException {
        Map<String, String> environment = backends();
        environment.put("VPOGLED_ORDER", order.toString());
        environment.put("VPOGLED_CONNECTORS_DIR", definition.getParent().toString());
        environment.put(ConnectorJob.CHECKED, Sha256.hex(Files.readAllBytes(definition)));
        environment.put("TRAINING_FILES", files.root().toString());
        environment.put("TRAINING_SFTP_HOST", files.host());
        environment.put("TRAINING_SFTP_PORT", Integer.toString(files.port()));
        environment.put("TRAINING_SFTP_HOST_KEY", files.hostKey());
        environment.put("VPOGLED_SECRET_TRAINING_LEDGER_PASSWORD", environment.get("VPOGLED_SECRET_BILLING_PASSWORD"));
        environment.put(
                "VPOGLED_SECRET_TRAINING_PANEL_SECRET", environment.get("VPOGLED_SECRET_WHOIS_DOMAIN_CLIENT_SECRET"));
        environment.put("VPOGLED_SECRET_TRAINING_SERVER_PASSWORD", PASSWORD);
        return environment;
    }

    Map<String, String> service() {
        Map<String, String> environment = backends();
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", postgres.jdbcUrl(DATABASE));
        environment.put("QUARKUS_DATASOURCE_USERNAME", DATABASE);
        environment.put("QUARKUS_DATASOURCE_PASSWORD", PASSWORD);
        environment.put("QUARKUS_MAILER_HOST", "127.0.0.1");
        environment.put("QUARKUS_MAILER_PORT", Integer.toString(mail.smtpPort()));
        environment.put("QUARKUS_MAILER_START_TLS", "DISABLED");
        environment.put(
                "VPOGLED_MASTER_KEY",
                Base64.getEncoder().encodeToString("only for training: 32 bytes long".getBytes()));
        environment.put("VPOGLED_BASE_URL", "http://127.0.0.1:8080");
        environment.put("VPOGLED_BUNDLE_REHEARSE_AFTER", "1s");
        environment.putAll(DemoStaff.environment());
        return environment;
    }

    private Map<String, String> backends() {
        Map<String, String> environment = new LinkedHashMap<>(billing.environment());
        environment.putAll(whois.environment());
        // of connectors that nobody calls here
        environment.put("HOSTING_JDBC_URL", "jdbc:mariadb://127.0.0.1:1/nobody");
        for (String variable : List.of("HOSTING_USER", "HOSTING_SFTP_USER", "WEBSITE_BUILDER_USER")) {
            environment.put(variable, "nobody");
        }
        environment.put("HOSTING_SFTP_HOST", "127.0.0.1");
        environment.put("HOSTING_SFTP_PORT", "1");
        environment.put("HOSTING_SFTP_HOST_KEY", files.hostKey());
        environment.put("DOSTAVLJALEC_URL", "http://127.0.0.1:1");
        environment.put("WEBSITE_BUILDER_URL", "http://127.0.0.1:1");
        environment.put("VPOGLED_STORE_DIRECTORY", folder.resolve("store").toString());
        return environment;
    }

    @Override
    public void close() throws Exception {
        for (AutoCloseable part : running.reversed()) {
            part.close();
        }
    }
}
