package si.vpogled.web.portal;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import si.vpogled.inventory.Inventory;
import si.vpogled.request.RequestConfig;
import si.vpogled.request.Right;
import si.vpogled.request.SubmitRequest;
import si.vpogled.request.Tickets;
import si.vpogled.web.page.Errors;
import si.vpogled.web.page.Page;
import si.vpogled.web.page.Pages;
import si.vpogled.web.security.BrowserTickets;

/** The form: answer, check, send. The answers travel with the pages; nothing is kept here before they are sent. */
@Path("/request")
@PermitAll
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class RequestPages {
    private static final int OK = 200;
    private static final int UNPROCESSABLE = 422;
    private static final String REFERENCE = "VP(-[0-9A-HJKMNP-TV-Z]{4}){3}";
    private static final int LONGEST_KEY = 64;

    private final Pages pages;
    private final Inventory inventory;
    private final RequestConfig config;
    private final SubmitRequest submit;
    private final Tickets tickets;
    private final BrowserTickets browser;

    RequestPages(
            Pages pages,
            Inventory inventory,
            RequestConfig config,
            SubmitRequest submit,
            Tickets tickets,
            BrowserTickets browser) {
        this.pages = pages;
        this.inventory = inventory;
        this.config = config;
        this.submit = submit;
        this.tickets = tickets;
        this.browser = browser;
    }

    @CheckedTemplate(basePath = "portal")
    static class Templates {
        static native TemplateInstance request(
                Page page, RequestForm form, Errors errors, List<Inventory.ServiceColumn> services, List<Right> rights);

        static native TemplateInstance check(
                Page page, RequestForm form, List<Inventory.ServiceColumn> services, Right right, String key);

        static native TemplateInstance sent(Page page, String reference, int days);
    }

    @GET
    public Response blank() {
        Page page = pages.page();
        return form(page, RequestForm.blank(inventory, page.language()), Errors.NONE);
    }

    /** {@code step} is where the pressed button leads: {@code form}, {@code check} or {@code send}. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response answered(MultivaluedMap<String, String> sent) {
        Page page = pages.page();
        RequestForm form = RequestForm.of(sent);
        String step = Optional.ofNullable(sent.getFirst("step")).orElse("check");
        if (step.equals("form")) {
            return form(page, form, Errors.NONE);
        }
        Errors errors = new CheckAnswers(form, page).errors(inventory, config.rightsOffered());
        if (errors.any()) {
            return form(page, form, errors);
        }
        return step.equals("send") ? send(form, sent.getFirst("key")) : check(page, form);
    }

    private Response form(Page page, RequestForm form, Errors errors) {
        List<Right> rights = Stream.of(Right.values())
                .filter(right -> config.rightsOffered().contains(right.key()))
                .toList();
        return pages.html(
                errors.any() ? UNPROCESSABLE : OK, Templates.request(page, form, errors, inventory.services(), rights));
    }

    /** Each look at this page makes a key of its own, by which sending twice is noticed. */
    private Response check(Page page, RequestForm form) {
        List<Inventory.ServiceColumn> services = inventory.services().stream()
                .filter(service -> form.wants(service.id()))
                .toList();
        return pages.html(Templates.check(
                page, form, services, Right.of(form.right()), UUID.randomUUID().toString()));
    }

    private Response send(RequestForm form, String key) {
        Optional<String> once =
                Optional.ofNullable(key).filter(given -> !given.isBlank() && given.length() <= LONGEST_KEY);
        String reference = submit.submit(form.submission(), once.map("form "::concat));
        return Response.seeOther(UriBuilder.fromPath("/request/sent")
                        .queryParam("reference", reference)
                        .build())
                .cookie(browser.given(tickets.ofSubmission(reference), config.confirmationPeriod()))
                .build();
    }

    @GET
    @Path("/sent")
    public Response sent(@QueryParam("reference") String reference) {
        if (reference == null || !reference.matches(REFERENCE)) {
            return Response.seeOther(UriBuilder.fromPath("/request").build()).build();
        }
        return pages.html(Templates.sent(
                pages.page(), reference, (int) config.confirmationPeriod().toDays()));
    }
}
