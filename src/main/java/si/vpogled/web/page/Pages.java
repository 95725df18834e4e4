package si.vpogled.web.page;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import si.vpogled.web.problem.ReaderLanguage;
import si.vpogled.web.security.SignedInSubject;

/** Makes pages for the one who asks. */
@RequestScoped
public class Pages {
    /** On parts that the script asks for again: another state than the page's has it load the page anew. */
    public static final String STATE = "Vpogled-State";

    private final RoutingContext context;
    private final ReaderLanguage language;
    private final Brand brand;
    private final Assets assets;
    private final SignedInSubject subject;
    private final SecurityIdentity identity;

    Pages(
            RoutingContext context,
            ReaderLanguage language,
            Brand brand,
            Assets assets,
            SignedInSubject subject,
            SecurityIdentity identity) {
        this.context = context;
        this.language = language;
        this.brand = brand;
        this.assets = assets;
        this.subject = subject;
        this.identity = identity;
    }

    /** What the page asked for is to know. */
    public Page page() {
        String address = context.normalizedPath();
        boolean console = address.startsWith("/console") && !address.startsWith("/console/sign-");
        return new Page(
                language.language(),
                address,
                ReaderLanguage.otherParameters(context),
                brand,
                assets,
                console && !identity.isAnonymous()
                        ? Optional.of(identity.getPrincipal().getName())
                        : Optional.empty(),
                !address.startsWith("/console") && subject.find().isPresent());
    }

    /** A part of what the address asks for. */
    public Optional<String> asked(String parameter) {
        return Optional.ofNullable(context.queryParams().get(parameter));
    }

    public Response html(TemplateInstance template) {
        return html(Response.Status.OK.getStatusCode(), template);
    }

    public Response html(int status, TemplateInstance template) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .header("Content-Language", language.language().tag())
                .entity(template.setLocale(language.language().locale()).render())
                .build();
    }
}
