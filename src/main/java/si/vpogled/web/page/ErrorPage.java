package si.vpogled.web.page;

import io.quarkus.arc.Arc;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
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

    private final Brand brand;
    private final Assets assets;
    private final CurrentIdentityAssociation identities;

    ErrorPage(Brand brand, Assets assets, CurrentIdentityAssociation identities) {
        this.brand = brand;
        this.assets = assets;
        this.identities = identities;
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

    /** The name of whoever is known to be signed in by now. */
    private Optional<String> staff() {
        if (!Arc.container().requestContext().isActive()) {
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
