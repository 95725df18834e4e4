package si.vpogled.web.console;

import java.util.List;
import si.vpogled.text.Text;

/** What the dashboard shows, in words. */
record Board(
        String from,
        String to,
        List<Preset> presets,
        Open open,
        Answers answers,
        List<Week> weeks,
        Columns flow,
        List<Line> settled,
        Faults faults) {
    /** Days that are often asked for. */
    record Preset(String words, String href, boolean current) {}

    /**
     * What is open now.
     *
     * @param rows by state, each with its number for every urgency, in the order of the headings
     * @param sums for every urgency
     */
    record Open(
            String all, List<String> urgencies, List<StateRow> rows, List<String> sums, Bars byDays, Bars byState) {}

    record StateRow(Text state, String href, List<String> numbers, String all) {}

    /**
     * How long answers took.
     *
     * @param none whether there was none
     */
    record Answers(boolean none, String answered, String median, String ninetieth, String share, String onTime) {}

    record Week(
            String days,
            String received,
            String closed,
            String answered,
            String median,
            String ninetieth,
            String onTime) {}

    record Line(String words, String number) {}

    /**
     * @param kinds of fault, for the headings
     */
    record Faults(List<Text> kinds, List<FaultRow> rows, Bars chart) {}

    record FaultRow(String source, String attempts, List<String> numbers, String failed, String share) {}
}
