package si.vpogled.web.portal;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import si.vpogled.letter.ReadLetter;
import si.vpogled.letter.SentLetters;
import si.vpogled.web.page.Page;
import si.vpogled.web.page.Pages;
import si.vpogled.web.security.ForSubject;
import si.vpogled.web.security.SignedInSubject;

/** A letter that the subject was sent, to be read again. */
@Path("/case/letters/{letter}")
@PermitAll
@ForSubject
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class LetterPages {
    private final Pages pages;
    private final SignedInSubject subject;
    private final ReadLetter letters;

    LetterPages(Pages pages, SignedInSubject subject, ReadLetter letters) {
        this.pages = pages;
        this.subject = subject;
        this.letters = letters;
    }

    @CheckedTemplate(basePath = "portal")
    static class Templates {
        static native TemplateInstance letter(Page page, SentLetters.Read letter);
    }

    @GET
    public Response get(@PathParam("letter") UUID letter) {
        SentLetters.Read found = letters.read(subject.request(), letter).orElseThrow(NotFoundException::new);
        return pages.html(Templates.letter(pages.page(), found));
    }
}
