package si.vpogled.web.api.staff;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import si.vpogled.collection.CheckConnector;
import si.vpogled.collection.Connectors;
import si.vpogled.connector.definition.ConnectorDefinition;
import si.vpogled.connector.definition.SourceDefinition;
import si.vpogled.connector.job.TestReport;
import si.vpogled.inventory.ItemId;
import si.vpogled.subject.IdentifierKind;
import si.vpogled.text.Language;
import si.vpogled.web.problem.ReaderLanguage;
import si.vpogled.web.security.StaffActor;
import si.vpogled.web.words.FaultWords;

/** The sources of this installation. */
@Path("/api/v1/staff/connectors")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"clerk", "approver", "auditor"})
@RunOnVirtualThread
@SecurityRequirement(name = "staff")
@Tag(name = "For staff")
public class ConnectorsResource {
    private final Connectors connectors;
    private final CheckConnector check;
    private final StaffActor staff;
    private final ReaderLanguage reader;

    ConnectorsResource(Connectors connectors, CheckConnector check, StaffActor staff, ReaderLanguage reader) {
        this.connectors = connectors;
        this.check = check;
        this.staff = staff;
        this.reader = reader;
    }

    @Schema(name = "ConnectorList", description = "The sources of this installation.")
    record ConnectorList(List<Connector> connectors) {}

    @Schema(name = "Connector", description = "A source: what it needs to know, what it adds, what it answers for.")
    record Connector(
            @Schema(examples = "billing") String connector,
            @Schema(examples = "Obračun") String title,

            @Schema(description = "Kinds of identifier, any of which it can start from.")
            List<String> needs,

            @Schema(description = "Kinds of identifier that it adds.")
            List<String> yields,

            @Schema(description = "Transports of its sources.")
            List<String> transports,

            @Schema(description = "The inventory items that it answers for.")
            List<String> items) {
        static Connector of(ConnectorDefinition definition, Language language) {
            return new Connector(
                    definition.connector(),
                    definition.title().in(language),
                    definition.needs().stream().map(IdentifierKind::key).toList(),
                    definition.yields().stream().map(IdentifierKind::key).toList(),
                    definition.sources().stream()
                            .map(SourceDefinition::transport)
                            .distinct()
                            .toList(),
                    definition.items().stream().map(ItemId::toString).toList());
        }
    }

    @GET
    @Operation(summary = "The sources", description = "Each connector's definition in short.")
    public ConnectorList listConnectors() {
        return new ConnectorList(connectors.all().stream()
                .map(definition -> Connector.of(definition, reader.language()))
                .toList());
    }

    @Schema(name = "ConnectorTest", description = "What a test of a connector found.")
    record ConnectorTest(
            @Schema(examples = "billing") String connector,
            boolean passed,
            Instant started,
            Instant ended,
            List<Check> checks) {
        static ConnectorTest of(TestReport report, Language language) {
            return new ConnectorTest(
                    report.connector(),
                    report.passed(),
                    report.started(),
                    report.ended(),
                    report.checks().stream()
                            .map(check -> new Check(
                                    check.part().name().toLowerCase(Locale.ROOT),
                                    check.name(),
                                    check.fault()
                                            .map(fault -> TellRuns.trouble(
                                                    fault, FaultWords.adviceAfterTest(fault.kind()), language))))
                            .toList());
        }
    }

    @Schema(name = "ConnectorCheck", description = "One thing that was checked.")
    record Check(
            @Schema(enumeration = {"source", "identify", "collection"})
            String part,

            @Schema(examples = "invoices") String name,

            @Schema(description = "Left out where all is well.")
            Optional<CaseFile.Trouble> fault) {}

    @POST
    @Path("{connector}/test")
    @RolesAllowed({"clerk", "approver"})
    @Operation(
            summary = "Test a source",
            description =
                    "Checks address, credentials and every read, without reading anybody's data. Ends within half a"
                            + " minute.")
    public ConnectorTest testConnector(@PathParam("connector") String connector) throws InterruptedException {
        return ConnectorTest.of(check.check(ConnectorName.of(connector), staff.actor()), reader.language());
    }
}
