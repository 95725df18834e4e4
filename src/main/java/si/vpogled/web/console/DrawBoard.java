package si.vpogled.web.console;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import si.vpogled.collection.Attempts;
import si.vpogled.connector.FaultKind;
import si.vpogled.request.CaseFigures;
import si.vpogled.request.CaseFigures.Urgency;
import si.vpogled.request.Days;
import si.vpogled.request.Settlement;
import si.vpogled.request.State;
import si.vpogled.web.page.Page;
import si.vpogled.web.words.FaultWords;
import si.vpogled.web.words.StateWords;

/** Puts the dashboard's figures into words, tables and charts. */
final class DrawBoard {
    private static final String NONE = "–";
    private static final List<String> OPEN = State.KEYS.stream()
            .filter(key -> !List.of("ready", "remaining", "closed").contains(key))
            .toList();

    private final Page page;
    private final DashboardMessages messages;

    DrawBoard(Page page) {
        this.page = page;
        this.messages = page.messages(DashboardMessages.class);
    }

    /**
     * @param attempts of every connector, in the order to be shown
     */
    Board draw(
            DashboardRange.Asked asked,
            LocalDate today,
            CaseFigures figures,
            List<Attempts.Tally> attempts,
            SourceNames sources) {
        return new Board(
                asked.from(),
                asked.to(),
                presets(asked, today),
                open(figures.open()),
                answers(figures.closed()),
                figures.weeks().stream().map(this::week).toList(),
                flow(figures.weeks()),
                settled(figures),
                faults(attempts, sources));
    }

    private List<Board.Preset> presets(DashboardRange.Asked asked, LocalDate today) {
        return List.of(
                preset(messages.fourWeeks(), DashboardRange.weeks(4, today), asked),
                preset(messages.quarter(), DashboardRange.weeks(13, today), asked),
                preset(messages.year(), DashboardRange.weeks(52, today), asked));
    }

    private static Board.Preset preset(String words, Days days, DashboardRange.Asked asked) {
        String href = "/console/dashboard?from=" + days.from() + "&to=" + days.to();
        return new Board.Preset(
                words, href, asked.days().equals(days) && !asked.errors().any());
    }

    private Board.Open open(List<CaseFigures.Open> open) {
        List<Urgency> urgencies = List.of(Urgency.values());
        List<Board.StateRow> rows = OPEN.stream()
                .map(state -> new Board.StateRow(
                        StateWords.label(state),
                        "/console?state=" + state,
                        urgencies.stream()
                                .map(urgency -> page.number(sum(open, state, Optional.of(urgency))))
                                .toList(),
                        page.number(sum(open, state, Optional.empty()))))
                .toList();
        return new Board.Open(
                page.number(open.stream().mapToLong(CaseFigures.Open::cases).sum()),
                urgencies.stream().map(messages::urgency).toList(),
                rows,
                urgencies.stream()
                        .map(urgency -> page.number(sum(open, urgency)))
                        .toList(),
                Bars.of(
                        messages.byDays(),
                        urgencies.stream()
                                .map(urgency -> value(
                                        messages.urgency(urgency), sum(open, urgency), urgency == Urgency.OVERDUE))
                                .toList()),
                Bars.of(
                        messages.byState(),
                        OPEN.stream()
                                .map(state -> value(
                                        page.text(StateWords.label(state)), sum(open, state, Optional.empty()), false))
                                .toList()));
    }

    private Bars.Value value(String words, long count, boolean bad) {
        return new Bars.Value(words + ": " + page.number(count), count, bad);
    }

    private static long sum(List<CaseFigures.Open> open, Urgency urgency) {
        return open.stream()
                .filter(group -> group.urgency() == urgency)
                .mapToLong(CaseFigures.Open::cases)
                .sum();
    }

    private static long sum(List<CaseFigures.Open> open, String state, Optional<Urgency> urgency) {
        return open.stream()
                .filter(group -> group.state().equals(state))
                .filter(group -> urgency.isEmpty() || urgency.get() == group.urgency())
                .mapToLong(CaseFigures.Open::cases)
                .sum();
    }

    private Board.Answers answers(CaseFigures.Closed closed) {
        return new Board.Answers(
                closed.answered() == 0,
                page.number(closed.answered()),
                median(closed),
                ninetieth(closed),
                percent(closed.onTime(), closed.answered()),
                messages.onTimeOf(page.number(closed.onTime()), page.number(closed.answered())));
    }

    private Board.Week week(CaseFigures.Week week) {
        CaseFigures.Closed closed = week.closed();
        return new Board.Week(
                messages.span(page.day(week.days().from()), page.day(week.days().to())),
                page.number(week.received()),
                page.number(closed.cases()),
                page.number(closed.answered()),
                median(closed),
                ninetieth(closed),
                percent(closed.onTime(), closed.answered()));
    }

    private Columns flow(List<CaseFigures.Week> weeks) {
        return Columns.of(
                weeks.stream()
                        .map(week -> new Columns.Pair(
                                shortDay(week.days().from()),
                                week.received(),
                                week.closed().cases()))
                        .toList(),
                page::number);
    }

    private String shortDay(LocalDate day) {
        return page.day(day).replaceFirst(",? ?" + day.getYear() + "$", "");
    }

    private List<Board.Line> settled(CaseFigures figures) {
        return Arrays.stream(Settlement.values())
                .map(how -> new Board.Line(
                        messages.settlement(how), page.number(figures.settled().getOrDefault(how, 0L))))
                .toList();
    }

    private Board.Faults faults(List<Attempts.Tally> attempts, SourceNames sources) {
        List<FaultKind> kinds = List.of(FaultKind.values());
        return new Board.Faults(
                kinds.stream().map(FaultWords::label).toList(),
                attempts.stream()
                        .map(tally -> new Board.FaultRow(
                                sources.title(tally.connector()),
                                page.number(tally.attempts()),
                                kinds.stream()
                                        .map(kind -> page.number(tally.failed(kind)))
                                        .toList(),
                                page.number(tally.failed()),
                                percent(tally.failed(), tally.attempts())))
                        .toList(),
                Bars.of(
                        messages.failedAttempts(),
                        attempts.stream()
                                .map(tally -> value(sources.title(tally.connector()), tally.failed(), true))
                                .toList()));
    }

    private String median(CaseFigures.Closed closed) {
        NumberFormat format = NumberFormat.getNumberInstance(page.language().locale());
        format.setMaximumFractionDigits(1);
        return closed.median().map((BigDecimal days) -> format.format(days)).orElse(NONE);
    }

    private String ninetieth(CaseFigures.Closed closed) {
        return closed.ninetieth().map(days -> page.number(days)).orElse(NONE);
    }

    /** Rounded down: what is not all on time never reads as all. */
    private String percent(long part, long whole) {
        NumberFormat format = NumberFormat.getPercentInstance(page.language().locale());
        format.setMaximumFractionDigits(1);
        format.setRoundingMode(java.math.RoundingMode.DOWN);
        return Stream.of(whole)
                .filter(all -> all > 0)
                .map(all -> format.format((double) part / all))
                .findFirst()
                .orElse(NONE);
    }
}
