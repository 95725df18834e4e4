package si.vpogled.connector.jdbc;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import si.vpogled.connector.SourceContext;

/**
 * How long is waited, all within what the run has left.
 *
 * @param connect for the connection
 * @param answer for the next bytes of an answer
 * @param run for everything
 * @param rows fetched at once
 */
record JdbcTimes(Duration connect, Duration answer, Duration run, int rows) {
    private static final int CONNECT_SECONDS = 10;
    private static final int ANSWER_SECONDS = 300;
    private static final int ROWS = 1000;

    static JdbcTimes of(ObjectNode settings, SourceContext context) {
        Duration run = atLeastOneSecond(context.time());
        return new JdbcTimes(
                within(run, settings.path("connect-seconds").asInt(CONNECT_SECONDS)),
                within(run, settings.path("answer-seconds").asInt(ANSWER_SECONDS)),
                run,
                settings.path("fetch-size").asInt(ROWS));
    }

    private static Duration within(Duration run, int seconds) {
        Duration wanted = Duration.ofSeconds(seconds);
        return wanted.compareTo(run) < 0 ? wanted : run;
    }

    // the drivers count in seconds, and take 0 for "without end"
    private static Duration atLeastOneSecond(Duration time) {
        Duration longest = Duration.ofDays(1);
        Duration bounded = time.compareTo(longest) < 0 ? time : longest;
        return bounded.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : bounded;
    }
}
