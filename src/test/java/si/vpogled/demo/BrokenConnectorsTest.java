package si.vpogled.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.definition.ConnectorDefinition;
import si.vpogled.connector.definition.DefinitionLoader;
import si.vpogled.connector.job.RunConnector;
import si.vpogled.connector.job.RunContext;
import si.vpogled.connector.job.TestReport;
import si.vpogled.connector.job.TestReport.Check;
import si.vpogled.demo.server.Ports;
import si.vpogled.demo.server.SftpServer;
import si.vpogled.storage.DirectoryStore;

/** The demo's real backends, with one thing broken at a time: the test says which, what is wrong, and what to do. */
@ExtendWith(SharedDemoWorld.class)
@Tag("slow")
class BrokenConnectorsTest {
    private static DemoWorld world;

    @TempDir
    Path folder;

    @BeforeAll
    static void start(DemoWorld shared) {
        world = shared;
    }

    @ParameterizedTest
    @CsvSource({
        "billing, VPOGLED_SECRET_BILLING_PASSWORD, refuses the user or the password",
        "hosting, VPOGLED_SECRET_HOSTING_PASSWORD, refuses the user or the password",
        "hosting, VPOGLED_SECRET_HOSTING_SFTP_PASSWORD, refuses the user or its credentials",
        "dostavljalec, VPOGLED_SECRET_DOSTAVLJALEC_TOKEN, the credentials are not accepted",
        "whois-domain, VPOGLED_SECRET_WHOIS_DOMAIN_CLIENT_SECRET, credentials"
    })
    void aWrongPassword(String connector, String secret, String words) throws Exception {
        assertThat(world.backendEnvironment()).containsKey(secret);

        TestReport report = test(definition(connector), Map.of(secret, "napačno"));

        assertThat(report.passed()).isFalse();
        assertThat(faults(report)).allSatisfy(check -> {
            assertThat(check.fault().orElseThrow().kind()).isEqualTo(FaultKind.MISCONFIGURED);
            assertThat(check.fault().orElseThrow().message()).contains(words).doesNotContain("napačno");
        });
    }

    @Test
    void aMissingColumnOfOneCollectionAndNoOther() throws Exception {
        TestReport report = test(changed(
                "billing", yaml -> yaml.replace("{name: number, from: number,", "{name: number, from: no_such,")));

        assertThat(faults(report)).isNotEmpty().allSatisfy(check -> {
            assertThat(check.part()).isEqualTo(TestReport.Part.COLLECTION);
            assertThat(check.fault().orElseThrow().kind()).isEqualTo(FaultKind.MISCONFIGURED);
            assertThat(check.fault().orElseThrow().message()).contains("no column no_such");
        });
        assertThat(report.checks().size()).isGreaterThan(faults(report).size());
    }

    @ParameterizedTest
    @CsvSource({"billing, from invoice, from no_such_table", "hosting, from hosting_package, from no_such_table"})
    void aMissingTable(String connector, String there, String gone) throws Exception {
        TestReport report = test(changed(connector, yaml -> yaml.replaceAll("(?i)" + there + "\\b", gone)));

        assertThat(faults(report))
                .isNotEmpty()
                .allSatisfy(check -> assertThat(check.fault().orElseThrow().message())
                        .contains("does not understand the query")
                        .contains("no_such_table"));
        assertThat(report.checks().size()).isGreaterThan(faults(report).size());
    }

    @ParameterizedTest
    @CsvSource({
        "dostavljalec, }/contacts, }/drugje, contact-lists|contacts",
        "whois-domain, /contacts, /drugje, contacts",
        "website-builder, 'submissions/{/id}', 'drugje/{/id}', contact-forms|submissions"
    })
    void aWrongPath(String connector, String there, String gone, String collection) throws Exception {
        TestReport report = test(changed(connector, yaml -> yaml.replace(there, gone)));

        assertThat(faults(report)).singleElement().satisfies(check -> {
            assertThat(check.name()).matches(collection);
            assertThat(check.fault().orElseThrow().kind()).isEqualTo(FaultKind.MISCONFIGURED);
            assertThat(check.fault().orElseThrow().message()).contains("drugje").contains("correct the read's path");
        });
    }

    @Test
    void aFolderThatIsNotThere() throws Exception {
        TestReport report = test(changed("hosting", yaml -> yaml.replace("root: \"hosting/", "root: \"ni-je/")));

        assertThat(faults(report))
                .isNotEmpty()
                .allSatisfy(check ->
                        assertThat(check.fault().orElseThrow().message()).contains("root of the read is not there"));
    }

    @Test
    void aServerWithAnotherKey() throws Exception {
        try (SftpServer other = SftpServer.start(Files.createDirectory(folder.resolve("other")))) {
            TestReport report = test(
                    definition("hosting"),
                    Map.of("HOSTING_SFTP_PORT", Integer.toString(other.port()), "HOSTING_SFTP_HOST", other.host()));

            assertThat(faults(report)).isNotEmpty().allSatisfy(check -> {
                assertThat(check.fault().orElseThrow().kind()).isEqualTo(FaultKind.MISCONFIGURED);
                assertThat(check.fault().orElseThrow().message()).contains("host key is not one that host-key names");
            });
        }
    }

    @ParameterizedTest
    @CsvSource({
        "billing, BILLING_JDBC_URL",
        "hosting, HOSTING_JDBC_URL",
        "dostavljalec, DOSTAVLJALEC_URL",
        "website-builder, WEBSITE_BUILDER_URL",
        "whois-domain, WHOIS_DOMAIN_URL",
        "whois-domain, WHOIS_DOMAIN_RDAP_URL"
    })
    void aBackendThatIsDown(String connector, String address) throws Exception {
        String down = world.backendEnvironment().get(address).replaceFirst(":\\d+", ":" + Ports.free());

        TestReport report = test(definition(connector), Map.of(address, down));

        assertThat(faults(report))
                .isNotEmpty()
                .allSatisfy(
                        check -> assertThat(check.fault().orElseThrow().kind()).isEqualTo(FaultKind.UNAVAILABLE));
        assertThat(Duration.between(report.started(), report.ended())).isLessThan(Duration.ofSeconds(60));
    }

    private TestReport test(ConnectorDefinition definition) throws Exception {
        return test(definition, Map.of());
    }

    private TestReport test(ConnectorDefinition definition, Map<String, String> broken) throws Exception {
        Map<String, String> environment = new TreeMap<>(world.backendEnvironment());
        environment.putAll(broken);
        RunContext context = new RunContext(
                InstantSource.system(),
                new DirectoryStore(folder.resolve("store"), InstantSource.system()),
                environment,
                folder,
                RunContext.Watcher.NONE);
        return new RunConnector().test(definition, Duration.ofMinutes(1), context);
    }

    private static List<Check> faults(TestReport report) {
        return report.checks().stream()
                .filter(check -> check.fault().isPresent())
                .toList();
    }

    private static ConnectorDefinition definition(String connector) {
        return new DefinitionLoader().builtIn().find(connector).orElseThrow();
    }

    private ConnectorDefinition changed(String connector, UnaryOperator<String> change) throws Exception {
        String yaml = Files.readString(Path.of("src/main/resources/connectors", connector + ".yaml"));
        String changed = change.apply(yaml);
        assertThat(changed).isNotEqualTo(yaml);
        Path definitions = Files.createDirectory(folder.resolve("definitions"));
        Files.writeString(definitions.resolve(connector + ".yaml"), changed);
        return new DefinitionLoader().fromFolder(definitions).find(connector).orElseThrow();
    }
}
