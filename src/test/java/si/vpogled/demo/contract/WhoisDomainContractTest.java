package si.vpogled.demo.contract;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import si.vpogled.connector.Person;
import si.vpogled.demo.backend.whois.WhoisDomainBackend;
import si.vpogled.demo.people.Holdings;
import si.vpogled.subject.Identifier;

class WhoisDomainContractTest extends BuiltInContractTest {
    /** Three contacts and a registry's answer of each: a hundred thousand records with a name. */
    private static final List<Identifier> WHOLESALE = IntStream.range(0, 25_000)
            .<Identifier>mapToObj(number -> new Identifier.DomainName("d" + number + ".si"))
            .toList();

    private static WhoisDomainBackend backend;

    @BeforeAll
    static void start() {
        backend = WhoisDomainBackend.start(population(
                customer("1", "Ena", "ena@example.test", Holdings.NONE.withDomains("ena.si")),
                customer(
                        "2",
                        "Dve",
                        "dve@example.test",
                        Holdings.NONE
                                .withDomains("dve.si", "tri.si", "dve.example")
                                .withCertificates("www.dve.si")),
                customer("4", "Mnogo", "mnogo@example.test", Holdings.NONE.withDomains(names(WHOLESALE))),
                customer("5", AWKWARD, "nerodni@example.test", Holdings.NONE.withDomains("nerodni.si"))));
    }

    private static String[] names(List<Identifier> domains) {
        return domains.stream().map(Identifier::value).toArray(String[]::new);
    }

    @AfterAll
    static void stop() {
        backend.close();
    }

    @Override
    public String connector() {
        return "whois-domain";
    }

    @Override
    public int port() {
        return backend.panelPort();
    }

    @Override
    public Map<String, String> environment(int port) {
        return through(backend.environment(), backend.panelPort(), port);
    }

    @Override
    public Map<String, String> wrongCredentials() {
        return Map.of("VPOGLED_SECRET_WHOIS_DOMAIN_CLIENT_SECRET", "napačno");
    }

    @Override
    public long halfWay() {
        return 600;
    }

    @Override
    public Person one() {
        return byNumber("1", domains(1), new Identifier.DomainName("ena.si"));
    }

    @Override
    public Person several() {
        return byNumber(
                "2",
                all(domains(3), counts("ssl-certificates.service-fulfilment", "name 2", "address 2", "email 2")),
                new Identifier.DomainName("dve.si"),
                new Identifier.DomainName("tri.si"),
                new Identifier.DomainName("dve.example"));
    }

    @Override
    public Person many() {
        return byNumber("4", domains(WHOLESALE.size()), WHOLESALE.toArray(Identifier[]::new));
    }

    @Override
    public Person awkward() {
        return byNumber("5", domains(1), new Identifier.DomainName("nerodni.si"));
    }

    /** Three contacts each, and what the registry publishes. */
    private static Map<String, Long> domains(int count) {
        return counts(
                "domains.service-fulfilment",
                "name " + 4 * count,
                "address " + 4 * count,
                "email " + 4 * count,
                "manager " + count,
                "payer " + count);
    }
}
