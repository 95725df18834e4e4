package si.vpogled.demo.backend.dostavljalec;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import si.vpogled.demo.backend.Backend;
import si.vpogled.demo.backend.Erasures;
import si.vpogled.demo.backend.Listing;
import si.vpogled.demo.people.Holdings.Newsletter;
import si.vpogled.demo.people.Population;
import si.vpogled.demo.server.HttpAnswer;
import si.vpogled.demo.server.HttpBackend;
import si.vpogled.demo.server.HttpQuestion;

/** The tool's interface for programs. */
public final class DostavljalecBackend implements Backend {
    private static final String TOKEN = "zeton-dostavljalca";
    private static final String ERASING_TOKEN = "zeton-za-brisanje";
    private static final String ACCOUNT = "/v2/accounts/{account}";
    /** Less than a week of backups. */
    private static final int PAGE = 5;

    private static final int LARGEST_PAGE = 5_000;

    private final HttpBackend server = HttpBackend.start();
    private final Population population;
    private final Erasures erasures = new Erasures();
    private final Set<String> held = ConcurrentHashMap.newKeySet();

    private DostavljalecBackend(Population population) {
        this.population = population;
        server.guard(DostavljalecBackend::refuse)
                .get("/v2/ping", question -> HttpAnswer.json(Map.of("ok", true)))
                .get("/v2/customers/{number}/accounts", this::accounts);
        part("", AccountRecords::account);
        part("/activation-emails", AccountRecords::activationEmails);
        part("/contacts", AccountRecords::contacts);
        part("/campaigns", AccountRecords::campaigns);
        part("/statistics", AccountRecords::statistics);
        part("/actions", AccountRecords::actions);
        part("/backups", AccountRecords::backups);
        server.get(ACCOUNT + "/access-log", question -> of(question, AccountRecords::accessLog, this::accessLog))
                .route("POST", ACCOUNT + "/access-log/anonymise", erasures::anonymise)
                .route("PUT", ACCOUNT + "/hold", this::hold)
                .route("DELETE", ACCOUNT + "/hold", this::release);
    }

    private void part(String path, Part part) {
        erasures.add(server, ACCOUNT + path, question -> of(question, part, (listing, _) -> listing));
    }

    private Listing accessLog(Listing log, HttpQuestion question) {
        return erasures.anonymised(log, question, "at", "user", "ip");
    }

    private HttpAnswer hold(HttpQuestion question) {
        held.add(question.name("account"));
        return HttpAnswer.text(204, "");
    }

    private HttpAnswer release(HttpQuestion question) {
        held.remove(question.name("account"));
        return HttpAnswer.text(204, "");
    }

    /** The accounts that are on hold. */
    public Set<String> held() {
        return Set.copyOf(held);
    }

    public Erasures erasures() {
        return erasures;
    }

    public static DostavljalecBackend start(Population population) {
        return new DostavljalecBackend(population);
    }

    @FunctionalInterface
    private interface Part {
        Listing of(AccountRecords records);
    }

    public int port() {
        return server.port();
    }

    private static Optional<HttpAnswer> refuse(HttpQuestion question) {
        String token = question.header("Authorization").orElse("").replace("Bearer ", "");
        if (token.equals(TOKEN) && question.changes()) {
            return Optional.of(HttpAnswer.json(403, Map.of("message", "Ta žeton samo bere")));
        }
        return token.equals(TOKEN) || token.equals(ERASING_TOKEN)
                ? Optional.empty()
                : Optional.of(HttpAnswer.json(401, Map.of("message", "Neveljaven žeton")));
    }

    private HttpAnswer accounts(HttpQuestion question) {
        return population
                .customer(question.name("number"))
                .map(customer -> HttpAnswer.json(customer.holdings().newsletters().stream()
                        .map(newsletter -> Map.of("account", newsletter.account()))
                        .toList()))
                .orElseGet(DostavljalecBackend::unknown);
    }

    private HttpAnswer of(HttpQuestion question, Part part, BiFunction<Listing, HttpQuestion, Listing> seen) {
        String account = question.name("account");
        return population.customers().stream()
                .flatMap(customer -> customer.holdings().newsletters().stream()
                        .filter(newsletter -> newsletter.account().equals(account))
                        .map((Newsletter newsletter) -> new AccountRecords(population, customer, newsletter)))
                .findFirst()
                .map(records -> page(seen.apply(part.of(records), question), question))
                .orElseGet(DostavljalecBackend::unknown);
    }

    private HttpAnswer page(Listing listing, HttpQuestion question) {
        int size = Math.clamp(question.number("per_page", PAGE), 1, LARGEST_PAGE);
        int page = Math.max(1, question.number("page", 1));
        HttpAnswer answer = HttpAnswer.json(Map.of("items", listing.page(page, size)));
        if (page >= listing.pages(size)) {
            return answer;
        }
        return answer.header(
                "Link",
                "<http://%s/%s?page=%d&per_page=%d>; rel=\"next\""
                        .formatted(
                                question.header("Host").orElseThrow(),
                                String.join("/", question.path()),
                                page + 1,
                                size));
    }

    private static HttpAnswer unknown() {
        return HttpAnswer.json(404, Map.of("message", "Ni najdeno"));
    }

    @Override
    public Map<String, String> environment() {
        return Map.of("DOSTAVLJALEC_URL", server.url(), "VPOGLED_SECRET_DOSTAVLJALEC_TOKEN", TOKEN);
    }

    @Override
    public Map<String, String> erasing() {
        return Map.of("VPOGLED_SECRET_DOSTAVLJALEC_ERASING_TOKEN", ERASING_TOKEN);
    }

    @Override
    public void close() {
        server.close();
    }
}
