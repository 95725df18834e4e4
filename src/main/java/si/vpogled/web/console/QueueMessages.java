package si.vpogled.web.console;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import si.vpogled.request.Right;

/** Of the staff's list of cases, and of signing in. */
@MessageBundle("queue")
public interface QueueMessages {
    @Message
    String title();

    @Message
    String signInTitle();

    @Message
    String name();

    @Message
    String password();

    @Message
    String signIn();

    @Message
    String failed();

    @Message
    String filters();

    @Message
    String state();

    @Message
    String stateOpen();

    @Message
    String stateAll();

    @Message
    String right();

    @Message
    String rightAll();

    @Message
    String rightName(Right right);

    @Message
    String assignee();

    @Message
    String assigneeAll();

    @Message
    String assigneeMe();

    @Message
    String dueBefore();

    @Message
    String text();

    @Message
    String overdueOnly();

    @Message
    String apply();

    @Message
    String clear();

    @Message
    String caption();

    @Message
    String reference();

    @Message
    String customer();

    @Message
    String received();

    @Message
    String due();

    @Message
    String progress();

    @Message
    String none();

    @Message
    String next();

    @Message
    String first();

    @Message
    String overdue(String days);

    @Message
    String dueToday();

    @Message
    String daysLeft(String days);

    @Message
    String done(String ended, String all);

    @Message
    String nobody();
}
