package si.vpogled.web.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import si.vpogled.correspondence.Messages;
import si.vpogled.request.RequestCase;
import si.vpogled.web.correspondence.MessageForm;
import si.vpogled.web.correspondence.TalkView;
import si.vpogled.web.page.Pages;

/** The messages of a case for the desk, which asks for them by itself. */
@Named("caseTalk")
@ApplicationScoped
public class CaseTalk {
    private final Messages messages;
    private final Pages pages;

    CaseTalk(Messages messages, Pages pages) {
        this.messages = messages;
        this.pages = pages;
    }

    public TalkView of(RequestCase request) {
        return TalkView.of(
                messages.of(request.id()),
                false,
                request,
                "/console/cases/" + request.reference(),
                pages.asked(TalkView.BEFORE).flatMap(MessageForm::id));
    }
}
