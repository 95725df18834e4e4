package si.vpogled.connector.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import si.vpogled.connector.Order;
import si.vpogled.connector.Outcome;
import si.vpogled.connector.Outcome.Doubt;
import si.vpogled.connector.Visitor.LeftAside;
import si.vpogled.connector.extract.Entry;
import si.vpogled.connector.extract.ExtractReader;
import si.vpogled.inventory.ItemId;
import si.vpogled.subject.Identifier;
import si.vpogled.subject.Identifier.CustomerNumber;

class RunConnectorTest extends MemoryRuns {
    /** ZDDV-1 Art. 86: ten years after the end of the year; the day is that of the provider's time zone. */
    @Test
    void eachRecordTellsUntilWhenItIsKept() throws Exception {
        backend.row("invoices", "1", Map.of("number", "2024-1", "issued", LocalDate.parse("2024-02-29")))
                .row("invoices", "1", Map.of("number", "2024-2", "issued", "2024-12-31T23:30:00Z"))
                .row("invoices", "1", Map.of("number", "2024-3", "issued", "kdaj neki"));

        Order order = order(List.of(new CustomerNumber("1")), VAT_ID);
        run(order);

        String json = ordered.text(order, "shared-hosting/service-fulfilment/invoices.json");
        assertThat(json)
                .contains("\"retention\"", "\"zddv-1-86\"", "86. člen ZDDV-1")
                .contains("2034-12-31")
                .contains("2035-12-31");
        assertThat(ordered.text(order, "shared-hosting/service-fulfilment/invoices.csv"))
                .isEqualTo("\uFEFFnumber,issued,keptUntil\r\n2024-1,2024-02-29,2034-12-31\r\n"
                        + "2024-2,2024-12-31T23:30:00Z,2035-12-31\r\n2024-3,kdaj neki,\r\n");
        assertThat(ordered.entries(order))
                .allSatisfy(entry -> assertThat(entry.keptUntil()).contains(LocalDate.parse("2035-12-31")));
    }

    @Test
    void onlyWantedItemsAndTheirContextAreTold() throws Exception {
        backend.row("contracts", "1", Map.of("number", 7L, "name", "Ana", "address", "Pot 1", "password", "skrito"));

        Order order = order(List.of(new CustomerNumber("1")), NAME, PANEL);
        Outcome outcome = run(order);

        assertThat(outcome.items()).containsExactly(found(NAME, 1), found(PANEL, 1));
        String json = ordered.text(order, "shared-hosting/service-fulfilment/contracts.json");
        assertThat(json).contains("\"number\"", "\"Ana\"", "true").doesNotContain("Pot 1", "address", "skrito");
        assertThat(backend.reads).containsExactly("accounts 1 ", "contracts 1 shared-hosting");
        assertThat(backend.opened).containsExactly("people");
        assertThat(backend.closed).isEqualTo(1);
    }

    @Test
    void whereACollectionStandsForAnItemItsFieldsDoToo() throws Exception {
        backend.row("backups", "ana", Map.of("made", "2026-01-31"));

        Order order = order(List.of(new Identifier.HostingAccount("ana")), "shared-hosting.user-data.backups");
        run(order);

        assertThat(ordered.text(order, "shared-hosting/user-data/backups.json"))
                .containsPattern(
                        "\"name\"\\s*:\\s*\"made\"[^}]*}[^}]*\"item\"\\s*:\\s*\"shared-hosting.user-data.backups\"");
    }

    @Test
    void aRecordCountsForAnItemOnlyWithAValueForIt() throws Exception {
        backend.row("contracts", "1", Map.of("number", 1L, "name", "Ana"))
                .row("contracts", "1", Map.of("number", 2L, "name", "Ana", "address", "  "))
                .row("contracts", "1", Map.of("number", 3L));

        Order order = order(List.of(new CustomerNumber("1")), NAME, ADDRESS);

        assertThat(run(order).items()).containsExactly(found(NAME, 2), noneHeld(ADDRESS));
        assertThat(ordered.entries(order))
                .filteredOn(entry -> entry.kind() == Entry.Kind.RECORDS)
                .singleElement()
                .satisfies(entry -> assertThat(entry.records())
                        .as("one of them beside those that count")
                        .isEqualTo(3));
    }

    @Test
    void recordsWithoutAValueForAnyItemAreToldOfWhereThereAreNoOthers() throws Exception {
        backend.row("contracts", "1", Map.of("number", 1L)).row("contracts", "1", Map.of("number", 2L));

        Order order = order(List.of(new CustomerNumber("1")), NAME, ADDRESS, PANEL, LETTER);
        Outcome outcome = run(order);

        assertThat(outcome.items())
                .allSatisfy(item -> assertThat(item.outcome()).isEqualTo(Outcome.Found.NONE_HELD));
        assertThat(outcome.remarks()).singleElement().satisfies(remark -> {
            assertThat(remark.count()).isEqualTo(2);
            assertThat(remark.text().en()).startsWith("Contracts: records that hold none of this data");
        });
        assertThat(ordered.entries(order)).isEmpty();
    }

    @Test
    void aUserNameIsToldWhetherOrNotThereIsAPassword() throws Exception {
        backend.row("contracts", "1", Map.of("user", "ana.panel"))
                .row("contracts", "1", Map.of("user", "ana.drugi", "password", "skrito"));

        Order order = order(List.of(new CustomerNumber("1")), PANEL);

        assertThat(run(order).items()).containsExactly(found(PANEL, 2));
        assertThat(ordered.text(order, "shared-hosting/service-fulfilment/contracts.csv"))
                .contains("ana.panel", "ana.drugi")
                .doesNotContain("skrito");
    }

    @Test
    void recordsOfItemsThatNobodyAskedForAreNot() throws Exception {
        backend.row("contracts", "1", Map.of("number", 1L, "address", "Pot 1"));

        Order order = order(List.of(new CustomerNumber("1")), NAME);
        Outcome outcome = run(order);

        assertThat(outcome.items()).containsExactly(noneHeld(NAME));
        assertThat(outcome.remarks()).isEmpty();
    }

    @Test
    void whatStandsInGroupsIsBlackedOut() throws Exception {
        backend.row("contracts", "1", Map.of("mail", "Uporabnik: ana\nGeslo: s3cret!\nLep pozdrav"));

        Order order = order(List.of(new CustomerNumber("1")), LETTER);
        run(order);

        assertThat(ordered.text(order, "shared-hosting/service-fulfilment/contracts.json"))
                .contains("Uporabnik: ana\\nGeslo: ████████\\nLep pozdrav")
                .doesNotContain("s3cret");
    }

    @Test
    void aLetterInWhichNoPasswordIsFoundIsNotHandedOutAndTheSubjectIsTold() throws Exception {
        backend.row("contracts", "1", Map.of("mail", "Uporabnik: ana\nFTP password: s3cret!"));

        Order order = order(List.of(new CustomerNumber("1")), LETTER);
        Outcome outcome = run(order);

        assertThat(ordered.text(order, "shared-hosting/service-fulfilment/contracts.json"))
                .contains("████████")
                .doesNotContain("s3cret")
                .doesNotContain("Uporabnik: ana");
        assertThat(outcome.items()).containsExactly(found(LETTER, 1));
        assertThat(outcome.remarks()).singleElement().satisfies(remark -> {
            assertThat(remark.count()).isEqualTo(1);
            assertThat(remark.items()).extracting(ItemId::toString).containsExactly(LETTER);
            assertThat(remark.text().sl()).contains("prekrili celotno besedilo");
            assertThat(remark.text().en()).contains("whole text was blacked out");
        });
    }

    /** GDPR Art. 15(4): only a clear no makes the value the subject's. */
    @Test
    void ofAnothersValueOnlyThatThereIsOneIsTold() throws Exception {
        backend.row("roles", "*", Map.of("role", "payer", "account", "njegov", "doubted", false, "other", "f"))
                .row("roles", "*", Map.of("role", "payer", "account", "tuj-1", "doubted", 0L, "other", true))
                .row("roles", "*", Map.of("role", "payer", "account", "tuj-2", "doubted", "ne"));

        Order order = order(List.of(EMAIL), ACCOUNT);
        Outcome outcome = run(order);

        assertThat(outcome.items()).containsExactly(found(ACCOUNT, 3));
        assertThat(ordered.text(order, "shared-hosting/service-fulfilment/roles.csv"))
                .contains("payer,njegov", "payer,████████")
                .doesNotContain("tuj");
        assertThat(outcome.remarks()).singleElement().satisfies(remark -> {
            assertThat(remark.count()).isEqualTo(2);
            assertThat(remark.leftOut()).isTrue();
            assertThat(remark.text().en())
                    .isEqualTo(
                            "Roles: data of another person, of which for that person's rights we tell only that they exist");
        });
    }

    @Test
    void aRecordThatMayBeSomebodyElsesIsLeftOutAndTold() throws Exception {
        backend.row("roles", "*", Map.of("role", "tuja", "account", "a", "doubted", "t", "other", false))
                .row("roles", "*", Map.of("role", "neznana", "account", "b", "other", false))
                .row("roles", "*", Map.of("role", "njegova", "account", "c", "doubted", "n", "other", false));

        Order order = order(List.of(EMAIL), ACCOUNT);
        Outcome outcome = run(order);

        assertThat(outcome.items()).containsExactly(found(ACCOUNT, 1));
        assertThat(ordered.text(order, "shared-hosting/service-fulfilment/roles.csv"))
                .contains("njegova,c")
                .doesNotContain("tuja", "neznana");
        assertThat(outcome.remarks()).singleElement().satisfies(remark -> {
            assertThat(remark.count()).isEqualTo(2);
            assertThat(remark.leftOut()).isTrue();
            assertThat(remark.text().sl()).contains("ne dokazuje, da govorijo o vas");
        });
    }

    @Test
    void secretsOfTheAccountThatWereReadAreBlackInItsLettersToo() throws Exception {
        backend.row("contracts", "1", Map.of("password", "skrivnost", "mail", "Geslo: x\nFTP: ana/skrivnost"));

        Order order = order(List.of(new CustomerNumber("1")), PANEL, LETTER);
        run(order);

        assertThat(ordered.text(order, "shared-hosting/service-fulfilment/contracts.json"))
                .contains("Geslo: ████████\\nFTP: ana/████████")
                .doesNotContain("skrivnost");
    }

    @Test
    void identificationLeadsFromTheAddressToEveryAccountsFiles() throws Exception {
        backend.row("emails", "ana@example.test", Map.of("number", 1L))
                .row("emails", "ana@example.test", Map.of("number", "2"))
                .row("accounts", "1", Map.of("account", "ana"))
                .row("accounts", "2", Map.of("account", "b/an"))
                .file("files", "ana", "index.html", "a")
                .file("files", "b/an", "../index.html", "b");

        Order order = order(List.of(EMAIL), FILES);
        Outcome outcome = run(order);

        assertThat(outcome.items()).containsExactly(found(FILES, 2));
        assertThat(outcome.identifiers())
                .containsExactly(
                        new CustomerNumber("1"),
                        new CustomerNumber("2"),
                        new Identifier.HostingAccount("ana"),
                        new Identifier.HostingAccount("b/an"));
        assertThat(ordered.entries(order))
                .extracting(Entry::name)
                .containsExactly(
                        "shared-hosting/user-data/files/ana/index.html",
                        "shared-hosting/user-data/files/b_an/_/index.html");
        assertThat(outcome.remarks())
                .singleElement()
                .satisfies(remark -> assertThat(remark.text().en()).contains("names changed"));
    }

    @Test
    void anAccountWhoseContactChangedLatelyIsLeftOutWithTheDayFromWhichItCounts() throws Exception {
        at("2026-03-31T10:00:00Z");
        backend.row("emails", "*", Map.of("number", 1L, "changed", LocalDate.parse("2026-03-01")))
                .row("emails", "*", Map.of("number", 2L, "changed", LocalDate.parse("2026-03-02")))
                .row("contracts", "*", Map.of("name", "Ana"));

        Outcome outcome = run(order(List.of(EMAIL), NAME));

        assertThat(outcome.identifiers()).containsExactly(new CustomerNumber("1"));
        assertThat(outcome.doubts())
                .containsExactly(new Doubt(
                        new CustomerNumber("2"), LocalDate.parse("2026-03-02"), LocalDate.parse("2026-04-01")));
        assertThat(outcome.items()).containsExactly(found(NAME, 1));
    }

    @Test
    void whatIsReadByAnAccountIsToldAsNotSearchedWhereNoneIsKnown() throws Exception {
        backend.row("emails", "*", Map.of("number", 1L));

        Order order = order(List.of(EMAIL), NAME, FILES);
        Outcome outcome = run(order);

        assertThat(outcome.items())
                .containsExactly(noneHeld(NAME), Outcome.ItemOutcome.unsearched(ItemId.parse(FILES)));
        try (ExtractReader reader = ordered.open(order)) {
            assertThat(reader.outcome().items()).as("in the extract too").isEqualTo(outcome.items());
        }
    }

    @Test
    void anAccountThatTheOrderNamesIsReadWhateverItsContactDid() throws Exception {
        at("2026-03-31T10:00:00Z");
        backend.row("emails", "*", Map.of("number", 2L, "changed", "2026-03-30 23:59:00+02:00"))
                .row("contracts", "2", Map.of("name", "Ana"));

        Outcome outcome = run(order(List.of(EMAIL, new CustomerNumber("2")), NAME));

        assertThat(outcome.doubts()).isEmpty();
        assertThat(outcome.items()).containsExactly(found(NAME, 1));
    }

    @Test
    void filesThatVanishOrAreForbiddenAreRemarkedUpon() throws Exception {
        backend.brokenFile("files", "ana", new NoSuchFileException("x"))
                .brokenFile("files", "ana", new AccessDeniedException("x"))
                .file("files", "ana", "a.txt", "a")
                .put("files", "ana", visitor -> visitor.leftAside(LeftAside.LINK))
                .put("files", "ana", visitor -> visitor.leftAside(LeftAside.LINK));

        Outcome outcome = run(order(List.of(new Identifier.HostingAccount("ana")), FILES));

        assertThat(outcome.items()).containsExactly(found(FILES, 1));
        assertThat(outcome.remarks()).extracting(Outcome.Remark::count).containsExactly(2L, 1L, 1L);
        assertThat(outcome.remarks().getFirst().text().en()).isEqualTo("Files: links that were not followed");
        assertThat(outcome.remarks()).allSatisfy(remark -> {
            assertThat(remark.items()).containsExactly(ItemId.parse(FILES));
            assertThat(remark.leftOut()).isTrue();
        });
    }
}
