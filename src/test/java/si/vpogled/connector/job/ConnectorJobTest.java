package si.vpogled.connector.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import si.vpogled.connector.JobProcess;
import si.vpogled.storage.DirectoryStore;
import si.vpogled.storage.Grant;
import si.vpogled.storage.StoreSettings;
import si.vpogled.storage.grant.GrantFile;
import si.vpogled.storage.s3.S3Settings;
import si.vpogled.storage.s3.S3Store;
import si.vpogled.testing.S3Server;

@Tag("slow")
class ConnectorJobTest {
    private static final String DEFINITION = """
            version: 1
            connector: shop
            title: {sl: Trgovina, en: Shop}
            needs: [email, customer-number]
            concurrency: 1
            limits: {seconds: 60, records: 1000, bytes: 1000000}
            sources:
              - {id: ledger, transport: jdbc, settings: {url: "${SHOP_URL}", user: u, password: {secret: password}}}
            collections:
              - id: customers
                title: {sl: Stranke, en: Customers}
                source: ledger
                services: [domains]
                row: legal-framework
                per: email
                read: {query: "select name from customer where email = :email"}
                fields: [{name: name, from: name, item: name, label: {sl: Ime, en: Name}}]
            """;

    private static final String NOBODY =
            OrderFileTest.ORDER.replace("{\"kind\": \"email\", \"value\": \"ana@example.test\"}", "");

    private static final String KEY = "requests/r/runs/1-1/extract";

    @TempDir
    Path folder;

    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void prepare() throws IOException {
        Path definitions = Files.createDirectories(folder.resolve("definitions"));
        Files.writeString(definitions.resolve("shop.yaml"), DEFINITION);
        Files.createDirectories(folder.resolve("store"));
        environment.put("VPOGLED_CONNECTORS_DIR", definitions.toString());
        environment.put("VPOGLED_STORE_DIRECTORY", folder.resolve("store").toString());
        environment.put("VPOGLED_ORDER", folder.resolve("order.json").toString());
        environment.put("VPOGLED_SECRET_SHOP_PASSWORD", "geslo");
    }

    @Test
    void anOrderIsCarriedOutWithoutTheServicesFramework() throws Exception {
        order(NOBODY);
        Path classes = folder.resolve("classes.log");

        JobProcess.End end = new JobProcess(folder, "-Xlog:class+load:file=" + classes).run(environment);

        assertThat(end.err()).isEmpty();
        assertThat(end.code()).isZero();
        assertThat(end.out()).contains("\"noneHeld\":1").contains("\"failed\":0");
        assertThat(folder.resolve("store/requests/r/runs/1-1.extract")).isNotEmptyFile();
        String loaded = Files.readString(classes);
        assertThat(loaded.contains("si.vpogled.connector.job.ConnectorJob")).isTrue();
        // the class path's log manager is found by the JDK itself, and is all there is of it
        assertThat(Stream.of(
                                "io.quarkus.runtime.",
                                "io.quarkus.arc.",
                                "jakarta.",
                                "io.vertx.",
                                "org.hibernate.",
                                "software.amazon.")
                        .filter(loaded::contains))
                .isEmpty();
    }

    @Test
    void anUnreachableBackendIsAnOutcomeAndNoFailureOfTheJob() throws Exception {
        order(OrderFileTest.ORDER);
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            environment.put("SHOP_URL", "jdbc:postgresql://127.0.0.1:" + taken.getLocalPort() + "/shop");
        }

        JobProcess.End end = new JobProcess(folder).run(environment);

        assertThat(end.code()).isZero();
        assertThat(end.out()).contains("\"failed\":1");
    }

    @Test
    void aTestTellsItsReport() throws Exception {
        order(OrderFileTest.ORDER.replace("\"collect\"", "\"test\""));

        JobProcess.End end = new JobProcess(folder).run(environment);

        assertThat(end.code()).isZero();
        assertThat(end.out()).contains("\"part\":\"source\"").contains("SHOP_URL");
        assertThat(folder.resolve("store/requests")).doesNotExist();
    }

    @Test
    void anOrderThatIsNoneEndsAsMisconfiguredWithAReason() throws Exception {
        order(OrderFileTest.ORDER.replace("requests/r", "../r"));

        JobProcess.End end = new JobProcess(folder).run(environment);

        assertThat(end.code()).isEqualTo(ExitCode.MISCONFIGURED.number());
        assertThat(end.err()).contains("/destination").doesNotContain("\tat ");
    }

    @Test
    void aDefinitionThatIsWrongEndsAsMisconfiguredWithItsLine() throws Exception {
        order(NOBODY);
        Files.writeString(folder.resolve("definitions/shop.yaml"), DEFINITION.replace("jdbc", "odbc"));

        JobProcess.End end = new JobProcess(folder).run(environment);

        assertThat(end.code()).isEqualTo(ExitCode.MISCONFIGURED.number());
        assertThat(end.err()).contains("shop.yaml:8:");
    }

    @Test
    void withoutAStoreThereIsNothingToDo() throws Exception {
        order(NOBODY);
        environment.remove("VPOGLED_STORE_DIRECTORY");

        JobProcess.End end = new JobProcess(folder).run(environment);

        assertThat(end.code()).isEqualTo(ExitCode.MISCONFIGURED.number());
        assertThat(end.err()).contains("VPOGLED_GRANT", "VPOGLED_STORE_DIRECTORY");
    }

    @Test
    void anExtractGoesIntoABucketByWhatIsGrantedAndByNothingElse() throws Exception {
        order(NOBODY);
        environment.remove("VPOGLED_STORE_DIRECTORY");
        environment.put("VPOGLED_GRANT", folder.resolve("grant.json").toString());
        Path classes = folder.resolve("classes.log");
        try (S3Server server = S3Server.start(folder.resolve("s3"))) {
            S3Store store = new S3Store(S3Settings.of(StoreSettings.of(server.environment())));
            grant(store.grant(KEY, new Grant.Terms(1_000_000, Duration.ofHours(1))));

            JobProcess.End end = new JobProcess(folder, "-Xlog:class+load:file=" + classes).run(environment);

            assertThat(end.err()).isEmpty();
            assertThat(end.code()).isZero();
            assertThat(server.kept()).containsExactly(KEY);
            assertThat(Files.readString(classes).contains("software.amazon."))
                    .as("the store's client is loaded")
                    .isFalse();

            JobProcess.End again = new JobProcess(folder).run(environment);

            assertThat(again.code()).isEqualTo(ExitCode.UNAVAILABLE.number());
            assertThat(again.err()).contains("does not know the upload").doesNotContain("Signature", "\tat ");
        }
    }

    @Test
    void anExtractGoesIntoAFolderThatIsItsOwn() throws Exception {
        order(NOBODY);
        environment.remove("VPOGLED_STORE_DIRECTORY");
        environment.put("VPOGLED_GRANT", folder.resolve("grant.json").toString());
        DirectoryStore store = new DirectoryStore(folder.resolve("store"), InstantSource.system());
        grant(store.grant(KEY, new Grant.Terms(1_000_000, Duration.ofHours(1))));
        Path left = Files.createFile(folder.resolve("store/" + KEY).resolveSibling("killed.part"));

        JobProcess.End end = new JobProcess(folder).run(environment);

        assertThat(end.err()).isEmpty();
        assertThat(store.exists(KEY)).isTrue();
        assertThat(left).doesNotExist();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("store/" + KEY))))
                .isEqualTo("rw-r-----");
    }

    private void grant(Grant grant) throws IOException {
        Files.writeString(folder.resolve("grant.json"), GrantFile.write(grant));
    }

    @Test
    void aSignalEndsItPromptlyAndLeavesNothing() throws Exception {
        order(OrderFileTest.ORDER);
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            environment.put("SHOP_URL", "jdbc:postgresql://127.0.0.1:" + silent.getLocalPort() + "/shop");
            JobProcess job = new JobProcess(folder);
            Process process = job.start(environment);
            try (Socket connected = silent.accept()) {
                assertThat(connected.isConnected()).isTrue();

                process.destroy();

                assertThat(job.end(process).code()).isEqualTo(ExitCode.STOPPED.number());
            }
        }
        try (Stream<Path> files = Files.walk(folder.resolve("store"))) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }

    private void order(String json) throws IOException {
        Files.writeString(folder.resolve("order.json"), json);
    }
}
