package si.vpogled.web.problem;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import si.vpogled.text.Language;

/** The page where nothing nicer is there. */
@DefaultBean
@ApplicationScoped
class PlainProblemPage implements ProblemPage {
    @Override
    public String render(Told problem, Language language, Asked asked) {
        return """
                <!doctype html>
                <html lang="%s"><head><meta charset="utf-8"><title>%s</title></head>
                <body><main><h1>%2$s</h1><p>%3$s</p></main></body></html>
                """.formatted(language.tag(), escaped(problem.title()), escaped(problem.detail()));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
