package si.vpogled.demo.backend.dostavljalec;

import java.util.Map;
import java.util.Optional;
import si.vpogled.demo.backend.Backend;
import si.vpogled.demo.backend.Listing;
import si.vpogled.demo.people.Holdings.Newsletter;
import si.vpogled.demo.people.Population;
import si.vpogled.demo.server.HttpAnswer;
import si.vpogled.demo.server.HttpBackend;
import si.vpogled.demo.server.HttpQuestion;

/** The tool's interface for programs. */
public final class DostavljalecBackend implements Backend {
    private static final String TOKEN = "zeton-dostavljalca";
    private static final int LARGEST_PAGE = 5_000;

    private final HttpBackend server = HttpBackend.start();
    private final Population population;

    private DostavljalecBackend(Population population) {
        this.population = population;
        server.guard(DostavljalecBackend::refuse)
                .get("/v2/ping", question -> HttpAnswer.json(Map.of("ok", true)))
                .get("/v2/customers/{number}/accounts", this::accounts)
                .get("/v2/accounts/{account}", question -> of(question, AccountRecords::account))
                .get(
                        "/v2/accounts/{account}/activation-emails",
                        question -> of(question, AccountRecords::activationEmails))
                .get("/v2/accounts/{account}/contacts", question -> of(question, AccountRecords::contacts))
                .get("/v2/accounts/{account}/campaigns", question -> of(question, AccountRecords::campaigns))
                .get("/v2/accounts/{account}/statistics", question -> of(question, AccountRecords::statistics))
                .get("/v2/accounts/{account}/actions", question -> of(question, AccountRecords::actions))
                .get("/v2/accounts/{account}/backups", question -> of(question, AccountRecords::backups))
                .get("/v2/accounts/{account}/access-log", question -> of(question, AccountRecords::accessLog));
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
        return question.header("Authorization")
                        .filter(("Bearer " + TOKEN)::equals)
                        .isPresent()
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

    private HttpAnswer of(HttpQuestion question, Part part) {
        String account = question.name("account");
        return population.customers().stream()
                .flatMap(customer -> customer.holdings().newsletters().stream()
                        .filter(newsletter -> newsletter.account().equals(account))
                        .map((Newsletter newsletter) -> new AccountRecords(population, customer, newsletter)))
                .findFirst()
                .map(records -> page(part.of(records), question))
                .orElseGet(DostavljalecBackend::unknown);
    }

    private HttpAnswer page(Listing listing, HttpQuestion question) {
        int size = Math.clamp(question.number("per_page", 100), 1, LARGEST_PAGE);
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
    public void close() {
        server.close();
    }
}
