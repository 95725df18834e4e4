package si.vpogled.web.portal;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import si.vpogled.fulfilment.transmission.DestinationException;
import si.vpogled.fulfilment.transmission.NameDestination;
import si.vpogled.request.CaseException;
import si.vpogled.web.correspondence.MessageForm;
import si.vpogled.web.page.Errors;
import si.vpogled.web.page.FieldError;
import si.vpogled.web.page.Pages;
import si.vpogled.web.problem.ProblemException;
import si.vpogled.web.problem.ProblemPage;
import si.vpogled.web.problem.Refusals;
import si.vpogled.web.security.CallerLimits;
import si.vpogled.web.security.ForSubject;
import si.vpogled.web.security.Limit;
import si.vpogled.web.security.SignedInSubject;

/** The subject names where an answer is to be sent (GDPR Art. 20(2)); what is wrong is told beside the form. */
@Path("/case/bundles/{number: [0-9]{1,6}}/transmissions")
@PermitAll
@ForSubject
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class TransmissionPages {
    private static final int UNPROCESSABLE = 422;
    private static final URI NAMED = URI.create("/case#transmit");

    private final SignedInSubject subject;
    private final NameDestination destinations;
    private final ShowCase show;
    private final CallerLimits limits;
    private final Refusals refusals;
    private final Pages pages;

    TransmissionPages(
            SignedInSubject subject,
            NameDestination destinations,
            ShowCase show,
            CallerLimits limits,
            Refusals refusals,
            Pages pages) {
        this.subject = subject;
        this.destinations = destinations;
        this.show = show;
        this.limits = limits;
        this.refusals = refusals;
        this.pages = pages;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response name(
            @PathParam("number") int number,
            @FormParam("destination") @DefaultValue("") String address,
            @FormParam("secret") @DefaultValue("") String secret,
            @FormParam("fingerprint") @DefaultValue("") String fingerprint,
            @FormParam("reference") String reference,
            @FormParam("key") String key) {
        NameDestination.Wish wish = new NameDestination.Wish(address, secret, fingerprint);
        UUID form = MessageForm.id(key).orElseGet(UUID::randomUUID);
        if (show.isOfAnother(reference)) {
            return show.ofAnother(MessageForm.blank(), DestinationForm.blank());
        }
        try {
            limits.take(Limit.MESSAGE, subject.request().toString());
            destinations.name(subject.request(), number, wish, form);
            return Response.seeOther(NAMED).build();
        } catch (DestinationException refused) {
            return show.show(
                    UNPROCESSABLE,
                    MessageForm.blank(),
                    errors(refused, wish.fingerprint()),
                    DestinationForm.of(wish, form));
        } catch (CaseException refused) {
            return refused(refusals.of(refused, pages.page().language()), DestinationForm.of(wish, form));
        } catch (ProblemException refused) {
            ProblemPage.Told told = refusals.of(refused, pages.page().language());
            return Response.fromResponse(refused(told, DestinationForm.of(wish, form)))
                    .header(HttpHeaders.RETRY_AFTER, refused.retryAfter().toSeconds())
                    .build();
        }
    }

    /** Beside what was typed. */
    private Response refused(ProblemPage.Told told, DestinationForm destination) {
        return show.show(
                told.status(), MessageForm.blank(), Errors.of(told.title() + ". " + told.detail()), destination);
    }

    private Errors errors(DestinationException refused, String fingerprint) {
        String field = switch (refused.reason()) {
            case SECRET, NOT_PROVED -> "secret";
            case FINGERPRINT -> "fingerprint";
            // by HTTPS it is the certificate of that address
            case OTHER_HOST -> fingerprint.isBlank() ? "destination" : "fingerprint";
            case MALFORMED, UNKNOWN_HOST, NOT_PUBLIC, UNREACHABLE, OPEN_TO_ALL, REFUSED, OVER -> "destination";
        };
        String message = pages.page().messages(CaseMessages.class).transmitFault(refused.reason());
        return new Errors(List.of(new FieldError(field, message)));
    }
}
