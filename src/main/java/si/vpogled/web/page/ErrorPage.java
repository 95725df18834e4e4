package si.vpogled.web.page;

import io.quarkus.arc.Arc;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import si.vpogled.text.Language;
import si.vpogled.web.problem.ProblemPage;

/** What a browser sees of a problem. Asks nobody for anything: whatever went wrong must not go wrong again here. */
@ApplicationScoped
class ErrorPage implements ProblemPage {
    private static final String PORTAL = "/";
    private static final String CONSOLE = "/console";
    /** Where the framework keeps the token of forms; a form that it refused has none. */
    private static final String FORM_TOKEN = "csrf_token";

    private final Brand brand;
    private final Assets assets;
    private final CurrentIdentityAssociation identities;
    private final CurrentVertxRequest request;

    ErrorPage(Brand brand, Assets assets, CurrentIdentityAssociation identities, CurrentVertxRequest request) {
        this.brand = brand;
        this.assets = assets;
        this.identities = identities;
        this.request = request;
    }

    @CheckedTemplate(basePath = "page")
    static class Templates {
        static native TemplateInstance error(Page page, Told told);
    }

    @Override
    public String render(Told problem, Language language, String path) {
        boolean console = path.equals(CONSOLE) || path.startsWith(CONSOLE + "/");
        Page page = new Page(
                language,
                console ? CONSOLE + "/problem" : PORTAL,
                "",
                brand,
                assets,
                console ? staff() : Optional.empty(),
                false);
        return Templates.error(page, problem).setLocale(language.locale()).render();
    }

    /** The name of whoever is known to be signed in by now, where the menu's form can have a token of this answer's. */
    private Optional<String> staff() {
        if (!Arc.container().requestContext().isActive()
                || request.getCurrent() == null
                || request.getCurrent().get(FORM_TOKEN) == null) {
            return Optional.empty();
        }
        CompletableFuture<SecurityIdentity> known =
                identities.getDeferredIdentity().subscribeAsCompletionStage();
        return known.state() != CompletableFuture.State.SUCCESS
                        || known.resultNow().isAnonymous()
                ? Optional.empty()
                : Optional.of(known.resultNow().getPrincipal().getName());
    }
}
