package si.vpogled.web.console;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import si.vpogled.collection.CheckConnector;
import si.vpogled.collection.Connectors;
import si.vpogled.connector.definition.ConnectorDefinition;
import si.vpogled.connector.job.TestReport;
import si.vpogled.inventory.Inventory;
import si.vpogled.request.Role;
import si.vpogled.subject.IdentifierKind;
import si.vpogled.text.Text;
import si.vpogled.web.page.Page;
import si.vpogled.web.page.Pages;
import si.vpogled.web.security.StaffActor;
import si.vpogled.web.words.FaultWords;

/** The sources of this installation, and checking that they answer. */
@Path("/console/connectors")
@RolesAllowed({"clerk", "approver"})
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class ConnectorPages {
    private final Pages pages;
    private final Connectors connectors;
    private final Inventory inventory;
    private final CheckConnector check;
    private final StaffActor staff;

    ConnectorPages(Pages pages, Connectors connectors, Inventory inventory, CheckConnector check, StaffActor staff) {
        this.pages = pages;
        this.connectors = connectors;
        this.inventory = inventory;
        this.check = check;
        this.staff = staff;
    }

    @CheckedTemplate(basePath = "console")
    static class Templates {
        static native TemplateInstance connectors(
                Page page, List<Source> sources, boolean mayTest, Optional<Tested> tested);
    }

    record Source(
            String id,
            Text title,
            String needs,
            String yields,
            String transports,
            int concurrency,
            List<Collected> collections) {}

    record Collected(Text title, String services, Text row, int items) {}

    record Tested(String connector, boolean passed, List<Line> lines) {}

    /**
     * @param trouble empty where all is well
     */
    record Line(String part, String name, Optional<RunLine.Trouble> trouble) {}

    @GET
    @RolesAllowed({"clerk", "approver", "auditor"})
    public Response get() {
        return show(pages.page(), Optional.empty());
    }

    @POST
    @Path("/{connector}/test")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response test(@PathParam("connector") String connector) throws InterruptedException {
        Page page = pages.page();
        TestReport report = check.check(connector, staff.actor());
        List<Line> lines =
                report.checks().stream().map(checked -> line(checked, page)).toList();
        return show(
                page.at(URI.create("/console/connectors")), Optional.of(new Tested(connector, report.passed(), lines)));
    }

    private Response show(Page page, Optional<Tested> tested) {
        boolean mayTest = staff.actor().roles().stream().anyMatch(role -> role != Role.AUDITOR);
        List<Source> sources = connectors.all().stream()
                .map(definition -> source(definition, page))
                .toList();
        return pages.html(Templates.connectors(page, sources, mayTest, tested));
    }

    private Source source(ConnectorDefinition definition, Page page) {
        return new Source(
                definition.connector(),
                definition.title(),
                kinds(definition.needs(), page),
                kinds(definition.yields(), page),
                definition.sources().stream()
                        .map(ConnectorDefinition.SourceDefinition::transport)
                        .distinct()
                        .collect(Collectors.joining(", ")),
                definition.concurrency(),
                definition.collections().stream()
                        .map(collection -> collected(collection, page))
                        .toList());
    }

    private Collected collected(ConnectorDefinition.CollectionDefinition collection, Page page) {
        return new Collected(
                collection.title(),
                collection.services().stream()
                        .map(service -> page.text(inventory.service(service).name()))
                        .collect(Collectors.joining(", ")),
                inventory.rows().stream()
                        .filter(row -> row.id().equals(collection.row()))
                        .map(Inventory.Row::name)
                        .findFirst()
                        .orElseThrow(),
                collection.items().size());
    }

    private static String kinds(List<IdentifierKind> kinds, Page page) {
        return kinds.stream().map(page.messages(DeskMessages.class)::kind).collect(Collectors.joining(", "));
    }

    private static Line line(TestReport.Check checked, Page page) {
        ConnectorMessages messages = page.messages(ConnectorMessages.class);
        String part = switch (checked.part()) {
            case SOURCE -> messages.partSource();
            case IDENTIFY -> messages.partIdentify();
            case COLLECTION -> messages.partCollection();
        };
        return new Line(
                part,
                checked.name(),
                checked.fault()
                        .map(fault -> new RunLine.Trouble(
                                FaultWords.label(fault.kind()), fault.message(), FaultWords.advice(fault.kind()))));
    }
}
