package si.vpogled.web.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import si.vpogled.correspondence.Messages;
import si.vpogled.request.RequestCase;
import si.vpogled.web.correspondence.TalkView;

/** The messages of a case for the desk, which asks for them by itself. */
@Named("caseTalk")
@ApplicationScoped
public class CaseTalk {
    private final Messages messages;

    CaseTalk(Messages messages) {
        this.messages = messages;
    }

    public TalkView of(RequestCase request) {
        return TalkView.of(messages.of(request.id()), false, request, "/console/cases/" + request.reference());
    }
}
