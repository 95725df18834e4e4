package si.vpogled.web.portal;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import si.vpogled.correspondence.Messages;
import si.vpogled.letter.LetterKind;
import si.vpogled.letter.ReadLetter;
import si.vpogled.letter.SentLetters;
import si.vpogled.web.correspondence.MessageForm;
import si.vpogled.web.correspondence.TalkView;
import si.vpogled.web.page.Errors;
import si.vpogled.web.page.Page;
import si.vpogled.web.page.Pages;
import si.vpogled.web.security.SignedInSubject;

/** Shows the subject's case, as a whole or the part of it that changes by itself. */
@RequestScoped
class ShowCase {
    static final URI PLACE = URI.create("/case");

    private final Pages pages;
    private final SignedInSubject subject;
    private final ReadView views;
    private final Messages messages;
    private final SentLetters letters;
    private final ReadLetter read;

    ShowCase(
            Pages pages,
            SignedInSubject subject,
            ReadView views,
            Messages messages,
            SentLetters letters,
            ReadLetter read) {
        this.pages = pages;
        this.subject = subject;
        this.views = views;
        this.messages = messages;
        this.letters = letters;
        this.read = read;
    }

    @CheckedTemplate(basePath = "portal")
    static class Templates {
        static native TemplateInstance ownCase(
                Page page,
                CaseView view,
                TalkView talk,
                List<SentLetters.Sent> letters,
                MessageForm form,
                Errors errors,
                DestinationForm destination);

        static native TemplateInstance caseProgress(Page page, CaseView view);
    }

    CaseView view() {
        return views.read(subject.request(), pages.page());
    }

    Response show(int status, MessageForm form, Errors errors) {
        return show(status, form, errors, DestinationForm.blank());
    }

    Response show(int status, MessageForm form, Errors errors, DestinationForm destination) {
        UUID request = subject.request();
        Page page = pages.page().at(PLACE);
        CaseView view = views.read(request, page);
        TalkView talk = TalkView.of(
                messages.of(request),
                true,
                view.request(),
                PLACE.getPath(),
                pages.asked(TalkView.BEFORE).flatMap(MessageForm::id));
        Response shown =
                pages.html(status, Templates.ownCase(page, view, talk, letters.of(request), form, errors, destination));
        messages.seenBySubject(request, talk.shown());
        view.refusal()
                .ifPresent(_ -> read.received(
                        request, LetterKind.REFUSED, view.request().countedFrom()));
        return shown;
    }

    /**
     * Whether a form is of another case than the one that the browser is signed in to by now, in another tab.
     *
     * @param reference that the form's page showed; pages of the version before do not tell it
     */
    boolean isOfAnother(String reference) {
        return reference != null && !reference.equals(view().reference());
    }

    /** Nothing is done with either case, and what was typed stays. */
    Response ofAnother(MessageForm form, DestinationForm destination) {
        String told = pages.page().messages(CaseMessages.class).otherCase();
        return show(Response.Status.CONFLICT.getStatusCode(), form, Errors.of(told), destination);
    }

    Response progress() {
        CaseView view = view();
        return Response.fromResponse(pages.html(Templates.caseProgress(pages.page(), view)))
                .header(Pages.STATE, view.stateKey())
                .build();
    }

    /** The part that changes, as markup. */
    String progress(CaseView view) {
        Page page = pages.page();
        return Templates.caseProgress(page, view)
                .setLocale(page.language().locale())
                .render();
    }
}
