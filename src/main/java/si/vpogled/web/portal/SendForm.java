package si.vpogled.web.portal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import si.vpogled.request.FormDrafts;
import si.vpogled.request.SubmitRequest;
import si.vpogled.web.page.Page;
import si.vpogled.web.security.CallerLimits;
import si.vpogled.web.security.Limit;

/** Makes the request of the answers that were kept, and drops these: both, or neither. */
@ApplicationScoped
class SendForm {
    private static final int LONGEST_KEY = 64;

    private final FormDrafts drafts;
    private final FormChecks checks;
    private final SubmitRequest submit;
    private final CallerLimits limits;

    SendForm(FormDrafts drafts, FormChecks checks, SubmitRequest submit, CallerLimits limits) {
        this.drafts = drafts;
        this.checks = checks;
        this.submit = submit;
        this.limits = limits;
    }

    /** What became of it. */
    sealed interface Outcome {}

    record Sent(String reference) implements Outcome {}

    /** Other answers were given since they were shown. */
    record Changed() implements Outcome {}

    record Missing(Step step) implements Outcome {}

    /** The answers are gone, and no request was made of them. */
    record Ended() implements Outcome {}

    /**
     * @param key that the page showed, by which a form is known again that was sent already
     * @param digest of the answers that the page showed
     */
    @Transactional
    Outcome send(Optional<String> token, String key, String digest, Page page) {
        Optional<FormDraft> kept = token.flatMap(drafts::lock).map(DraftFormat::read);
        if (kept.isEmpty()) {
            return before(key);
        }
        FormDraft draft = kept.get();
        Optional<Step> missing = checks.missing(draft, page);
        if (missing.isPresent()) {
            return new Missing(missing.get());
        }
        if (!DraftFormat.digest(draft.form()).equals(digest)) {
            return new Changed();
        }
        limits.take(Limit.SUBMISSION, draft.form().submission().email());
        String reference = submit.submit(draft.form().submission(), Optional.of(named(draft.key())));
        token.ifPresent(drafts::end);
        return new Sent(reference);
    }

    private Outcome before(String key) {
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            return new Ended();
        }
        return submit.submitted(named(key)).<Outcome>map(Sent::new).orElseGet(Ended::new);
    }

    private static String named(String key) {
        return "form " + key;
    }
}
