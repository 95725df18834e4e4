package si.vpogled.web.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import si.vpogled.web.security.ForSubject;

/** Downloads of an answer: resumable, by single ranges (RFC 9110 section 14). */
@Path("/api/v1/requests/{reference}/bundles/{number}")
@PermitAll
@RunOnVirtualThread
@SecurityRequirement(name = "subject")
@Tag(name = "For the subject")
public class BundleResource {
    private final OwnCase own;
    private final SendBundle send;

    BundleResource(OwnCase own, SendBundle send) {
        this.own = own;
        this.send = send;
    }

    @GET
    @ForSubject
    @Operation(
            summary = "Download an answer",
            description = "A ZIP file: a signed BagIt bag. Broken downloads go on with Range and If-Range; the ETag is"
                    + " the file's SHA-256.")
    @APIResponse(
            responseCode = "200",
            description = "The whole file.",
            headers = {
                @Header(
                        name = "ETag",
                        description = "SHA-256 of the file.",
                        schema = @Schema(implementation = String.class)),
                @Header(name = "Accept-Ranges", description = "bytes", schema = @Schema(implementation = String.class))
            },
            content =
                    @Content(
                            mediaType = SendBundle.ZIP,
                            schema = @Schema(implementation = String.class, format = "binary")))
    @APIResponse(
            responseCode = "206",
            description = "The part asked for.",
            content =
                    @Content(
                            mediaType = SendBundle.ZIP,
                            schema = @Schema(implementation = String.class, format = "binary")))
    public Response downloadBundle(
            @PathParam("reference") String reference,
            @PathParam("number") int number,
            @Parameter(description = "One range, such as bytes=1048576-") @HeaderParam("Range") String range,
            @Parameter(description = "The ETag of what is there already.") @HeaderParam("If-Range") String condition)
            throws IOException {
        return send.send(own.progress(reference).request(), number, new SendBundle.Wanted(range, condition, true));
    }

    @HEAD
    @ForSubject
    @Operation(summary = "Size and checksum of an answer", description = "The headers of the download alone.")
    @APIResponse(responseCode = "200", description = "Content-Length and ETag tell size and SHA-256.")
    public Response headOfBundle(@PathParam("reference") String reference, @PathParam("number") int number)
            throws IOException {
        return send.send(own.progress(reference).request(), number, new SendBundle.Wanted(null, null, false));
    }
}
