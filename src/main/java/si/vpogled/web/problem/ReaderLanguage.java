package si.vpogled.web.problem;

import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import si.vpogled.text.Language;

/**
 * The language that whoever asks reads: on pages what the address asks for or the browser remembers, else what {@code
 * Accept-Language} prefers of Slovenian and English.
 */
@RequestScoped
public class ReaderLanguage {
    /** In a page's address. */
    public static final String PARAMETER = "lang";

    /** What a browser remembers it by. */
    public static final String COOKIE = "vpogled-language";

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

    /** What the page's address asks for. */
    public Optional<Language> asked() {
        return asked(context);
    }

    /** What an address has besides the language; empty, or ending with {@code &}. */
    public static String otherParameters(RoutingContext context) {
        return context.queryParams().entries().stream()
                .filter(entry -> !entry.getKey().equals(PARAMETER))
                .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()) + "&")
                .collect(Collectors.joining());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static Optional<Language> of(RoutingContext context) {
        Optional<Language> preferred = preferred(context.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        if (context.normalizedPath().startsWith("/api/")) {
            return preferred;
        }
        return asked(context).or(() -> remembered(context)).or(() -> preferred);
    }

    private static Optional<Language> asked(RoutingContext context) {
        return known(context.queryParams().get(PARAMETER));
    }

    private static Optional<Language> remembered(RoutingContext context) {
        return Optional.ofNullable(context.request().getCookie(COOKIE))
                .map(Cookie::getValue)
                .flatMap(ReaderLanguage::known);
    }

    private static Optional<Language> known(String tag) {
        return Stream.of(Language.values())
                .filter(language -> language.tag().equals(tag))
                .findFirst();
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
