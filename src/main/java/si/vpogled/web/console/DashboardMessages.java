package si.vpogled.web.console;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import si.vpogled.request.CaseFigures.Urgency;
import si.vpogled.request.Settlement;

/** Of the dashboard. */
@MessageBundle("board")
public interface DashboardMessages {
    @Message
    String menu();

    @Message
    String title();

    @Message
    String open();

    @Message
    String openHint();

    @Message
    String openTable();

    @Message
    String byDays();

    @Message
    String byState();

    @Message
    String urgency(Urgency urgency);

    @Message
    String state();

    @Message
    String all();

    @Message
    String range();

    @Message
    String from();

    @Message
    String to();

    @Message
    String show();

    @Message
    String presets();

    @Message
    String fourWeeks();

    @Message
    String quarter();

    @Message
    String year();

    @Message
    String answers();

    @Message
    String answersHint();

    @Message
    String noAnswers();

    @Message
    String answered();

    @Message
    String median();

    @Message
    String ninetieth();

    @Message
    String onTime();

    @Message
    String onTimeOf(String number, String all);

    @Message
    String flow();

    @Message
    String flowTable();

    @Message
    String week();

    @Message
    String span(String from, String to);

    @Message
    String received();

    @Message
    String closed();

    @Message
    String settled();

    @Message
    String settledHow();

    @Message
    String settlement(Settlement how);

    @Message
    String cases();

    @Message
    String faults();

    @Message
    String faultsHint();

    @Message
    String faultsTable();

    @Message
    String source();

    @Message
    String attempts();

    @Message
    String failed();

    @Message
    String failedAttempts();

    @Message
    String failedShare();

    @Message
    String needFrom();

    @Message
    String needTo();

    @Message
    String toAhead();

    @Message
    String toBeforeFrom();

    @Message
    String tooMany(String days);
}
