package si.vpogled.demo.contract;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import si.vpogled.connector.OverHttp;
import si.vpogled.connector.Person;
import si.vpogled.connector.Remote;
import si.vpogled.demo.backend.whois.WhoisDomainBackend;
import si.vpogled.demo.people.Holdings;
import si.vpogled.subject.Identifier;

class WhoisDomainContractTest extends BuiltInContractTest implements OverHttp {
    /** Three contacts and a registry's answer of each: a hundred thousand records with a name. */
    private static final List<Identifier> WHOLESALE = IntStream.range(0, 25_000)
            .<Identifier>mapToObj(number -> new Identifier.DomainName("d" + number + ".si"))
            .toList();

    private static final int SOME = 30;

    private static WhoisDomainBackend backend;

    @BeforeAll
    static void start() {
        backend = WhoisDomainBackend.start(population(
                customer("1", "Ena", "ena@example.test", Holdings.NONE.withDomains("ena.si", "ena.example")),
                customer(
                        "2",
                        "Dve",
                        "dve@example.test",
                        Holdings.NONE
                                .withDomains("dve.si", "tri.si", "dve.example")
                                .withCertificates("www.dve.si")),
                customer(
                        "3",
                        "Dve d. o. o.",
                        "dve@example.test",
                        Holdings.NONE.withDomains("stiri.si", "pet.example").withCertificates("www.stiri.si")),
                customer("6", "Po RDAP", "rdap@example.test", Holdings.NONE.withDomains(some("si"))),
                customer("7", "Po WHOIS", "whois@example.test", Holdings.NONE.withDomains(some("example"))),
                customer("4", "Mnogo", "mnogo@example.test", Holdings.NONE.withDomains(names(WHOLESALE))),
                customer("5", AWKWARD, "nerodni@example.test", Holdings.NONE.withDomains("nerodni.si"))));
    }

    private static String[] names(List<Identifier> domains) {
        return domains.stream().map(Identifier::value).toArray(String[]::new);
    }

    private static String[] some(String topLevel) {
        return IntStream.range(0, SOME)
                .mapToObj(number -> "e" + number + "." + topLevel)
                .toArray(String[]::new);
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
    public List<Remote> remotes() {
        return List.of(
                Remote.overHttp("panel", backend.panelPort()).halfWay(600),
                Remote.overHttp("registries", backend.rdapPort()).named("rdap").halfWay(600),
                Remote.of("registries", backend.whoisPort()).named("whois").halfWay(150));
    }

    @Override
    public Map<String, String> environment() {
        return backend.environment();
    }

    @Override
    public List<Wrong> wrongCredentials() {
        return List.of(
                new Wrong("panel", "VPOGLED_SECRET_WHOIS_DOMAIN_CLIENT_SECRET", "napačno"),
                new Wrong("panel", "WHOIS_DOMAIN_CLIENT", "nihče"));
    }

    @Override
    public Person cutOff(Remote remote) {
        return switch (remote.name()) {
            case "rdap" -> byNumber("6", domains(SOME), identifiers(some("si")));
            case "whois" -> byNumber("7", domains(SOME), identifiers(some("example")));
            default -> many();
        };
    }

    private static Identifier[] identifiers(String... domains) {
        return Stream.of(domains).map(Identifier.DomainName::new).toArray(Identifier[]::new);
    }

    @Override
    public Person one() {
        return byNumber("1", domains(2), identifiers("ena.si", "ena.example"));
    }

    @Override
    public Person several() {
        return new Person(
                List.of(new Identifier.CustomerNumber("2"), new Identifier.CustomerNumber("3")),
                List.of(identifiers("dve.si", "tri.si", "dve.example", "stiri.si", "pet.example")),
                all(domains(5), counts("ssl-certificates.service-fulfilment", "name 4", "address 4", "email 4")));
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
