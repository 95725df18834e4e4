package si.vpogled.web.portal;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import si.vpogled.correspondence.OpenAttachment;
import si.vpogled.correspondence.UnfitMessageException;
import si.vpogled.request.CaseException;
import si.vpogled.web.correspondence.FlawWords;
import si.vpogled.web.correspondence.MessageForm;
import si.vpogled.web.correspondence.SendAttachment;
import si.vpogled.web.page.Errors;
import si.vpogled.web.page.Pages;
import si.vpogled.web.problem.ProblemException;
import si.vpogled.web.problem.ProblemPage;
import si.vpogled.web.problem.ReaderLanguage;
import si.vpogled.web.problem.Refusals;
import si.vpogled.web.security.ForSubject;
import si.vpogled.web.security.SignedInSubject;

/** The subject's messages: what is wrong with one is told beside it, on the page of the case. */
@Path("/case")
@PermitAll
@ForSubject
@RunOnVirtualThread
public class MessagePages {
    private static final int OK = 200;
    private static final int UNPROCESSABLE = 422;
    private static final URI SENT = URI.create("/case#messages");

    private final SignedInSubject subject;
    private final ShowCase show;
    private final SendOwnMessage send;
    private final OpenAttachment open;
    private final Refusals refusals;
    private final Pages pages;

    MessagePages(
            SignedInSubject subject,
            ShowCase show,
            SendOwnMessage send,
            OpenAttachment open,
            Refusals refusals,
            Pages pages) {
        this.subject = subject;
        this.show = show;
        this.send = send;
        this.open = open;
        this.refusals = refusals;
        this.pages = pages;
    }

    /**
     * @param go {@code stay} where the page is wanted in the other language, with what is in the form
     */
    @POST
    @Path("/messages")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response send(
            @RestForm("key") String key,
            @RestForm("text") String text,
            @RestForm("files") List<FileUpload> files,
            @RestForm("reference") String reference,
            @RestForm("go") String go) {
        MessageForm form = MessageForm.of(key, text, files);
        if (MessageForm.STAY.equals(go)) {
            return stay(form);
        }
        if (show.isOfAnother(reference)) {
            return show.ofAnother(form, DestinationForm.blank());
        }
        try {
            send.send(form.draft());
            return Response.seeOther(SENT).build();
        } catch (UnfitMessageException unfit) {
            return show.show(UNPROCESSABLE, form, FlawWords.errors(unfit.flaws(), pages.page()));
        } catch (CaseException refused) {
            if (refused.problem() == CaseException.Problem.IDEMPOTENCY_MISMATCH) {
                return show.show(UNPROCESSABLE, form.anew(), FlawWords.sentOtherwise(pages.page()));
            }
            return refused(form, refusals.of(refused, pages.page().language()));
        } catch (ProblemException refused) {
            return Response.fromResponse(
                            refused(form, refusals.of(refused, pages.page().language())))
                    .header(HttpHeaders.RETRY_AFTER, refused.retryAfter().toSeconds())
                    .build();
        }
    }

    private Response stay(MessageForm form) {
        return form.begun()
                ? show.show(OK, form, Errors.NONE)
                : Response.seeOther(UriBuilder.fromUri(ShowCase.PLACE)
                                .queryParam(
                                        ReaderLanguage.PARAMETER, pages.page().lang())
                                .build())
                        .build();
    }

    private Response refused(MessageForm form, ProblemPage.Told told) {
        return show.show(told.status(), form, Errors.of(told.title() + ". " + told.detail()));
    }

    @GET
    @Path("/attachments/{attachment}")
    public Response attachment(@PathParam("attachment") UUID attachment) throws IOException {
        return SendAttachment.send(open.bySubject(subject.request(), attachment));
    }
}
