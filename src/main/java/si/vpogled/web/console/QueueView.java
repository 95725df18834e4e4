package si.vpogled.web.console;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import si.vpogled.request.AssignRequests;
import si.vpogled.request.Right;
import si.vpogled.text.Text;
import si.vpogled.web.page.Page;

/**
 * What the page of the list shows.
 *
 * @param cut whether a search goes on with the next page, though this one is not full
 * @param sent what a form that came back had
 * @param done what became of cases that were to be assigned
 */
record QueueView(
        QueueFilter filter,
        List<Row> rows,
        boolean cut,
        Links links,
        Choices choices,
        List<Saved> views,
        Sent sent,
        Optional<Done> done) {
    /**
     * A form of the page as it was sent.
     *
     * @param cases that were ticked
     * @param to whom they were to be given
     * @param name of a view
     * @param shared whether the view was to be shown to all
     * @param renamed the view that was to have the name; empty where it was a new one
     */
    record Sent(Set<String> cases, String to, String name, boolean shared, String renamed) {
        static final Sent NOTHING = new Sent(Set.of(), "", "", false, "");

        Sent {
            cases = Set.copyOf(cases);
        }

        static Sent assigning(List<AssignRequests.Chosen> chosen, String to) {
            return new Sent(
                    chosen.stream().map(AssignRequests.Chosen::reference).collect(Collectors.toSet()),
                    to,
                    "",
                    false,
                    "");
        }

        static Sent view(String name, boolean shared) {
            return new Sent(Set.of(), "", name, shared, "");
        }

        static Sent renaming(UUID view, String name) {
            return new Sent(Set.of(), "", name, false, view.toString());
        }

        public boolean ticked(Row row) {
            return cases.contains(row.reference());
        }

        /** Of a new view. */
        public String newName() {
            return renamed.isEmpty() ? name : "";
        }

        /** What stands in the field of a view: what was typed there, or its name. */
        public String nameOf(Saved view) {
            return renamed.equals(view.id().toString()) ? name : view.name();
        }
    }

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

    /** @param attention what awaits staff, in words: messages of the customer, letters that were not taken */
    record Row(
            String reference,
            Text state,
            List<String> attention,
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

        /** Of one case on its own page, as a sentence. */
        static String why(AssignRequests.Outcome outcome, Page page) {
            QueueMessages messages = page.messages(QueueMessages.class);
            return messages.notAssigned() + " " + why(outcome, messages) + ".";
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
