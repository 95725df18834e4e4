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
import si.vpogled.web.problem.ReaderLanguage;

/** What a browser sees of a problem. Asks nobody for anything: whatever went wrong must not go wrong again here. */
@ApplicationScoped
class ErrorPage implements ProblemPage {
    private static final String CONSOLE = "/console";
    /** A place in portal or console that is in no menu. */
    private static final String PLACE = "/problem";

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
        static native TemplateInstance error(Page page, Told told, String switchHref);
    }

    @Override
    public String render(Told problem, Language language, Asked asked) {
        boolean console = asked.path().equals(CONSOLE) || asked.path().startsWith(CONSOLE + "/");
        Page page = new Page(
                language,
                console ? CONSOLE + PLACE : PLACE,
                "",
                brand,
                assets,
                console ? staff() : Optional.empty(),
                false);
        return Templates.error(page, problem, switchHref(problem, asked) + page.other())
                .setLocale(language.locale())
                .render();
    }

    /** The same again, or after a form the page on problems of this type: a form is not sent by a link. */
    private static String switchHref(Told problem, Asked asked) {
        return asked.again().orElse(problem.type() + "?") + ReaderLanguage.PARAMETER + "=";
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
