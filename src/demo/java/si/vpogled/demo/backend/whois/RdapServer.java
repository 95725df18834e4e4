package si.vpogled.demo.backend.whois;

import java.net.IDN;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import si.vpogled.demo.backend.whois.Registrations.Registration;
import si.vpogled.demo.people.Population;
import si.vpogled.demo.server.HttpAnswer;
import si.vpogled.demo.server.HttpBackend;
import si.vpogled.demo.server.HttpQuestion;

/** A registry's RDAP (RFC 7480, RFC 9082, RFC 9083) of domains under .si. */
final class RdapServer {
    private final Population population;
    private final Registrations registrations;

    RdapServer(Population population, Registrations registrations) {
        this.population = population;
        this.registrations = registrations;
    }

    void addTo(HttpBackend backend) {
        backend.get("/rdap/domain/{name}", this::domain).get("/rdap/help", question -> rdap(200, help()));
    }

    private HttpAnswer domain(HttpQuestion question) {
        String name = IDN.toASCII(question.name("name"));
        Optional<Registration> found = name.endsWith(".si") ? registrations.find(name) : Optional.empty();
        return found.map(registration -> rdap(200, domain(registration)))
                .orElseGet(() -> rdap(
                        404,
                        Map.of(
                                "rdapConformance",
                                List.of("rdap_level_0"),
                                "errorCode",
                                404,
                                "title",
                                "Ni najdeno",
                                "description",
                                List.of("Domena ni registrirana."))));
    }

    private Map<String, Object> domain(Registration registration) {
        Map<String, Object> domain = new LinkedHashMap<>();
        domain.put("rdapConformance", List.of("rdap_level_0"));
        domain.put("objectClassName", "domain");
        domain.put("handle", "SI-" + Math.abs(registration.domain().hashCode()));
        domain.put("ldhName", registration.domain());
        domain.put("unicodeName", IDN.toUnicode(registration.domain()));
        domain.put("status", List.of("active"));
        domain.put(
                "events",
                List.of(
                        event("registration", registration.registered().toString()),
                        event(
                                "expiration",
                                registration.expires(population.today()).toString())));
        domain.put("entities", entities(registration));
        domain.put("nameservers", List.of(nameserver("ns1"), nameserver("ns2")));
        domain.put("secureDNS", Map.of("delegationSigned", false));
        return domain;
    }

    private static Map<String, Object> event(String action, String day) {
        return Map.of("eventAction", action, "eventDate", day + "T00:00:00Z");
    }

    private static Map<String, Object> nameserver(String name) {
        return Map.of("objectClassName", "nameserver", "ldhName", name + ".gostovanje-lipa.si");
    }

    private List<Map<String, Object>> entities(Registration registration) {
        List<Map<String, Object>> entities = new ArrayList<>();
        for (Map<String, Object> contact : registrations.contacts(registration)) {
            String role = contact.get("role").equals("owner") ? "registrant" : (String) contact.get("role");
            entities.add(Map.of(
                    "objectClassName", "entity",
                    "handle", contact.get("id"),
                    "roles", List.of(role),
                    "vcardArray", vcard(contact)));
        }
        return entities;
    }

    /** jCard (RFC 7095). */
    private static List<Object> vcard(Map<String, Object> contact) {
        return List.of(
                "vcard",
                List.of(
                        List.of("version", Map.of(), "text", "4.0"),
                        List.of("fn", Map.of(), "text", contact.get("name")),
                        List.of(
                                "adr",
                                Map.of(),
                                "text",
                                List.of("", "", contact.get("street"), contact.get("town"), "", "", "SI")),
                        List.of("email", Map.of(), "text", contact.get("email"))));
    }

    private static Map<String, Object> help() {
        return Map.of(
                "rdapConformance", List.of("rdap_level_0"),
                "notices", List.of(Map.of("title", "Pomoč", "description", List.of("Registrske domene .si"))));
    }

    private static HttpAnswer rdap(int status, Object value) {
        HttpAnswer json = HttpAnswer.json(status, value);
        return new HttpAnswer(
                status, Map.of("Content-Type", "application/rdap+json"), json.length(), json.body(), json.dropped());
    }
}
