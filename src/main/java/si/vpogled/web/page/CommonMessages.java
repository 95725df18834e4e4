package si.vpogled.web.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Of the frame around every page. */
@MessageBundle("common")
public interface CommonMessages {
    @Message
    String skip();

    @Message
    String menu();

    @Message
    String portalName();

    @Message
    String consoleName();

    @Message
    String otherLanguage();

    @Message
    String start();

    @Message
    String inventory();

    @Message
    String yourRequest();

    @Message
    String signIn();

    @Message
    String signOut();

    @Message
    String queue();

    @Message
    String connectors();

    @Message
    String officer();

    @Message
    String problems();

    @Message
    String notDone();

    @Message
    String error();

    @Message
    String optional();

    @Message
    String problemBack();

    @Message
    String problemQueue();

    @Message
    String problemHelp();

    @Message
    String problemType(String type, int status);

    @Message
    String moved();

    @Message
    String movedReload();

    @Message
    String ended();

    @Message
    String endedSignIn();
}
