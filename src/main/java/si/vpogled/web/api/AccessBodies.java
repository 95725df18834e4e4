package si.vpogled.web.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import si.vpogled.request.ConfirmRequest;
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
            String message,

            @Schema(
                    description =
                            "Keep it to yourself: with it, confirming opens a session at once. The same again where"
                                    + " the same is sent again with its Idempotency-Key.")
            String ticket) {}

    @Schema(name = "Confirmation", description = "What proves that the address is the subject's own.")
    record ConfirmationBody(
            @NotBlank @Size(max = 100) @PlainText @Schema(description = "The last part of the mailed link's path.")
            String token,

            @Size(max = 100)
            @PlainText
            @Schema(
                    description =
                            "As the request was answered with. Without it the request is confirmed, and no session"
                                    + " opened.")
            String ticket) {
        Set<String> tickets() {
            return ticket == null ? Set.of() : Set.of(ticket);
        }
    }

    @Schema(name = "Confirmed", description = "The request is confirmed.")
    record Confirmed(
            @Schema(examples = "VP-7K3M-9Q2D-X4TB") String reference,

            @Schema(
                    description =
                            "Send it as Authorization: Bearer. It is shown once. Only where the ticket came along.")
            Optional<String> session,

            @Schema(description = "When the session ends at the latest.")
            Optional<Instant> expires) {
        static Confirmed of(ConfirmRequest.Confirmed confirmed) {
            return new Confirmed(
                    confirmed.reference(),
                    confirmed.session().map(PortalSessions.Session::token),
                    confirmed.session().map(PortalSessions.Session::expires));
        }
    }

    @Schema(name = "Code", description = "What was mailed, and the ticket of the asking that it was mailed for.")
    record CodeBody(
            @NotBlank @Size(max = 100) @PlainText @Schema(description = "As POST /api/v1/sign-ins was answered with.")
            String ticket,

            @NotBlank @Size(max = 20) @PlainText @Schema(description = "Eight digits.", examples = "40517263")
            String code) {}

    @Schema(name = "SignInWish", description = "Which request, and the address that it was sent with.")
    record SignInBody(
            @NotBlank @Size(max = 40) @PlainText @Schema(examples = "VP-7K3M-9Q2D-X4TB")
            String reference,

            @NotBlank @Size(max = 254) @MailAddress @Schema(examples = "ana.novak@example.si")
            String email) {}

    @Schema(name = "Asked", description = "What to do next.")
    record Asked(
            String message,

            @Schema(description = "Comes with the mailed code to POST /api/v1/sessions; the code alone opens nothing.")
            String ticket) {}

    @Schema(name = "Session", description = "A session for one request.")
    record SessionView(
            @Schema(examples = "VP-7K3M-9Q2D-X4TB") String reference,

            @Schema(description = "Send it as Authorization: Bearer. It is shown once.")
            String session,

            @Schema(description = "When the session ends at the latest.")
            Instant expires) {
        static SessionView of(PortalSessions.Session session) {
            return new SessionView(session.reference(), session.token(), session.expires());
        }
    }
}
