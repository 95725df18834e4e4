package si.vpogled.web.portal;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import si.vpogled.inventory.Inventory;
import si.vpogled.web.page.Page;
import si.vpogled.web.page.Pages;

/** What one can ask for, how it goes and what is needed. */
@Path("/")
@PermitAll
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class StartPage {
    private final Pages pages;
    private final Inventory inventory;

    StartPage(Pages pages, Inventory inventory) {
        this.pages = pages;
        this.inventory = inventory;
    }

    @CheckedTemplate(basePath = "portal")
    static class Templates {
        static native TemplateInstance start(Page page, List<Inventory.ServiceColumn> services);
    }

    @GET
    public Response get() {
        return pages.html(Templates.start(pages.page(), inventory.services()));
    }
}
