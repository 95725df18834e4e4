package si.vpogled.web.console;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import si.vpogled.erasure.Notices;
import si.vpogled.erasure.Plans;
import si.vpogled.request.RequestCase;
import si.vpogled.text.Text;

/**
 * The plan of an erasure as its page shows it.
 *
 * @param version empty where none was made yet
 * @param may what the reader can do with it
 */
record PlanView(
        RequestCase request,
        Optional<Plans.Version> version,
        List<Line> lines,
        List<String> noneHeld,
        List<String> referred,
        boolean certified,
        List<Notices.Notice> notices,
        May may) {
    PlanView {
        lines = List.copyOf(lines);
        noneHeld = List.copyOf(noneHeld);
        referred = List.copyOf(referred);
        notices = List.copyOf(notices);
    }

    /**
     * @param notYours somebody else has to approve it
     * @param tell write down what recipients were told, and answered
     */
    record May(boolean change, boolean propose, boolean approve, boolean sendBack, boolean notYours, boolean tell) {}

    /**
     * A group of records.
     *
     * @param period in words; empty where it is all of them
     * @param happens one sentence each
     */
    record Line(
            String key,
            String title,
            String service,
            String identifier,
            String period,
            long records,
            List<Item> items,
            List<String> happens) {}

    /** One item of a group. */
    record Item(
            String id, String label, Text article, Text text, Optional<String> changedBy, Optional<String> reason) {}

    public String base() {
        return "/console/cases/" + request.reference();
    }

    public String hash() {
        return version.map(Plans.Version::hash).orElse("");
    }

    public boolean forgotten() {
        return version.filter(one -> one.plan().isEmpty()).isPresent();
    }

    public int openAccounts() {
        return version.flatMap(Plans.Version::plan)
                .map(plan -> plan.openAccounts())
                .orElse(0);
    }

    public List<String> recipients() {
        return version.flatMap(Plans.Version::plan)
                .map(plan -> plan.recipients())
                .orElse(List.of());
    }

    public Optional<LocalDate> backupsUntil() {
        return version.flatMap(Plans.Version::plan).flatMap(plan -> plan.backupsUntil());
    }
}
