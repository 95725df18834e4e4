package si.vpogled.demo.backend.website;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import si.vpogled.demo.backend.Backend;
import si.vpogled.demo.backend.Erasures;
import si.vpogled.demo.backend.Listing;
import si.vpogled.demo.people.Population;
import si.vpogled.demo.server.HttpAnswer;
import si.vpogled.demo.server.HttpBackend;
import si.vpogled.demo.server.HttpQuestion;

/** The builder's interface for programs. */
public final class WebsiteBuilderBackend implements Backend {
    private static final String USER = "vpogled";
    private static final String PASSWORD = "bere-strani";
    private static final String BASIC = basic(USER, PASSWORD);
    private static final String ERASER = "vpogled-brisalec";
    private static final String ERASERS_PASSWORD = "brise-strani";
    private static final String ERASING = basic(ERASER, ERASERS_PASSWORD);
    private static final String SITE = "/api/sites/{site}";
    private static final int PAGE = 20;
    private static final int LARGEST_PAGE = 1_000;

    private final HttpBackend server = HttpBackend.start();
    private final Population population;
    private final Erasures erasures = new Erasures();

    private WebsiteBuilderBackend(Population population) {
        this.population = population;
        server.guard(WebsiteBuilderBackend::refuse)
                .get("/api/health", question -> HttpAnswer.json(Map.of("ok", true)))
                .get("/api/customers/{number}/sites", this::sites);
        erasures.add(server, SITE + "/account", listing(SiteRecords::account));
        erasures.add(server, SITE + "/activation-emails", listing(SiteRecords::activationEmails));
        erasures.add(server, SITE + "/files", listing(SiteRecords::fileList));
        erasures.add(server, SITE + "/files/{id}", this::file);
        erasures.add(server, SITE + "/pages", listing(SiteRecords::pages));
        erasures.add(server, SITE + "/submissions/{id}", this::submission);
        erasures.add(server, SITE + "/statistics/visitors", listing(SiteRecords::visitorStatistics));
        erasures.add(server, SITE + "/backups", listing(SiteRecords::backups));
        server.get(SITE + "/submissions", this::submissions)
                .get(SITE + "/statistics/editor", this::editorStatistics)
                .route("POST", SITE + "/statistics/editor/anonymise", erasures::anonymise)
                .get(SITE + "/access-log", this::accessLog)
                .route("POST", SITE + "/access-log/anonymise", erasures::anonymise);
    }

    private HttpAnswer accessLog(HttpQuestion question) {
        return records(question)
                .map(records -> page(erasures.anonymised(records.accessLog(), question, "at", "user", "ip"), question))
                .orElseGet(WebsiteBuilderBackend::unknown);
    }

    /** What was anonymised has gone into the numbers of all sites. */
    private HttpAnswer editorStatistics(HttpQuestion question) {
        String path = String.join("/", question.path()) + '#';
        return kept(
                question,
                SiteRecords::editorStatistics,
                one -> path + one.get("day").toString().substring(0, 4));
    }

    private HttpAnswer submissions(HttpQuestion question) {
        String path = String.join("/", question.path()) + '/';
        return kept(question, SiteRecords::submissions, one -> path + one.get("id"));
    }

    private HttpAnswer kept(
            HttpQuestion question,
            Function<SiteRecords, List<Map<String, Object>>> of,
            Function<Map<String, Object>, String> path) {
        return records(question)
                .map(records -> Listing.of(of.apply(records).stream()
                        .filter(one -> !erasures.isErased(path.apply(one)))
                        .toList()))
                .map(listing -> page(listing, question))
                .orElseGet(WebsiteBuilderBackend::unknown);
    }

    public Erasures erasures() {
        return erasures;
    }

    public static WebsiteBuilderBackend start(Population population) {
        return new WebsiteBuilderBackend(population);
    }

    public int port() {
        return server.port();
    }

    private static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<HttpAnswer> refuse(HttpQuestion question) {
        String who = question.header("Authorization").orElse("");
        if (who.equals(BASIC) && question.changes()) {
            return Optional.of(HttpAnswer.json(403, Map.of("error", "Ta uporabnik samo bere")));
        }
        return who.equals(BASIC) || who.equals(ERASING)
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
        return question -> records(question)
                .map(records -> page(Listing.of(of.apply(records)), question))
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
    public Map<String, String> erasing() {
        return Map.of(
                "WEBSITE_BUILDER_ERASING_USER",
                ERASER,
                "VPOGLED_SECRET_WEBSITE_BUILDER_ERASING_PASSWORD",
                ERASERS_PASSWORD);
    }

    @Override
    public void close() {
        server.close();
    }
}
