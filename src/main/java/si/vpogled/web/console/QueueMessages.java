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
    String atProvider();

    @Message
    String refusedByProvider();

    @Message
    String signedInAs(String name);

    @Message
    String toList();

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
    String dueAny();

    @Message
    String dueNow();

    @Message
    String dueWithin(String days);

    @Message
    String inDays();

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
    String searchGoesOn();

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
    String done(String ended, String all, String sources);

    @Message
    String nobody();

    @Message
    String ofSources();

    @Message
    String sources();

    @Message
    String newMessages();

    @Message
    String undelivered();

    @Message
    String failing(String sources);

    @Message
    String textHint();

    @Message
    String assigneeNone();

    @Message
    String previous();

    @Message
    String paging();

    @Message
    String email();

    @Message
    String left();

    @Message
    String file();

    @Message
    String export();

    @Message
    String choose(String reference);

    @Message
    String chooseAll();

    @Message
    String chosen();

    @Message
    String assignTo();

    @Message
    String assignToNone();

    @Message
    String assignNobody();

    @Message
    String assign();

    @Message
    String needCases();

    @Message
    String needAssignee();

    @Message
    String cases();

    @Message
    String assigned(String name, String cases);

    @Message
    String unassigned(String cases);

    @Message
    String notAssigned();

    @Message
    String alreadyTheirs();

    @Message
    String alreadyNobodys();

    @Message
    String takenBy(String name);

    @Message
    String takenBack();

    @Message
    String isClosed();

    @Message
    String isUnknown();

    @Message
    String hasFailed();
}
