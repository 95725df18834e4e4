package si.vpogled.demo.backend.whois;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import si.vpogled.demo.backend.Erasures;
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
    static final String ERASER = "vpogled-brisalec";
    static final String ERASERS_SECRET = "skrivnost-za-brisanje";
    private static final Map<String, Boolean> MAY_ERASE =
            Map.of(basic(CLIENT, SECRET), false, basic(ERASER, ERASERS_SECRET), true);
    private static final Listing NONE = Listing.of(List.of());
    private static final String API = "/api/v1";

    private final Population population;
    private final Registrations registrations;
    private final Entrusted entrusted;
    private final Erasures erasures = new Erasures();
    private final Map<String, Boolean> tokens = new ConcurrentHashMap<>();

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
                .get(API + "/handles", byAddress("handles", registrations::contactsOf))
                .get(API + "/roles", byAddress("roles", entrusted::rolesOf))
                .get(
                        API + "/customers/{number}/entrusted-domains",
                        listing(customer -> isErased("customers/" + customer.number() + "/entrusted-domains/anonymise")
                                ? NONE
                                : Listing.of(entrusted.domainsOf(customer))))
                .get(
                        API + "/customers/{number}/certificates",
                        listing(customer -> Listing.of(registrations.certificates(customer).stream()
                                .filter(one -> !isErased("certificates/" + one.get("number")))
                                .toList())))
                .route("POST", API + "/handles/anonymise", erasures::erase)
                .route("POST", API + "/roles/anonymise", erasures::erase)
                .route("POST", API + "/customers/{number}/entrusted-domains/anonymise", erasures::erase);
        erasable(
                backend,
                "/domains/{name}",
                question -> found(registrations.find(question.name("name")).map(entrusted::domain)));
        erasable(
                backend,
                "/domains/{name}/contacts",
                question -> registrations
                        .find(question.name("name"))
                        .map(registrations::contacts)
                        .map(contacts -> page(Listing.of(contacts), question))
                        .orElseGet(RegistrarPanel::unknown));
        erasable(
                backend,
                "/customers/{number}/installations",
                listing(customer -> Listing.of(registrations.installations(customer))));
        erasable(
                backend,
                "/certificates/{number}",
                question -> found(registrations.certificate(question.name("number"))));
    }

    private void erasable(HttpBackend backend, String path, HttpBackend.Handler handler) {
        erasures.add(backend, API + path, handler);
    }

    private HttpBackend.Handler byAddress(String what, Function<String, List<Map<String, Object>>> of) {
        return question -> {
            String email = question.parameter("email").orElse("");
            return page(isErased(what + "/anonymise?" + email) ? NONE : Listing.of(of.apply(email)), question);
        };
    }

    private boolean isErased(String path) {
        return erasures.isErased("api/v1/" + path);
    }

    private static HttpAnswer found(Optional<Map<String, Object>> record) {
        return record.map(HttpAnswer::json).orElseGet(RegistrarPanel::unknown);
    }

    Erasures erasures() {
        return erasures;
    }

    /** Drops every token, as a restart would. */
    void forgetTokens() {
        tokens.clear();
    }

    private Optional<HttpAnswer> refuse(HttpQuestion question) {
        if (question.path().equals(List.of("oauth", "token"))) {
            return Optional.empty();
        }
        Optional<Boolean> mayErase = question.header("Authorization")
                .filter(value -> value.startsWith("Bearer "))
                .map(value -> tokens.get(value.substring("Bearer ".length())));
        if (mayErase.isPresent() && !mayErase.get() && question.changes()) {
            return Optional.of(HttpAnswer.json(403, Map.of("error", "insufficient_scope")));
        }
        return mayErase.isPresent()
                ? Optional.empty()
                : Optional.of(HttpAnswer.json(401, Map.of("error", "invalid_token"))
                        .header("WWW-Authenticate", "Bearer error=\"invalid_token\""));
    }

    private HttpAnswer token(HttpQuestion question) {
        Optional<Boolean> mayErase = question.header("Authorization").map(MAY_ERASE::get);
        if (mayErase.isEmpty()) {
            return HttpAnswer.json(401, Map.of("error", "invalid_client"));
        }
        if (!"client_credentials".equals(question.form().get("grant_type"))) {
            return HttpAnswer.json(400, Map.of("error", "unsupported_grant_type"));
        }
        String token = UUID.randomUUID().toString();
        tokens.put(token, mayErase.get());
        return HttpAnswer.json(Map.of("access_token", token, "token_type", "Bearer", "expires_in", 300));
    }

    private static String basic(String client, String secret) {
        return "Basic " + Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
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
