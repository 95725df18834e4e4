package si.vpogled.web.page;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/** Serves what pages are made of besides HTML. */
@Path("/assets/{version}/{name}")
@PermitAll
public class AssetResource {
    private final Assets assets;

    AssetResource(Assets assets) {
        this.assets = assets;
    }

    @GET
    public Response get(@PathParam("version") String version, @PathParam("name") String name) {
        Assets.Asset asset = assets.find(version, name).orElseThrow(NotFoundException::new);
        return Response.ok(asset.content())
                .type(asset.type() + ";charset=UTF-8")
                .header("Cache-Control", "public, max-age=31536000, immutable")
                .build();
    }
}
