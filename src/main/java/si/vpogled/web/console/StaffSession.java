package si.vpogled.web.console;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import si.vpogled.web.security.StaffDoor;
import si.vpogled.web.security.oidc.ProviderSession;

/**
 * When the session ends of a member of staff, asked by a page's script, and its extension by whoever is warned of that.
 * Who has no session is led to sign in.
 */
@Path("/console/session")
@PermitAll
@RunOnVirtualThread
public class StaffSession {
    private static final URI SIGN_IN = URI.create("/console/sign-in");

    private final StaffDoor door;
    private final ProviderSession provider;

    StaffSession(StaffDoor door, ProviderSession provider) {
        this.door = door;
        this.provider = provider;
    }

    @GET
    public Response look() {
        return (provider.used() ? provider.end() : door.sessionEnd())
                .map(end -> Response.ok(end, MediaType.APPLICATION_JSON_TYPE))
                .orElseGet(() -> Response.seeOther(SIGN_IN))
                .build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response extend() {
        if (provider.used()) {
            provider.stay();
        } else {
            door.stay();
        }
        return look();
    }
}
