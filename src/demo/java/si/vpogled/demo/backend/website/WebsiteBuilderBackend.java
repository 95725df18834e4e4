package si.vpogled.demo.backend.website;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import si.vpogled.demo.backend.Backend;
import si.vpogled.demo.backend.Listing;
import si.vpogled.demo.people.Population;
import si.vpogled.demo.server.HttpAnswer;
import si.vpogled.demo.server.HttpBackend;
import si.vpogled.demo.server.HttpQuestion;

/** The builder's interface for programs. */
public final class WebsiteBuilderBackend implements Backend {
    private static final String USER = "vpogled";
    private static final String PASSWORD = "bere-strani";
    private static final String BASIC =
            "Basic " + Base64.getEncoder().encodeToString((USER + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    private static final String SITE = "/api/sites/{site}";
    private static final int PAGE = 20;
    private static final int LARGEST_PAGE = 1_000;

    private final HttpBackend server = HttpBackend.start();
    private final Population population;

    private WebsiteBuilderBackend(Population population) {
        this.population = population;
        server.guard(WebsiteBuilderBackend::refuse)
                .get("/api/health", question -> HttpAnswer.json(Map.of("ok", true)))
                .get("/api/customers/{number}/sites", this::sites)
                .get(SITE + "/account", listing(SiteRecords::account))
                .get(SITE + "/activation-emails", listing(SiteRecords::activationEmails))
                .get(SITE + "/files", listing(SiteRecords::fileList))
                .get(SITE + "/files/{id}", this::file)
                .get(SITE + "/pages", listing(SiteRecords::pages))
                .get(SITE + "/submissions", listing(SiteRecords::submissions))
                .get(SITE + "/submissions/{id}", this::submission)
                .get(SITE + "/statistics/editor", listing(SiteRecords::editorStatistics))
                .get(SITE + "/statistics/visitors", listing(SiteRecords::visitorStatistics))
                .get(SITE + "/backups", listing(SiteRecords::backups))
                .get(SITE + "/access-log", lazy(SiteRecords::accessLog));
    }

    public static WebsiteBuilderBackend start(Population population) {
        return new WebsiteBuilderBackend(population);
    }

    public int port() {
        return server.port();
    }

    private static Optional<HttpAnswer> refuse(HttpQuestion question) {
        return question.header("Authorization").filter(BASIC::equals).isPresent()
                ? Optional.empty()
                : Optional.of(HttpAnswer.json(401, Map.of("error", "Prijava je potrebna"))
                        .header("WWW-Authenticate", "Basic realm=\"spletne strani\""));
    }

    private HttpAnswer sites(HttpQuestion question) {
        return population
                .customer(question.name("number"))
                .map(customer -> HttpAnswer.json(Map.of(
                        "sites",
                        customer.holdings().sites().stream()
                                .map(site -> Map.of("id", site.id(), "domain", site.domain()))
                                .toList())))
                .orElseGet(WebsiteBuilderBackend::unknown);
    }

    private Optional<SiteRecords> records(HttpQuestion question) {
        return population.customers().stream()
                .flatMap(customer -> customer.holdings().sites().stream()
                        .filter(site -> site.id().equals(question.name("site")))
                        .map(site -> new SiteRecords(population, customer, site)))
                .findFirst();
    }

    private HttpBackend.Handler listing(Function<SiteRecords, List<Map<String, Object>>> of) {
        return lazy(records -> Listing.of(of.apply(records)));
    }

    private HttpBackend.Handler lazy(Function<SiteRecords, Listing> of) {
        return question -> records(question)
                .map(records -> page(of.apply(records), question))
                .orElseGet(WebsiteBuilderBackend::unknown);
    }

    private static HttpAnswer page(Listing all, HttpQuestion question) {
        int page = Math.max(1, question.number("page", 1));
        int size = Math.clamp(question.number("size", PAGE), 1, LARGEST_PAGE);
        return HttpAnswer.json(all.page(page, size))
                .header("X-Total-Pages", Integer.toString(Math.max(1, all.pages(size))));
    }

    private HttpAnswer file(HttpQuestion question) {
        return records(question)
                .flatMap(records -> records.files().stream()
                        .filter(file -> Integer.toString(file.id()).equals(question.name("id")))
                        .findFirst())
                .map(file -> HttpAnswer.of(200, file.mediaType(), file.content()))
                .orElseGet(WebsiteBuilderBackend::unknown);
    }

    private HttpAnswer submission(HttpQuestion question) {
        String id = question.name("id");
        return records(question)
                .filter(records -> id.matches("\\d{1,6}"))
                .map(records -> HttpAnswer.json(records.submission(Integer.parseInt(id))))
                .orElseGet(WebsiteBuilderBackend::unknown);
    }

    private static HttpAnswer unknown() {
        return HttpAnswer.json(404, Map.of("error", "Ni najdeno"));
    }

    @Override
    public Map<String, String> environment() {
        return Map.of(
                "WEBSITE_BUILDER_URL", server.url(),
                "WEBSITE_BUILDER_USER", USER,
                "VPOGLED_SECRET_WEBSITE_BUILDER_PASSWORD", PASSWORD);
    }

    @Override
    public void close() {
        server.close();
    }
}
