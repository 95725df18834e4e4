package si.vpogled.web.portal;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import si.vpogled.collection.Connectors;
import si.vpogled.inventory.Inventory;
import si.vpogled.web.page.Page;
import si.vpogled.web.page.Pages;
import si.vpogled.web.problem.ProblemException;
import si.vpogled.web.problem.ProblemKind;

/** What is held of whom, for everybody to see. */
@Path("/inventory")
@PermitAll
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class InventoryPage {
    private final Pages pages;
    private final InventoryTable table;

    InventoryPage(Pages pages, Inventory inventory, Connectors connectors) {
        this.pages = pages;
        this.table = InventoryTable.of(inventory, connectors);
    }

    @CheckedTemplate(basePath = "portal")
    static class Templates {
        static native TemplateInstance inventory(Page page, InventoryTable table);

        static native TemplateInstance cell(
                Page page, InventoryTable table, InventoryTable.Row row, InventoryTable.Cell cell);
    }

    @GET
    public Response get() {
        return pages.html(Templates.inventory(pages.page(), table));
    }

    /** One cell by itself, to be linked to. */
    @GET
    @Path("/{service}/{row}")
    public Response cell(@PathParam("service") String service, @PathParam("row") String row) {
        return table.row(row)
                .flatMap(found -> found.cells().stream()
                        .filter(cell -> cell.service().id().equals(service))
                        .findFirst()
                        .map(cell -> pages.html(Templates.cell(pages.page(), table, found, cell))))
                .orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND, ""));
    }
}
