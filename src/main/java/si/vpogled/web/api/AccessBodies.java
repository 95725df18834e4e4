package si.vpogled.web.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import si.vpogled.request.PortalSessions;
import si.vpogled.web.input.MailAddress;
import si.vpogled.web.input.PlainText;

/** What goes in and out on the way to a session. */
final class AccessBodies {
    private AccessBodies() {}

    @Schema(name = "Submitted", description = "The request is taken in; nothing happens until it is confirmed.")
    record Submitted(
            @Schema(description = "Names the request in letters and sign-in.", examples = "VP-7K3M-9Q2D-X4TB")
            String reference,

            @Schema(description = "What to do next, in the request's language.")
            String message) {}

    @Schema(name = "Token", description = "What a mailed link ends with.")
    record TokenBody(
            @NotBlank @Size(max = 100) @PlainText @Schema(description = "The last part of the link's path.")
            String token) {}

    @Schema(name = "SignInWish", description = "Which request, and the address that it was sent with.")
    record SignInBody(
            @NotBlank @Size(max = 40) @PlainText @Schema(examples = "VP-7K3M-9Q2D-X4TB")
            String reference,

            @NotBlank @Size(max = 254) @MailAddress @Schema(examples = "ana.novak@example.si")
            String email) {}

    @Schema(name = "Told", description = "What to do next.")
    record Told(String message) {}

    @Schema(name = "Session", description = "A session for one request.")
    record SessionView(
            @Schema(examples = "VP-7K3M-9Q2D-X4TB") String reference,

            @Schema(description = "Send it as Authorization: Bearer. It is shown once.")
            String session,

            @Schema(description = "When the session ends.") Instant expires) {
        static SessionView of(PortalSessions.Session session) {
            return new SessionView(session.reference(), session.token(), session.expires());
        }
    }
}
