package si.vpogled.web.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import si.vpogled.request.ConfirmRequest;
import si.vpogled.request.SignIn;
import si.vpogled.text.Text;
import si.vpogled.web.problem.ReaderLanguage;
import si.vpogled.web.security.ForSubject;
import si.vpogled.web.security.SignedInSubject;

/** The ways to a session, and out of it. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@RunOnVirtualThread
@Tag(name = "Sign-in of the subject")
public class AccessResource {
    private static final Text NEXT = new Text(
            "Če se oznaka in naslov ujemata, smo na naslov poslali povezavo za prijavo.",
            "If reference and address belong together, we sent a sign-in link to the address.");

    private final ConfirmRequest confirm;
    private final SignIn signIn;
    private final SignInWish wish;
    private final SignedInSubject subject;
    private final ReaderLanguage reader;

    AccessResource(
            ConfirmRequest confirm, SignIn signIn, SignInWish wish, SignedInSubject subject, ReaderLanguage reader) {
        this.confirm = confirm;
        this.signIn = signIn;
        this.wish = wish;
        this.subject = subject;
        this.reader = reader;
    }

    @POST
    @Path("confirmations")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Confirm a request",
            description = "Uses the confirmation link up, proves that the address is the subject's own, and opens a"
                    + " session.")
    public AccessBodies.SessionView confirmRequest(@NotNull @Valid AccessBodies.TokenBody body) {
        return AccessBodies.SessionView.of(confirm.confirm(body.token()));
    }

    @POST
    @Path("sign-ins")
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(202)
    @APIResponseSchema(
            value = AccessBodies.Told.class,
            responseCode = "202",
            responseDescription = "A link is on its way, if there is such a request.")
    @Operation(
            summary = "Ask for a sign-in link",
            description = "Mails a link, if there is such a request. The answer, and its time, are the same if there is"
                    + " none.")
    public AccessBodies.Told askForSignIn(@NotNull @Valid AccessBodies.SignInBody body) {
        wish.ask(body.reference(), body.email());
        return new AccessBodies.Told(NEXT.in(reader.language()));
    }

    @POST
    @Path("sessions")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Sign in", description = "Uses a mailed sign-in link up and opens a session.")
    public AccessBodies.SessionView openSession(@NotNull @Valid AccessBodies.TokenBody body) {
        return AccessBodies.SessionView.of(signIn.signIn(body.token()));
    }

    @DELETE
    @Path("sessions/current")
    @ForSubject
    @SecurityRequirement(name = "subject")
    @Operation(summary = "Sign out", description = "Ends the session.")
    public void endSession() {
        subject.end();
    }
}
