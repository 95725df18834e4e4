package si.vpogled.demo.contract;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import si.vpogled.connector.Erases;
import si.vpogled.connector.OverHttp;
import si.vpogled.connector.Person;
import si.vpogled.connector.Remote;
import si.vpogled.demo.backend.website.WebsiteBuilderBackend;
import si.vpogled.demo.people.Holdings;
import si.vpogled.demo.people.Holdings.Site;
import si.vpogled.subject.Identifier;

class WebsiteBuilderContractTest extends BuiltInContractTest implements OverHttp, Erases {
    private static WebsiteBuilderBackend backend;

    @BeforeAll
    static void start() {
        Holdings two = new Holdings(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new Site("stran-2", "dve.example", 3), new Site("stran-3", "tri.example", 5)));
        backend = WebsiteBuilderBackend.start(population(
                customer("1", "Ena", "ena@example.test", Holdings.NONE.with(new Site("stran-1", "ena.example", 7))),
                customer("2", "Dve", "dve@example.test", two),
                customer(
                        "4",
                        "Mnogo",
                        "mnogo@example.test",
                        Holdings.NONE.with(new Site("stran-4", "mnogo.example", 100_000))),
                customer("8", "Osem", "osem@example.test", Holdings.NONE.with(new Site("stran-8", "osem.example", 7))),
                customer(
                        "9",
                        "Devet",
                        "devet@example.test",
                        Holdings.NONE.with(new Site("stran-9", "devet.example", 7))),
                customer("5", "Nerodni", AWKWARD, Holdings.NONE.with(new Site("stran-5", "nerodni.example", 1)))));
    }

    @AfterAll
    static void stop() {
        backend.close();
    }

    @Override
    public String connector() {
        return "website-builder";
    }

    @Override
    public List<Remote> remotes() {
        // less than a page of the log
        return List.of(Remote.overHttp("api", backend.port()).halfWay(30_000));
    }

    @Override
    public Map<String, String> environment() {
        return backend.environment();
    }

    @Override
    public List<Wrong> wrongCredentials() {
        return List.of(new Wrong("api", "VPOGLED_SECRET_WEBSITE_BUILDER_PASSWORD", "napačno"));
    }

    @Override
    public Person one() {
        return person("1", 7, "stran-1");
    }

    @Override
    public Person several() {
        return person("2", 8, "stran-2", "stran-3");
    }

    @Override
    public Person many() {
        return person("4", 100_000, "stran-4");
    }

    @Override
    public Person awkward() {
        return person("5", 1, "stran-5");
    }

    private static Person person(String number, int accesses, String... sites) {
        int count = sites.length;
        return byNumber(
                number,
                all(
                        counts(
                                "websites.service-fulfilment",
                                "account-credentials " + count,
                                "activation-email " + count),
                        counts(
                                "websites.user-data",
                                "site-content " + 5 * count,
                                "contact-forms " + 4 * count,
                                "editor-statistics " + 30 * count,
                                "visitor-statistics " + 90 * count,
                                "backups " + 5 * count,
                                "access-log " + accesses)),
                List.of(sites).stream().map(Identifier.Website::new).toArray(Identifier[]::new));
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
            backend.erasures().refuse("api/sites/stran-8/submissions/2");
        } else {
            backend.erasures().allow();
        }
    }
}
