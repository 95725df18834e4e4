package si.vpogled.web.problem;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import si.vpogled.text.Language;

/** The language that whoever asks reads: what {@code Accept-Language} prefers of Slovenian and English. */
@RequestScoped
public class ReaderLanguage {
    private static final int LONGEST_HEADER = 200;

    private final RoutingContext context;

    ReaderLanguage(RoutingContext context) {
        this.context = context;
    }

    /** Slovenian where nothing is asked for. */
    public Language language() {
        return or(Language.SL);
    }

    /**
     * @param otherwise where neither language is asked for
     */
    public Language or(Language otherwise) {
        return of(context).orElse(otherwise);
    }

    static Optional<Language> of(RoutingContext context) {
        return preferred(context.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    static Optional<Language> preferred(String header) {
        if (header == null || header.length() > LONGEST_HEADER) {
            return Optional.empty();
        }
        try {
            List<Locale> ours = List.of(Language.SL.locale(), Language.EN.locale());
            return Optional.ofNullable(Locale.lookup(Locale.LanguageRange.parse(header), ours))
                    .map(locale -> Language.of(locale.getLanguage()));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
