package si.vpogled.web.page;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import si.vpogled.text.Language;
import si.vpogled.web.problem.ReaderLanguage;
import si.vpogled.web.security.CookieRules;

/** Has the browser remember the language that a page's address asks for, once whatever is answered is a page. */
@Provider
@Priority(Priorities.HEADER_DECORATOR)
class RememberLanguage implements ContainerResponseFilter {
    private static final int REMEMBERED = (int) Duration.ofDays(365).toSeconds();

    private final ReaderLanguage reader;
    private final CookieRules rules;

    RememberLanguage(ReaderLanguage reader, CookieRules rules) {
        this.reader = reader;
        this.rules = rules;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (MediaType.TEXT_HTML_TYPE.isCompatible(response.getMediaType())) {
            reader.asked().ifPresent(asked -> response.getHeaders().add(HttpHeaders.SET_COOKIE, cookie(asked)));
        }
    }

    NewCookie cookie(Language asked) {
        return rules.unbound(ReaderLanguage.COOKIE, NewCookie.SameSite.LAX)
                .value(asked.tag())
                .maxAge(REMEMBERED)
                .build();
    }
}
