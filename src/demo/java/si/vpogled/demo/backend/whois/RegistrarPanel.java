package si.vpogled.demo.backend.whois;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import si.vpogled.demo.backend.Listing;
import si.vpogled.demo.backend.Pages;
import si.vpogled.demo.people.Customer;
import si.vpogled.demo.people.Population;
import si.vpogled.demo.server.HttpAnswer;
import si.vpogled.demo.server.HttpBackend;
import si.vpogled.demo.server.HttpQuestion;

/** The registrar's panel: OAuth2 client credentials (RFC 6749 section 4.4), lists by cursor. */
final class RegistrarPanel {
    static final String CLIENT = "vpogled";
    static final String SECRET = "skrivnost-registrarja";
    private static final String BASIC =
            "Basic " + Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
    private static final String API = "/api/v1";

    private final Population population;
    private final Registrations registrations;
    private final Entrusted entrusted;
    private final Set<String> tokens = ConcurrentHashMap.newKeySet();

    RegistrarPanel(Population population, Registrations registrations, Entrusted entrusted) {
        this.population = population;
        this.registrations = registrations;
        this.entrusted = entrusted;
    }

    void addTo(HttpBackend backend) {
        backend.guard(this::refuse)
                .route("POST", "/oauth/token", this::token)
                .get(API + "/ping", question -> HttpAnswer.json(Map.of("client", CLIENT)))
                .get(API + "/customers/{number}/domains", listing(registrations::domains))
                .get(
                        API + "/handles",
                        question -> page(
                                Listing.of(registrations.contactsOf(
                                        question.parameter("email").orElse(""))),
                                question))
                .get(
                        API + "/roles",
                        question -> page(
                                Listing.of(entrusted.rolesOf(
                                        question.parameter("email").orElse(""))),
                                question))
                .get(
                        API + "/customers/{number}/entrusted-domains",
                        listing(customer -> Listing.of(entrusted.domainsOf(customer))))
                .get(
                        API + "/domains/{name}",
                        question -> registrations
                                .find(question.name("name"))
                                .map(entrusted::domain)
                                .map(HttpAnswer::json)
                                .orElseGet(RegistrarPanel::unknown))
                .get(
                        API + "/domains/{name}/contacts",
                        question -> registrations
                                .find(question.name("name"))
                                .map(registrations::contacts)
                                .map(contacts -> page(Listing.of(contacts), question))
                                .orElseGet(RegistrarPanel::unknown))
                .get(
                        API + "/customers/{number}/certificates",
                        listing(customer -> Listing.of(registrations.certificates(customer))))
                .get(
                        API + "/customers/{number}/installations",
                        listing(customer -> Listing.of(registrations.installations(customer))))
                .get(
                        API + "/certificates/{number}",
                        question -> registrations
                                .certificate(question.name("number"))
                                .map(HttpAnswer::json)
                                .orElseGet(RegistrarPanel::unknown));
    }

    /** Drops every token, as a restart would. */
    void forgetTokens() {
        tokens.clear();
    }

    private Optional<HttpAnswer> refuse(HttpQuestion question) {
        if (question.path().equals(List.of("oauth", "token"))) {
            return Optional.empty();
        }
        boolean known = question.header("Authorization")
                .filter(value -> value.startsWith("Bearer "))
                .filter(value -> tokens.contains(value.substring("Bearer ".length())))
                .isPresent();
        return known
                ? Optional.empty()
                : Optional.of(HttpAnswer.json(401, Map.of("error", "invalid_token"))
                        .header("WWW-Authenticate", "Bearer error=\"invalid_token\""));
    }

    private HttpAnswer token(HttpQuestion question) {
        if (!question.header("Authorization").filter(BASIC::equals).isPresent()) {
            return HttpAnswer.json(401, Map.of("error", "invalid_client"));
        }
        if (!"client_credentials".equals(question.form().get("grant_type"))) {
            return HttpAnswer.json(400, Map.of("error", "unsupported_grant_type"));
        }
        String token = UUID.randomUUID().toString();
        tokens.add(token);
        return HttpAnswer.json(Map.of("access_token", token, "token_type", "Bearer", "expires_in", 300));
    }

    private HttpBackend.Handler listing(Function<Customer, Listing> of) {
        return question -> population
                .customer(question.name("number"))
                .map(customer -> page(of.apply(customer), question))
                .orElseGet(RegistrarPanel::unknown);
    }

    private static HttpAnswer page(Listing all, HttpQuestion question) {
        int size = Math.clamp(question.number("limit", 2), 1, 50);
        int from = question.parameter("cursor").map(RegistrarPanel::place).orElse(0);
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("data", Pages.part(all.total(), from, size, all.entry()));
        page.put("next", from + size < all.total() ? cursor(from + size) : null);
        return HttpAnswer.json(page);
    }

    private static String cursor(int place) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(("od=" + place).getBytes(StandardCharsets.UTF_8));
    }

    private static int place(String cursor) {
        String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        return Integer.parseInt(text.substring("od=".length()));
    }

    private static HttpAnswer unknown() {
        return HttpAnswer.json(404, Map.of("error", "not_found"));
    }
}
