package si.vpogled.web.portal;

import java.util.List;
import si.vpogled.request.Right;
import si.vpogled.web.page.Errors;

/**
 * What the page of one question shows.
 *
 * @param change whether the reader came from the check page, and goes back there
 */
record StepView(
        Step step,
        RequestForm form,
        Errors errors,
        List<Right> rights,
        List<ServiceHoldings> services,
        boolean change) {
    StepView {
        rights = List.copyOf(rights);
        services = List.copyOf(services);
    }

    public boolean at(String key) {
        return step.key().equals(key);
    }

    /** All questions, and the check after them. */
    public int steps() {
        return Step.values().length + 1;
    }

    /** The language of the answer: the page's, until another is chosen. */
    public boolean answeredIn(String tag, String page) {
        return (form.language().isEmpty() ? page : form.language()).equals(tag);
    }
}
