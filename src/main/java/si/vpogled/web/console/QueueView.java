package si.vpogled.web.console;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import si.vpogled.request.AssignRequests;
import si.vpogled.request.Right;
import si.vpogled.text.Text;
import si.vpogled.web.page.Page;

/**
 * What the page of the list shows.
 *
 * @param cut whether a search goes on with the next page, though this one is not full
 * @param name of a view that could not be saved, as it was typed
 * @param done what became of cases that were to be assigned
 */
record QueueView(
        QueueFilter filter,
        List<Row> rows,
        boolean cut,
        Links links,
        Choices choices,
        List<Saved> views,
        String name,
        Optional<Done> done) {
    /**
     * Addresses; those of pages that are not there are empty.
     *
     * @param query of the selection, with its question mark
     */
    record Links(String previous, String next, String first, String assign, String query) {}

    /**
     * What there is to choose from.
     *
     * @param works whether the reader may assign and save
     */
    record Choices(
            String self,
            boolean works,
            List<String> colleagues,
            List<Choice> states,
            List<Right> rights,
            List<Term> terms) {}

    /** By when cases are due. */
    record Term(String days, String words) {}

    record Choice(String key, Text label) {}

    /**
     * A saved view.
     *
     * @param current whether the page shows it
     */
    record Saved(UUID id, String name, String owner, boolean own, boolean shared, String href, boolean current) {
        /** The field in which its new name is typed. */
        public String field() {
            return "name-" + id;
        }
    }

    /** @param awaiting how many messages of the customer await staff, in words; empty where none does */
    record Row(
            String reference,
            Text state,
            String awaiting,
            Right right,
            String name,
            String email,
            Instant received,
            Due due,
            String assignee,
            Optional<Progress> progress) {}

    /**
     * How far a case's sources are.
     *
     * @param failed in words; empty where none is
     */
    record Progress(int ended, int all, String words, String failed) {}

    /** Own views can be renamed and deleted. */
    public List<Saved> own() {
        return views.stream().filter(Saved::own).toList();
    }

    /**
     * What became of cases that were to be assigned.
     *
     * @param summary of those that are assigned now; empty where none is
     * @param others those that are not, with why
     */
    record Done(String summary, List<Other> others) {
        static Done of(List<AssignRequests.Outcome> outcomes, Optional<String> assignee, Page page) {
            QueueMessages messages = page.messages(QueueMessages.class);
            long count = outcomes.stream()
                    .filter(outcome -> outcome.result() == AssignRequests.Result.ASSIGNED)
                    .count();
            String cases = page.counted(count, messages.cases());
            String summary =
                    assignee.map(name -> messages.assigned(name, cases)).orElseGet(() -> messages.unassigned(cases));
            return new Done(
                    count == 0 ? "" : summary,
                    outcomes.stream()
                            .filter(outcome -> outcome.result() != AssignRequests.Result.ASSIGNED)
                            .map(outcome -> new Other(outcome.reference(), why(outcome, messages)))
                            .toList());
        }

        private static String why(AssignRequests.Outcome outcome, QueueMessages messages) {
            return switch (outcome.result()) {
                case ASSIGNED -> "";
                case UNCHANGED -> outcome.assignee().isPresent() ? messages.alreadyTheirs() : messages.alreadyNobodys();
                case TAKEN -> outcome.assignee().map(messages::takenBy).orElseGet(messages::takenBack);
                case CLOSED -> messages.isClosed();
                case UNKNOWN -> messages.isUnknown();
                case FAILED -> messages.hasFailed();
            };
        }
    }

    record Other(String reference, String why) {}
}
