package si.vpogled.demo.contract;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import si.vpogled.connector.Erases;
import si.vpogled.connector.OverHttp;
import si.vpogled.connector.Person;
import si.vpogled.connector.Remote;
import si.vpogled.demo.backend.dostavljalec.DostavljalecBackend;
import si.vpogled.demo.people.Holdings;
import si.vpogled.demo.people.Holdings.Newsletter;
import si.vpogled.subject.Identifier;

class DostavljalecContractTest extends BuiltInContractTest implements OverHttp, Erases {
    private static DostavljalecBackend backend;

    @BeforeAll
    static void start() {
        Holdings two = new Holdings(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new Newsletter("dve-a", 4), new Newsletter("dve-b", 8)),
                List.of());
        backend = DostavljalecBackend.start(population(
                customer("1", "Ena", "ena@example.test", Holdings.NONE.with(new Newsletter("ena", 40))),
                customer("2", "Dve", "dve@example.test", two),
                customer("4", "Mnogo", "mnogo@example.test", Holdings.NONE.with(new Newsletter("mnogo", 100_000))),
                customer("8", "Osem", "osem@example.test", Holdings.NONE.with(new Newsletter("osem", 8))),
                customer("9", "Devet", "devet@example.test", Holdings.NONE.with(new Newsletter("devet", 8))),
                customer("5", "Nerodni", AWKWARD, Holdings.NONE.with(new Newsletter("nerodni", 4)))));
    }

    @AfterAll
    static void stop() {
        backend.close();
    }

    @Override
    public String connector() {
        return "dostavljalec";
    }

    @Override
    public List<Remote> remotes() {
        return List.of(Remote.overHttp("api", backend.port()));
    }

    @Override
    public Map<String, String> environment() {
        return backend.environment();
    }

    @Override
    public List<Wrong> wrongCredentials() {
        return List.of(new Wrong("api", "VPOGLED_SECRET_DOSTAVLJALEC_TOKEN", "napačno"));
    }

    @Override
    public Person one() {
        return person("1", 1, 40, "ena");
    }

    @Override
    public Person several() {
        return person("2", 2, 12, "dve-a", "dve-b");
    }

    @Override
    public Person many() {
        return person("4", 1, 100_000, "mnogo");
    }

    @Override
    public Person awkward() {
        return person("5", 1, 4, "nerodni");
    }

    private static Person person(String number, int accounts, int contacts, String... names) {
        return byNumber(
                number,
                all(
                        counts(
                                "dostavljalec.service-fulfilment",
                                "account-credentials " + accounts,
                                "activation-email " + accounts),
                        counts(
                                "dostavljalec.user-data",
                                "contact-lists " + contacts,
                                "contact-actions " + contacts / 4,
                                "campaigns " + 18 * accounts,
                                "campaign-statistics " + 18 * accounts,
                                "backups " + 7 * accounts,
                                "access-log " + 40 * accounts)),
                List.of(names).stream().map(Identifier.DostavljalecAccount::new).toArray(Identifier[]::new));
    }

    @Override
    public Map<String, String> erasing() {
        return backend.erasing();
    }

    @Override
    public List<Identifier> whoIsErased() {
        backend.erasures().forget();
        return List.of(new Identifier.CustomerNumber("8"));
    }

    @Override
    public List<Identifier> bystander() {
        return List.of(new Identifier.CustomerNumber("9"));
    }

    @Override
    public void refuseSome(boolean refuse) {
        if (refuse) {
            backend.erasures().refuse("v2/accounts/osem/contacts");
        } else {
            backend.erasures().allow();
        }
    }
}
