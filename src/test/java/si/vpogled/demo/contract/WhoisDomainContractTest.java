package si.vpogled.demo.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import si.vpogled.connector.Erases;
import si.vpogled.connector.Order;
import si.vpogled.connector.Ordered;
import si.vpogled.connector.Outcome;
import si.vpogled.connector.OverHttp;
import si.vpogled.connector.Person;
import si.vpogled.connector.Remote;
import si.vpogled.demo.backend.whois.WhoisDomainBackend;
import si.vpogled.demo.people.Holdings;
import si.vpogled.demo.people.Population;
import si.vpogled.subject.Identifier;

class WhoisDomainContractTest extends BuiltInContractTest implements OverHttp, Erases {
    /** Three contacts and a registry's answer of each: a hundred thousand records with a name. */
    private static final List<Identifier> WHOLESALE = IntStream.range(0, 25_000)
            .<Identifier>mapToObj(number -> new Identifier.DomainName("d" + number + ".si"))
            .toList();

    private static final int SOME = 30;

    private static WhoisDomainBackend backend;

    @BeforeAll
    static void start() {
        Population people = population(
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
                customer(
                        "38",
                        "Osem",
                        "osem@example.test",
                        Holdings.NONE.withDomains("osem.si", "osem.example").withCertificates("www.osem.si")),
                customer(
                        "39",
                        "Devet",
                        "devet@example.test",
                        Holdings.NONE.withDomains("devet.si").withCertificates("www.devet.si")),
                customer("6", "Po RDAP", "rdap@example.test", Holdings.NONE.withDomains(some("si"))),
                customer("7", "Po WHOIS", "whois@example.test", Holdings.NONE.withDomains(some("example"))),
                customer("4", "Mnogo", "mnogo@example.test", Holdings.NONE.withDomains(names(WHOLESALE))),
                customer("5", AWKWARD, "nerodni@example.test", Holdings.NONE.withDomains("nerodni.si")),
                customer("8", "Lastnica", "lastnica@example.test", Holdings.NONE.withDomains("lastna.si", "tuja.si")),
                customer("9", "Agencija", "agencija@example.test", Holdings.NONE),
                customer("10", "Plačnica", "placnica@example.test", Holdings.NONE.withDomains("svoja.si")),
                customer("11", "Tehnik", "tehnik@example.test", Holdings.NONE));
        backend = WhoisDomainBackend.start(people, Map.of("tuja.si", "9", "svoja.si", "11"), Map.of("tuja.si", "9"));
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

    @ParameterizedTest
    @MethodSource("asTheAgency")
    void whoManagesAndPaysForAnothersDomainGetsTheirPartAndNothingElseOfTheDomain(Identifier known, String collection)
            throws Exception {
        Ordered ordered = ordered();
        Order order = ordered.order(List.of(known));

        Outcome outcome = ordered.run(order, environment());

        assertThat(outcome.identifiers()).isEmpty();
        assertThat(outcome.items())
                .filteredOn(item -> item.outcome() == Outcome.Found.FOUND)
                .extracting(item -> item.item().toString())
                .containsExactlyInAnyOrder("domains.service-fulfilment.manager", "domains.service-fulfilment.payer");
        assertThat(ordered.text(order, "domains/service-fulfilment/" + collection + ".csv"))
                .contains("tuja.si", "Agencija", "agencija@example.test", "Žitna ulica 1")
                .doesNotContain("astnica", "lastna.si");
    }

    static Stream<Arguments> asTheAgency() {
        return Stream.of(
                arguments(new Identifier.Email("Agencija@example.test"), "own-roles"),
                arguments(new Identifier.CustomerNumber("9"), "entrusted-domains"));
    }

    /** GDPR Art. 15(4): a domain may be managed by one and paid for by another. */
    @ParameterizedTest
    @MethodSource("asTheTechnician")
    void whoOnlyManagesADomainIsNotToldWhoPaysForIt(Identifier known, String collection) throws Exception {
        Ordered ordered = ordered();
        Order order = ordered.order(List.of(known));

        ordered.run(order, environment());

        assertThat(ordered.text(order, "domains/service-fulfilment/" + collection + ".csv"))
                .contains("svoja.si", "Tehnik", "tehnik@example.test", "████████")
                .doesNotContain("lačnica", "placnica", ",10,", "Žitna ulica 1");
    }

    static Stream<Arguments> asTheTechnician() {
        return Stream.of(
                arguments(new Identifier.Email("tehnik@example.test"), "own-roles"),
                arguments(new Identifier.CustomerNumber("11"), "entrusted-domains"));
    }

    /** GDPR Art. 15(4). */
    @Test
    void theOwnerIsToldThatAnotherManagesAndPaysButNotWho() throws Exception {
        Ordered ordered = ordered();
        Order order = ordered.order(List.of(new Identifier.CustomerNumber("8")));

        Outcome outcome = ordered.run(order, environment());

        JsonNode domains = Ordered.JSON
                .readTree(ordered.content(order, "domains/service-fulfilment/domains.json"))
                .path("records");
        assertThat(domains.findValuesAsText("domain")).containsExactly("lastna.si", "tuja.si");
        assertThat(domains.findValuesAsText("managerEmail")).containsExactly("lastnica@example.test", "████████");
        assertThat(domains.findValuesAsText("payerNumber")).containsExactly("8", "████████");
        assertThat(domains.toString()).doesNotContainIgnoringCase("agencija");
        assertThat(outcome.remarks()).singleElement().satisfies(remark -> {
            assertThat(remark.count()).as("user, e-mail, payer, number").isEqualTo(4);
            assertThat(remark.leftOut()).isTrue();
            assertThat(remark.text().sl())
                    .isEqualTo("Domene: podatki druge osebe, o katerih zaradi njenih pravic povemo le, da obstajajo");
        });
    }

    @Override
    public Map<String, String> erasing() {
        return backend.erasing();
    }

    @Override
    public List<Identifier> whoIsErased() {
        backend.erasures().forget();
        return List.of(new Identifier.Email("osem@example.test"), new Identifier.CustomerNumber("38"));
    }

    @Override
    public List<Identifier> bystander() {
        return List.of(new Identifier.Email("devet@example.test"), new Identifier.CustomerNumber("39"));
    }

    @Override
    public void refuseSome(boolean refuse) {
        if (refuse) {
            backend.erasures().refuse("api/v1/domains/osem.si/contacts");
        } else {
            backend.erasures().allow();
        }
    }
}
