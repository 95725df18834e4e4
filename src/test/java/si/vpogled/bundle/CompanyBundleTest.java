package si.vpogled.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import si.vpogled.bundle.verify.VerifyBundle;
import si.vpogled.connector.definition.ConnectorDefinition;
import si.vpogled.connector.definition.DefinitionLoader;
import si.vpogled.demo.DemoWorld;
import si.vpogled.demo.SharedDemoWorld;
import si.vpogled.demo.people.DemoCustomers;
import si.vpogled.subject.Identifier;

/** The bundle of a company with all six services, from what the five connectors bring of the demo's backends. */
@ExtendWith(SharedDemoWorld.class)
@Tag("slow")
class CompanyBundleTest {
    private static Path zip;
    private static UnpackedBundle bundle;

    @BeforeAll
    static void assemble(DemoWorld world, @TempDir Path folder) throws Exception {
        TestCase company = new TestCase(folder);
        for (ConnectorDefinition definition : new DefinitionLoader().builtIn().all()) {
            company.run(
                    definition,
                    world.backendEnvironment(),
                    new Identifier.CustomerNumber(DemoCustomers.COMPANY_NUMBER));
        }
        zip = company.bundle();
        bundle = UnpackedBundle.of(zip);
    }

    @Test
    void everyJsonFileOutsideHostedContentFollowsItsSchema() throws IOException {
        Set<String> hosted = new TreeSet<>();
        for (JsonNode line : bundle.json("data/completeness.json").path("items")) {
            if (line.path("item").asText().matches(".*\\.user-data\\.(files|databases|log-records|site-content)")) {
                line.path("folders")
                        .forEach(folder ->
                                hosted.add("data/" + folder.path("path").asText()));
            }
        }

        assertThat(JsonSchemas.check(bundle, name -> hosted.stream().anyMatch(name::startsWith)))
                .hasSizeGreaterThan(30)
                .contains("data/domains/service-fulfilment/registry/" + DemoCustomers.COMPANY_DOMAIN + ".json");
    }

    @Test
    void itIsWholeAndSaysUntilWhenEachInvoiceIsKept() throws IOException {
        assertThat(VerifyBundle.run(java.util.List.of(zip.toString()), System.out))
                .isZero();
        for (JsonNode invoice :
                bundle.json("data/domains/legal-framework/invoices.json").path("records")) {
            int year = Integer.parseInt(invoice.path("issuedOn").asText().substring(0, 4));
            assertThat(invoice.path("keptUntil").asText()).isEqualTo(year + 10 + "-12-31");
        }
    }
}
