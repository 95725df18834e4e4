package si.vpogled.web.page;

import io.quarkus.arc.Arc;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import si.vpogled.request.Role;
import si.vpogled.text.Language;
import si.vpogled.web.problem.ProblemPage;
import si.vpogled.web.problem.ReaderLanguage;
import si.vpogled.web.security.SubjectAtProblem;

/** What a browser sees of a problem. Asks for nothing that may be what went wrong: it must not go wrong again here. */
@ApplicationScoped
class ErrorPage implements ProblemPage {
    private static final int FORBIDDEN = 403;
    private static final String CONSOLE = "/console";
    /** A place in portal or console that is in no menu. */
    private static final String PLACE = "/problem";

    private final Brand brand;
    private final Assets assets;
    private final CurrentIdentityAssociation identities;
    private final SubjectAtProblem subject;

    ErrorPage(Brand brand, Assets assets, CurrentIdentityAssociation identities, SubjectAtProblem subject) {
        this.brand = brand;
        this.assets = assets;
        this.identities = identities;
        this.subject = subject;
    }

    @CheckedTemplate(basePath = "page")
    static class Templates {
        static native TemplateInstance error(Page page, Told told, String switchHref);

        static native TemplateInstance withoutRole(Page page, String name, String switchHref);
    }

    @Override
    public String render(Told problem, Language language, Asked asked) {
        boolean console = asked.path().equals(CONSOLE) || asked.path().startsWith(CONSOLE + "/");
        Optional<SecurityIdentity> staff = console ? staff() : Optional.empty();
        Page page = new Page(
                language,
                console ? CONSOLE + PLACE : PLACE,
                "",
                brand,
                assets,
                staff.filter(ErrorPage::hasRole).map(ErrorPage::name),
                !console && subject.signedIn(problem.status(), asked.cookies()));
        String switchHref = switchHref(problem, asked) + page.other();
        return staff.filter(_ -> problem.status() == FORBIDDEN)
                .filter(known -> !hasRole(known))
                .map(known -> Templates.withoutRole(page, name(known), switchHref))
                .orElseGet(() -> Templates.error(page, problem, switchHref))
                .setLocale(language.locale())
                .render();
    }

    /** The same again, or after a form the page on problems of this type: a form is not sent by a link. */
    private static String switchHref(Told problem, Asked asked) {
        return asked.again().orElse(problem.type() + "?") + ReaderLanguage.PARAMETER + "=";
    }

    private static String name(SecurityIdentity known) {
        return known.getPrincipal().getName();
    }

    /** Nothing in the menu is for somebody who has none. */
    private static boolean hasRole(SecurityIdentity known) {
        return Stream.of(Role.values()).anyMatch(role -> known.hasRole(role.key()));
    }

    /** Whoever is known to be signed in by now. */
    private Optional<SecurityIdentity> staff() {
        if (!Arc.container().requestContext().isActive()) {
            return Optional.empty();
        }
        CompletableFuture<SecurityIdentity> known =
                identities.getDeferredIdentity().subscribeAsCompletionStage();
        return known.state() != CompletableFuture.State.SUCCESS
                        || known.resultNow().isAnonymous()
                ? Optional.empty()
                : Optional.of(known.resultNow());
    }
}
