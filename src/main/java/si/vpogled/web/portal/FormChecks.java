package si.vpogled.web.portal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import si.vpogled.inventory.Inventory;
import si.vpogled.letter.GoodFor;
import si.vpogled.request.RequestConfig;
import si.vpogled.request.Right;
import si.vpogled.web.page.Errors;
import si.vpogled.web.page.Page;

/** What there is to choose from, and what an answer misses. */
@ApplicationScoped
class FormChecks {
    private final Inventory inventory;
    private final RequestConfig config;

    FormChecks(Inventory inventory, RequestConfig config) {
        this.inventory = inventory;
        this.config = config;
    }

    /** The rights that the form offers, in the order of the law's articles. */
    List<Right> rights() {
        return Stream.of(Right.values())
                .filter(right -> config.rightsOffered().contains(right.key()))
                .toList();
    }

    /** How long answers are kept that are not sent. */
    String kept(Page page) {
        return GoodFor.told(config.draftPeriod(), page.language());
    }

    List<ServiceHoldings> services() {
        return ServiceHoldings.all(inventory);
    }

    Errors errors(RequestForm form, Step step, Page page) {
        return new CheckAnswers(form, page).errors(step, inventory, config.rightsOffered());
    }

    /** The first question that has no right answer yet, or none any more. */
    Optional<Step> missing(FormDraft draft, Page page) {
        return Stream.of(Step.values())
                .filter(step -> !draft.done().contains(step)
                        || errors(draft.form(), step, page).any())
                .findFirst();
    }
}
