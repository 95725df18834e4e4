package si.vpogled.web.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import si.vpogled.request.Submission;
import si.vpogled.web.words.NextWords;

/** Takes requests in. */
@Path("/api/v1/requests")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@RunOnVirtualThread
@Tag(name = "For everybody")
public class SubmissionResource {
    private final SubmissionWish wish;

    SubmissionResource(SubmissionWish wish) {
        this.wish = wish;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(202)
    @APIResponseSchema(
            value = AccessBodies.Submitted.class,
            responseCode = "202",
            responseDescription = "Taken in; a link to confirm it is on its way.")
    @Operation(
            summary = "Send a request",
            description =
                    "Takes a request in and mails a link to confirm it. The answer is the same whoever asks, known"
                            + " here or not. With an Idempotency-Key, sending the same again gives the same reference and sends"
                            + " nothing twice; another body with the same key is refused.")
    public AccessBodies.Submitted submitRequest(
            @Parameter(
                            description = "Up to 128 visible ASCII characters, best a random UUID.",
                            example = "0c7f3a52-6f0e-4a67-9d0e-3f6f6f1b7c11")
                    @HeaderParam("Idempotency-Key")
                    @Pattern(regexp = "[\\x21-\\x7e]{1,128}")
                    String idempotencyKey,
            @NotNull @Valid SubmissionBody body) {
        Submission submission = body.submission();
        SubmissionWish.Sent sent = wish.send(submission, Optional.ofNullable(idempotencyKey));
        return new AccessBodies.Submitted(
                sent.reference(), NextWords.confirm().in(submission.language()), sent.ticket());
    }
}
