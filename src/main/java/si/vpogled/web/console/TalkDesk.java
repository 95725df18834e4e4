package si.vpogled.web.console;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import si.vpogled.correspondence.MessageTemplate;
import si.vpogled.correspondence.MessageTemplates;
import si.vpogled.correspondence.SendMessage;
import si.vpogled.correspondence.UnfitMessageException;
import si.vpogled.request.Actor;
import si.vpogled.request.CaseException;
import si.vpogled.request.ReadCase;
import si.vpogled.request.RequestCase;
import si.vpogled.web.correspondence.FlawWords;
import si.vpogled.web.correspondence.MessageForm;
import si.vpogled.web.correspondence.TalkView;
import si.vpogled.web.page.Errors;
import si.vpogled.web.page.Page;
import si.vpogled.web.page.Pages;
import si.vpogled.web.problem.ProblemPage;
import si.vpogled.web.problem.Refusals;
import si.vpogled.web.security.StaffActor;

/** The page on which staff write to the subject. Looking at it is in the case's history. */
@RequestScoped
class TalkDesk {
    private static final int OK = 200;
    private static final int UNPROCESSABLE = 422;

    private final Pages pages;
    private final ReadCase cases;
    private final CaseTalk talk;
    private final MessageTemplates templates;
    private final SendMessage send;
    private final Telling telling;

    TalkDesk(
            Pages pages, ReadCase cases, CaseTalk talk, MessageTemplates templates, SendMessage send, Telling telling) {
        this.pages = pages;
        this.cases = cases;
        this.talk = talk;
        this.templates = templates;
        this.send = send;
        this.telling = telling;
    }

    /** Who asks, and how refusals are told to them. */
    @RequestScoped
    static class Telling {
        private final StaffActor staff;
        private final Refusals refusals;

        Telling(StaffActor staff, Refusals refusals) {
            this.staff = staff;
            this.refusals = refusals;
        }

        Actor actor() {
            return staff.actor();
        }

        ProblemPage.Told told(CaseException refused, Page page) {
            return refusals.of(refused, page.language());
        }
    }

    @CheckedTemplate(basePath = "console")
    static class Templates {
        static native TemplateInstance write(
                Page page,
                RequestCase request,
                TalkView talk,
                List<MessageTemplate> templates,
                MessageForm form,
                Errors errors);
    }

    /**
     * @param template may be none
     */
    Response write(String reference, String template) {
        RequestCase request = view(reference);
        String text = templates.filled(template, request).orElse("");
        return show(OK, request, MessageForm.starting(text), Errors.NONE);
    }

    /** Nothing is sent: the form as it is, in the language that is wanted now. */
    Response stay(String reference, MessageForm form) {
        return show(OK, view(reference), form, Errors.NONE);
    }

    Response send(String reference, MessageForm form) {
        try {
            send.byStaff(reference, telling.actor(), form.draft());
            return back(reference);
        } catch (UnfitMessageException unfit) {
            return show(UNPROCESSABLE, view(reference), form, FlawWords.errors(unfit.flaws(), pages.page()));
        } catch (CaseException refused) {
            if (refused.problem() == CaseException.Problem.NOT_FOUND) {
                throw refused;
            }
            if (refused.problem() == CaseException.Problem.IDEMPOTENCY_MISMATCH) {
                return show(UNPROCESSABLE, view(reference), form.anew(), FlawWords.sentOtherwise(pages.page()));
            }
            ProblemPage.Told told = telling.told(refused, pages.page());
            return show(told.status(), view(reference), form, Errors.of(told.title() + ". " + told.detail()));
        }
    }

    static Response back(String reference) {
        return Desk.back(reference, "messages");
    }

    private RequestCase view(String reference) {
        return cases.byStaff(reference, telling.actor(), "messages");
    }

    private Response show(int status, RequestCase request, MessageForm form, Errors errors) {
        Page page = pages.page();
        return pages.html(status, Templates.write(page, request, talk.of(request), templates.all(), form, errors));
    }
}
