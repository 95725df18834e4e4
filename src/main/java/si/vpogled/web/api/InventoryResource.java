package si.vpogled.web.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import si.vpogled.inventory.Inventory;

/** What the provider holds, by service. */
@Path("/api/v1/inventory")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@RunOnVirtualThread
@Tag(name = "For everybody")
public class InventoryResource {
    private final InventoryView view;

    InventoryResource(Inventory inventory) {
        this.view = InventoryView.of(inventory);
    }

    @GET
    @Operation(
            summary = "The data inventory",
            description = "The whole table, in both languages: which data items each service holds, why, how long, who"
                    + " else gets them, and how requests treat them.")
    public InventoryView readInventory() {
        return view;
    }
}
