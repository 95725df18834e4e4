package si.vpogled.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import si.vpogled.demo.DemoWorld;
import si.vpogled.demo.Journey;
import si.vpogled.demo.ServiceProcess;
import si.vpogled.demo.people.DemoCustomers;
import si.vpogled.inventory.Inventory;
import si.vpogled.inventory.InventoryLoader;
import si.vpogled.inventory.Item;
import si.vpogled.testing.DownloadedBundle;
import si.vpogled.testing.ProductionJar;

/** What each kind of person among the demo's gets, from the request to the verdicts of the bundle. */
class DemoPeopleIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Inventory INVENTORY = InventoryLoader.loadDefault();

    private static DemoWorld world;
    private static ServiceProcess service;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        // the address that changed last week must have changed last week
        world = DemoWorld.start(LocalDate.now());
        service = ServiceProcess.start(ProductionJar.settings(world, "people-service", Map.of()))
                .awaitReady(ProductionJar.START);
    }

    @AfterAll
    static void stop() {
        service.close();
        world.close();
    }

    @Test
    void who_is_no_customer_is_referred_to_the_customers_and_gets_nothing_of_theirs() throws IOException {
        DownloadedBundle bundle = answer(DemoCustomers.STRANGER_EMAIL);

        assertThat(bundle.items()).hasSize(114);
        for (Item item : INVENTORY.items()) {
            boolean theirs = item.content() && item.role() == Item.Role.PROCESSOR;
            assertThat(bundle.verdict(item.id().toString()))
                    .as(item.id().toString())
                    .isEqualTo(theirs ? "refer-to-controller" : "none-held");
        }
        assertThat(searched(bundle, "domains.service-fulfilment.email"))
                .as("contacts are searched by the address")
                .isTrue();
        for (String byAccount :
                List.of("vps.service-fulfilment.server-credentials", "ssl-certificates.service-fulfilment.name")) {
            assertThat(searched(bundle, byAccount)).as(byAccount).isFalse();
        }
        assertThat(bundle.collected()).isEmpty();
        assertThat(bundle.files().values())
                .noneMatch(text -> text.contains(DemoCustomers.PRIVATE_EMAIL)
                        || text.contains(DemoCustomers.COMPANY_NEWSLETTER)
                        || text.contains(DemoCustomers.STRANGER_NAME));
    }

    @Test
    void who_is_only_somebodys_contact_gets_the_contacts_records_and_nothing_else() throws IOException {
        String contact = "tehnika@" + DemoCustomers.COMPANY_DOMAIN;

        DownloadedBundle bundle = answer(contact, "domains", "shared-hosting");

        assertThat(bundle.items().keySet().stream()
                        .filter(item -> bundle.verdict(item).equals("delivered")))
                .containsExactlyInAnyOrder(
                        "domains.service-fulfilment.name",
                        "domains.service-fulfilment.address",
                        "domains.service-fulfilment.email",
                        "shared-hosting.user-data.patchman-contact-emails");
        assertThat(bundle.verdict("shared-hosting.user-data.email-messages"))
                .as("which the customers answer for")
                .isEqualTo("refer-to-controller");
        assertThat(searched(bundle, "shared-hosting.service-fulfilment.panel-credentials"))
                .as("no package of theirs is known")
                .isFalse();
        assertThat(bundle.files().values())
                .anyMatch(text -> text.contains(contact))
                .noneMatch(text -> text.contains(DemoCustomers.COMPANY_EMAIL)
                        || text.contains(DemoCustomers.COMPANY_NUMBER)
                        || text.contains(DemoCustomers.COMPANY_VAT_ID));
    }

    @Test
    void whose_address_changed_last_week_waits_and_staff_are_shown_the_doubt() throws IOException {
        try (Journey journey = reviewed(DemoCustomers.CHANGED_EMAIL)) {
            List<JsonNode> doubts = journey.staffView().findValues("doubts").stream()
                    .filter(list -> !list.isEmpty())
                    .toList();
            assertThat(doubts).singleElement().satisfies(list -> {
                assertThat(list).hasSize(1);
                assertThat(list.get(0).at("/account/value").asText()).isEqualTo(DemoCustomers.CHANGED_NUMBER);
                LocalDate changed =
                        LocalDate.parse(list.get(0).get("contactChanged").asText());
                assertThat(changed).isEqualTo(world.population().today().minusDays(7));
                assertThat(list.get(0).get("settledFrom").asText())
                        .isEqualTo(changed.plusDays(30).toString());
            });

            DownloadedBundle bundle = downloaded(journey);

            assertThat(bundle.items()).hasSize(114);
            assertThat(bundle.items().values()).allSatisfy(item -> {
                assertThat(item.get("verdict").asText()).isEqualTo("withheld");
                assertThat(item.get("ground").asText()).isEqualTo("identity-not-proved");
                assertThat(item.get("found").asBoolean()).isFalse();
            });
            assertThat(bundle.completeness().get("complete").asBoolean()).isFalse();
            JsonNode information = new ObjectMapper().readTree(bundle.files().get("information.json"));
            assertThat(information.get("services")).isEmpty();
            assertThat(information.get("recipients")).isEmpty();
            assertThat(information.get("openAccounts").get("count").asInt()).isOne();
            assertThat(bundle.collected()).isEmpty();
            assertThat(bundle.files().values())
                    .noneMatch(text -> text.contains("Rok Hribar") || text.contains("hribarjeva-kmetija"));
        }
    }

    @Test
    void who_has_two_accounts_with_one_address_gets_both() throws IOException {
        DownloadedBundle bundle = answer(DemoCustomers.TWO_EMAIL, "domains", "websites");

        assertThat(bundle.verdict("domains.service-fulfilment.name")).isEqualTo("delivered");
        assertThat(bundle.verdict("websites.user-data.site-content")).isEqualTo("delivered");
        assertThat(bundle.files().get("domains/legal-framework/invoices.json"))
                .contains(DemoCustomers.FIRST_OF_TWO_NUMBER, DemoCustomers.SECOND_OF_TWO_NUMBER);
        assertThat(bundle.collected())
                .anyMatch(name -> name.contains(DemoCustomers.ENTRUSTED_DOMAIN))
                .anyMatch(name -> name.contains("golob-oblikovanje.si"));
        assertThat(bundle.verdict("domains.service-fulfilment.manager")).isEqualTo("delivered");
        assertThat(bundle.files().values())
                .as("who manages and pays for one of the domains is another")
                .noneMatch(text ->
                        text.contains(DemoCustomers.PATCHMAN_EMAIL) || text.contains(DemoCustomers.PATCHMAN_NUMBER))
                .anyMatch(text -> text.contains("o katerih zaradi njenih pravic povemo le, da obstajajo"));
    }

    @Test
    void a_server_with_patchman_is_told_from_one_without() throws IOException {
        DownloadedBundle with = answer(DemoCustomers.PATCHMAN_EMAIL, "vps", "domains");
        DownloadedBundle without = answer(DemoCustomers.NO_PATCHMAN_EMAIL, "vps");

        for (String item : List.of("contact-emails", "domain-names", "file-names")) {
            assertThat(with.verdict("vps.user-data.patchman-" + item)).isEqualTo("delivered");
            assertThat(without.verdict("vps.user-data.patchman-" + item)).isEqualTo("none-held");
            assertThat(without.items()
                            .get("vps.user-data.patchman-" + item)
                            .get("searched")
                            .asBoolean())
                    .as("searched, not guessed")
                    .isTrue();
        }
        assertThat(without.verdict("vps.user-data.files")).isEqualTo("delivered");
        assertThat(with.verdict("vps.user-data.files")).isEqualTo("delivered");

        for (String role : List.of("manager", "payer")) {
            assertThat(with.verdict("domains.service-fulfilment." + role))
                    .as("of somebody else's domain")
                    .isEqualTo("delivered");
        }
        assertThat(with.verdict("domains.service-fulfilment.name")).isEqualTo("none-held");
        assertThat(with.files().values())
                .anyMatch(text -> text.contains(DemoCustomers.ENTRUSTED_DOMAIN))
                .noneMatch(text -> text.contains(DemoCustomers.TWO_EMAIL));
    }

    @Test
    void a_company_with_all_six_services_gets_every_item_of_the_inventory_and_no_secret() throws IOException {
        DownloadedBundle bundle = answer(DemoCustomers.COMPANY_EMAIL);

        assertThat(bundle.items())
                .hasSize(114)
                .containsOnlyKeys(INVENTORY.items().stream()
                        .map(item -> item.id().toString())
                        .toList());
        assertThat(bundle.items().values())
                .allSatisfy(item -> assertThat(item.get("verdict").asText())
                        .as(item.toString())
                        .isEqualTo("delivered"));
        for (Item item : INVENTORY.items()) {
            assertThat(bundle.items().get(item.id().toString()).get("how").asText())
                    .as(item.id().toString())
                    .isEqualTo(item.secret() ? "held-only" : item.access() == Item.Access.LISTING ? "listing" : "copy");
        }
        assertThat(bundle.completeness().get("complete").asBoolean()).isTrue();
        assertThat(bundle.files().values()).noneMatch(text -> text.contains("Geslo-"));
    }

    @Test
    void the_large_hosting_account_comes_whole() throws IOException {
        long held = world.population().customer(DemoCustomers.LARGE_NUMBER).stream()
                .flatMap(customer -> customer.holdings().hosting().stream())
                .mapToLong(plan -> plan.kilobytes() * 1024L)
                .sum();
        try (Journey journey = reviewed(DemoCustomers.LARGE_EMAIL, "shared-hosting")) {
            journey.release().await("ready", PATIENCE);
            Path bundle = journey.download(1, folder.resolve("large.zip"));
            try (ZipFile zip = new ZipFile(bundle.toFile())) {
                assertThat(zip.stream()
                                .filter(entry -> entry.getName().contains("/data/shared-hosting/user-data/files/"))
                                .mapToLong(ZipEntry::getSize)
                                .sum())
                        .isGreaterThanOrEqualTo(held);
            }
            assertThat(DownloadedBundle.of(bundle).verdict("shared-hosting.user-data.files"))
                    .isEqualTo("delivered");
        }
    }

    @Test
    void who_goes_to_another_provider_takes_along_what_they_gave_us_and_is_told_why_the_rest_stays()
            throws IOException {
        try (Journey journey = reviewed(Journey.submit(
                "portability",
                service::url,
                world.mail(),
                new Journey.Person("Prosilec", DemoCustomers.TWO_EMAIL),
                List.of("domains", "websites")))) {
            DownloadedBundle bundle = downloaded(journey);

            for (Item item : INVENTORY.items()) {
                String id = item.id().toString();
                if (bundle.items().containsKey(id)) {
                    assertThat(bundle.verdict(id).equals("outside-right"))
                            .as(id)
                            .isEqualTo(item.outsidePortability().isPresent());
                }
            }
            assertThat(bundle.verdict("websites.user-data.site-content")).isEqualTo("delivered");
            assertThat(new ObjectMapper()
                            .readTree(bundle.files().get("websites/user-data/site-content-manifest.json"))
                            .at("/sites/0/pages"))
                    .isNotEmpty();
            assertThat(bundle.collected()).noneMatch(name -> name.contains("legal-framework"));
        }
    }

    private static boolean searched(DownloadedBundle bundle, String item) {
        return bundle.items().get(item).get("searched").asBoolean();
    }

    private DownloadedBundle answer(String email, String... services) throws IOException {
        try (Journey journey = reviewed(email, services)) {
            return downloaded(journey);
        }
    }

    /** Nobody asks by the name that is on file. */
    private static Journey reviewed(String email, String... services) {
        return reviewed(
                Journey.submit(service.url(), world.mail(), new Journey.Person("Prosilec", email), List.of(services)));
    }

    private static Journey reviewed(Journey submitted) {
        return submitted.confirm().checkIdentity().accept().await("in-review", PATIENCE);
    }

    private DownloadedBundle downloaded(Journey journey) throws IOException {
        journey.release().await("ready", PATIENCE);
        return DownloadedBundle.of(journey.download(1, folder.resolve(journey.reference() + ".zip")));
    }
}
