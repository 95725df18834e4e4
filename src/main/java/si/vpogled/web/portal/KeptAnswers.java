package si.vpogled.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.NewCookie;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import si.vpogled.inventory.Inventory;
import si.vpogled.request.FormDrafts;
import si.vpogled.request.RequestConfig;

/** The answers that this browser gave so far. Nothing is kept before the first. */
@RequestScoped
class KeptAnswers {
    private final FormCookie cookie;
    private final FormDrafts drafts;
    private final Inventory inventory;
    private final RequestConfig config;

    KeptAnswers(FormCookie cookie, FormDrafts drafts, Inventory inventory, RequestConfig config) {
        this.cookie = cookie;
        this.drafts = drafts;
        this.inventory = inventory;
        this.config = config;
    }

    /** What stands; empty where the browser had answers that are gone. */
    Optional<FormDraft> find() {
        return cookie.token()
                .map(token -> drafts.read(token).map(DraftFormat::read))
                .orElseGet(() -> Optional.of(blank()));
    }

    /**
     * Keeps what comes of what there is.
     *
     * @return the cookie that the browser has it by; empty where what there was is gone
     */
    Optional<NewCookie> keep(UnaryOperator<FormDraft> change) {
        Optional<String> token = cookie.token();
        if (token.isEmpty()) {
            return Optional.of(cookie.of(drafts.begin(DraftFormat.write(change.apply(blank())))));
        }
        UnaryOperator<String> rewritten = content -> DraftFormat.write(change.apply(DraftFormat.read(content)));
        return token.filter(known -> drafts.change(known, rewritten).isPresent())
                .map(cookie::of);
    }

    private FormDraft blank() {
        return new FormDraft(
                RequestForm.blank(inventory, config.rightsOffered()),
                Set.of(),
                UUID.randomUUID().toString());
    }
}
