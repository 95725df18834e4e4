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
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import si.vpogled.request.ConfirmRequest;
import si.vpogled.request.PortalSessions;
import si.vpogled.request.SignInOutcome;
import si.vpogled.web.problem.ProblemException;
import si.vpogled.web.problem.ProblemKind;
import si.vpogled.web.problem.ReaderLanguage;
import si.vpogled.web.security.CallerLimits;
import si.vpogled.web.security.ForSubject;
import si.vpogled.web.security.Limit;
import si.vpogled.web.security.SignedInSubject;
import si.vpogled.web.words.NextWords;

/** The ways to a session, and out of it. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@RunOnVirtualThread
@Tag(name = "Sign-in of the subject")
public class AccessResource {
    private final ConfirmRequest confirm;
    private final SignInWish wish;
    private final SignedInSubject subject;
    private final CallerLimits limits;
    private final ReaderLanguage reader;

    AccessResource(
            ConfirmRequest confirm,
            SignInWish wish,
            SignedInSubject subject,
            CallerLimits limits,
            ReaderLanguage reader) {
        this.confirm = confirm;
        this.wish = wish;
        this.subject = subject;
        this.limits = limits;
        this.reader = reader;
    }

    @POST
    @Path("confirmations")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Confirm a request",
            description =
                    "Uses the confirmation link up and proves that the address is the subject's own. Opens a session"
                            + " where the ticket comes along that the request was answered with.")
    public AccessBodies.Confirmed confirmRequest(@NotNull @Valid AccessBodies.ConfirmationBody body) {
        limits.take(Limit.CODE);
        return AccessBodies.Confirmed.of(confirm.confirm(body.token(), body.tickets()));
    }

    @POST
    @Path("sign-ins")
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(202)
    @APIResponseSchema(
            value = AccessBodies.Asked.class,
            responseCode = "202",
            responseDescription = "A code is on its way, if there is such a request.")
    @Operation(
            summary = "Ask to sign in",
            description =
                    "Mails a code, if there is such a request, and gives a ticket. The answer, and its time, are the"
                            + " same if there is none. Code and ticket together open a session within a quarter of an hour, once.")
    public AccessBodies.Asked askForSignIn(@NotNull @Valid AccessBodies.SignInBody body) {
        String ticket = wish.ask(body.reference(), body.email());
        return new AccessBodies.Asked(NextWords.signIn().in(reader.language()), ticket);
    }

    @POST
    @Path("sessions")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Sign in",
            description = "Uses a mailed code up and opens a session. After five wrong codes none is taken any more.")
    public AccessBodies.SessionView openSession(@NotNull @Valid AccessBodies.CodeBody body) {
        return switch (wish.code(body.ticket(), body.code())) {
            case SignInOutcome.Opened(PortalSessions.Session session) -> AccessBodies.SessionView.of(session);
            case SignInOutcome.Refused(SignInOutcome.Reason reason, int left) -> throw refused(reason, left);
        };
    }

    private static ProblemException refused(SignInOutcome.Reason reason, int left) {
        return switch (reason) {
            case WRONG_CODE -> ProblemException.of(ProblemKind.WRONG_CODE, Integer.toString(left));
            case CODES_CLOSED -> ProblemException.tooMany(Duration.ofDays(1));
            case UNKNOWN, OTHER_BROWSER, USED, EXPIRED, LOCKED -> ProblemException.of(ProblemKind.LINK_UNUSABLE, "");
        };
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
