package si.vpogled.web.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import si.vpogled.inventory.Inventory;
import si.vpogled.text.Language;
import si.vpogled.web.problem.ProblemPage;

/** What a browser sees of a problem. Knows nothing of who asks: whatever went wrong must not go wrong again here. */
@ApplicationScoped
class ErrorPage implements ProblemPage {
    private final Inventory inventory;
    private final Assets assets;

    ErrorPage(Inventory inventory, Assets assets) {
        this.inventory = inventory;
        this.assets = assets;
    }

    @CheckedTemplate(basePath = "page")
    static class Templates {
        static native TemplateInstance error(Page page, Told told);
    }

    @Override
    public String render(Told problem, Language language) {
        Page page = new Page(language, "/", "", inventory.provider(), assets, Optional.empty(), false);
        return Templates.error(page, problem).setLocale(language.locale()).render();
    }
}
