package si.vpogled.demo.contract;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import si.vpogled.connector.Behaviour;
import si.vpogled.connector.Person;
import si.vpogled.demo.backend.whois.WhoisDomainBackend;
import si.vpogled.demo.people.Holdings;
import si.vpogled.subject.Identifier;

class WhoisDomainContractTest extends BuiltInContractTest {
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
                customer("5", AWKWARD, "nerodni@example.test", Holdings.NONE.withDomains("nerodni.si"))));
    }

    @AfterAll
    static void stop() {
        backend.close();
    }

    @Override
    protected String connector() {
        return "whois-domain";
    }

    @Override
    protected int port() {
        return backend.panelPort();
    }

    @Override
    protected Map<String, String> environment(int port) {
        return through(backend.environment(), backend.panelPort(), port);
    }

    @Override
    protected Map<String, String> wrongCredentials() {
        return Map.of("VPOGLED_SECRET_WHOIS_DOMAIN_CLIENT_SECRET", "napačno");
    }

    /** Nobody has so many domains; what carries them is held to it by its own contract. */
    @Override
    protected Set<Behaviour> behaviours() {
        return EnumSet.complementOf(EnumSet.of(Behaviour.MANY_RECORDS));
    }

    @Override
    protected long halfWay() {
        return 600;
    }

    @Override
    protected Person one() {
        return byNumber("1", domains(1), new Identifier.DomainName("ena.si"));
    }

    @Override
    protected Person several() {
        return byNumber(
                "2",
                all(domains(3), counts("ssl-certificates.service-fulfilment", "name 2", "address 2", "email 2")),
                new Identifier.DomainName("dve.si"),
                new Identifier.DomainName("tri.si"),
                new Identifier.DomainName("dve.example"));
    }

    @Override
    protected Person many() {
        return one();
    }

    @Override
    protected Person awkward() {
        return byNumber("5", domains(1), new Identifier.DomainName("nerodni.si"));
    }

    /** Three contacts each, and what the registry publishes. */
    private static Map<String, Long> domains(int count) {
        return counts(
                "domains.service-fulfilment",
                "name " + 4 * count,
                "address " + 3 * count,
                "email " + 3 * count,
                "manager " + count,
                "payer " + count);
    }
}
