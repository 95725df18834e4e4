package si.vpogled.web.console;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Of saved views of the list. */
@MessageBundle("view")
public interface ViewMessages {
    @Message
    String views();

    @Message
    String viewsUsual();

    @Message
    String viewOf(String owner);

    @Message
    String viewShared();

    @Message
    String saveView();

    @Message
    String viewName();

    @Message
    String viewNameHint();

    @Message
    String viewShare();

    @Message
    String save();

    @Message
    String editViews();

    @Message
    String newName(String view);

    @Message
    String rename();

    @Message
    String delete();

    @Message
    String needViewName();

    @Message
    String viewNameTooLong(int longest);

    @Message
    String viewNameNotPlain();

    @Message
    String viewNameTaken();

    @Message
    String viewUnknown();

    @Message
    String tooManyViews(int most);
}
