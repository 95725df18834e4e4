package si.vpogled.connector.rdap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.SourceContext;
import si.vpogled.connector.http.SmallAnswers;
import si.vpogled.connector.http.SmallAnswers.Redirects;
import si.vpogled.connector.rdap.RdapSource.Published;
import si.vpogled.connector.rdap.Registries.Rdap;
import si.vpogled.connector.rdap.Registries.Whois;

/** Asks the registry of a domain. */
record Lookup(Registries registries, SmallAnswers answers, WhoisAnswer whoisAnswer, Waiting waiting) {
    private static final String RDAP_JSON = "application/rdap+json";
    /** Far more than any registry publishes of one domain. */
    private static final int LARGEST = 1024 * 1024;

    static Lookup of(ObjectNode settings, SourceContext context) throws ConnectorException {
        Registries registries = Registries.of(settings);
        JsonNode timeouts = settings.path("timeouts");
        URI first = registries.rdap().values().stream().findFirst().orElse(URI.create("https://localhost/"));
        Redirects redirects =
                settings.path("redirects").asText().equals("https") ? Redirects.TO_HTTPS : Redirects.WITHIN_ORIGIN;
        return new Lookup(
                registries,
                SmallAnswers.of(settings, first, redirects, context),
                WhoisAnswer.recognisedBy(
                        Optional.ofNullable(settings.path("whois-not-found").textValue())),
                new Waiting(
                        Duration.ofSeconds(timeouts.path("connect-seconds").asLong(10)),
                        Duration.ofSeconds(timeouts.path("read-seconds").asLong(60)),
                        context.clock(),
                        context.clock().instant().plus(context.time())));
    }

    /** Empty where the domain is not registered. */
    Optional<Published> of(AskedDomain domain) throws ConnectorException {
        return switch (registries.of(domain)) {
            case Rdap(URI base) -> {
                Optional<byte[]> answer =
                        answers.get(base.resolve("domain/" + domain.name()), "domain/{domain}", RDAP_JSON, LARGEST);
                yield answer.isPresent()
                        ? Optional.of(new Published.ByRdap(RdapDomain.of(answer.get(), domain)))
                        : Optional.empty();
            }
            case Whois(WhoisServer server) ->
                whoisAnswer.of(domain, server.ask(domain, waiting)).map(Published.ByWhois::new);
        };
    }

    /** Asks for help (RFC 9082, section 3.1.6), which is of nobody, and connects where the protocol has no such question. */
    void test() throws ConnectorException {
        // of a bootstrap file with a thousand registries none is asked: the settings' own are those that matter
        if (registries.rdap().size() <= 20) {
            for (URI base : registries.rdap().values().stream().distinct().toList()) {
                answers.get(base.resolve("help"), "help", RDAP_JSON, LARGEST);
            }
        }
        for (WhoisServer server :
                registries.whois().values().stream().distinct().toList()) {
            server.test(waiting);
        }
        if (registries.others().isPresent()) {
            registries.others().get().test(waiting);
        }
    }
}
