package si.vpogled.web.page;

import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import si.vpogled.text.Language;

/** The language of a page: asked for in the address, else remembered, else as the browser prefers, else Slovenian. */
@RequestScoped
public class PageLanguage {
    static final String PARAMETER = "lang";
    static final String COOKIE = "vpogled-language";
    private static final int LONGEST_HEADER = 200;

    private final RoutingContext context;

    PageLanguage(RoutingContext context) {
        this.context = context;
    }

    public Language language() {
        return asked().or(this::remembered).or(this::preferred).orElse(Language.SL);
    }

    /** What the address asks for, and the browser is to remember. */
    Optional<Language> asked() {
        return known(context.queryParams().get(PARAMETER));
    }

    private Optional<Language> remembered() {
        return Optional.ofNullable(context.request().getCookie(COOKIE))
                .map(Cookie::getValue)
                .flatMap(PageLanguage::known);
    }

    private static Optional<Language> known(String tag) {
        return Stream.of(Language.values())
                .filter(language -> language.tag().equals(tag))
                .findFirst();
    }

    private Optional<Language> preferred() {
        String header = context.request().getHeader("Accept-Language");
        if (header == null || header.length() > LONGEST_HEADER) {
            return Optional.empty();
        }
        try {
            List<Locale> ours =
                    Stream.of(Language.values()).map(Language::locale).toList();
            return Optional.ofNullable(Locale.lookup(Locale.LanguageRange.parse(header), ours))
                    .map(Locale::getLanguage)
                    .flatMap(PageLanguage::known);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
