package si.vpogled.connector.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.Fault;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.Order;
import si.vpogled.connector.Ordered;
import si.vpogled.connector.Outcome;
import si.vpogled.connector.Outcome.Doubt;
import si.vpogled.connector.Outcome.Found;
import si.vpogled.connector.Outcome.ItemOutcome;
import si.vpogled.connector.Visitor.LeftAside;
import si.vpogled.connector.definition.DefinitionLoader;
import si.vpogled.connector.extract.Entry;
import si.vpogled.inventory.ItemId;
import si.vpogled.subject.Identifier;
import si.vpogled.subject.Identifier.CustomerNumber;
import si.vpogled.subject.Identifier.Email;
import si.vpogled.subject.IdentifierKind;

class RunConnectorTest {
    private static final String DEFINITION = """
            version: 1
            connector: memory
            title: {sl: Spomin, en: Memory}
            needs: [email, customer-number]
            yields: [customer-number, hosting-account]
            concurrency: 1
            limits: {seconds: 60, records: 100, bytes: 100000}
            sources:
              - {id: people, transport: memory, settings: {source: people}}
              - {id: disk, transport: memory, settings: {source: disk}}
            identify:
              - {source: people, from: email, read: {list: emails}, yields: {customer-number: number}, contact-changed: changed}
              - {source: people, from: customer-number, read: {list: accounts}, yields: {hosting-account: account}}
            collections:
              - id: contracts
                title: {sl: Pogodbe, en: Contracts}
                source: people
                services: [shared-hosting, vps]
                row: service-fulfilment
                per: customer-number
                read: {list: contracts}
                fields:
                  - {name: number, from: number, label: {sl: Številka, en: Number}}
                  - {name: name, from: name, item: name, label: {sl: Ime, en: Name}}
                  - {name: address, from: address, item: address, label: {sl: Naslov, en: Address}}
                  - {name: password, from: password, item: panel-credentials, secret: true, label: {sl: Geslo, en: Password}}
                  - {name: mail, from: mail, item: activation-email, redact: ['Geslo: (\\S+)'], label: {sl: Pismo, en: Letter}}
              - id: invoices
                title: {sl: Računi, en: Invoices}
                source: people
                services: [shared-hosting]
                row: service-fulfilment
                per: customer-number
                read: {list: invoices}
                fields:
                  - {name: number, from: number, item: vat-id, label: {sl: Številka, en: Number}}
                  - {name: issued, from: issued, label: {sl: Izdan, en: Issued}}
                retention: {from: issued, rule: zddv-1-86}
              - id: files
                title: {sl: Datoteke, en: Files}
                source: disk
                services: [shared-hosting]
                row: user-data
                per: hosting-account
                as: files
                item: files
                read: {list: files}
            """;

    private static final Identifier EMAIL = new Email("ana@example.test");
    private static final String NAME = "shared-hosting.service-fulfilment.name";
    private static final String ADDRESS = "shared-hosting.service-fulfilment.address";
    private static final String PANEL = "shared-hosting.service-fulfilment.panel-credentials";
    private static final String LETTER = "shared-hosting.service-fulfilment.activation-email";
    private static final String VAT_ID = "shared-hosting.service-fulfilment.vat-id";
    private static final String FILES = "shared-hosting.user-data.files";

    private final MemoryTransport backend = new MemoryTransport();

    @TempDir
    Path folder;

    private Ordered ordered;

    @BeforeEach
    void loadDefinition() throws IOException {
        Files.writeString(folder.resolve("memory.yaml"), DEFINITION);
        Map<String, si.vpogled.connector.Transport> transports = Map.of("memory", backend);
        var definition =
                new DefinitionLoader(transports).fromFolder(folder).all().getFirst();
        ordered = new Ordered(folder, definition, new RunConnector(transports));
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
    void aRecordCountsForAnItemOnlyWithAValueForIt() throws Exception {
        backend.row("contracts", "1", Map.of("number", 1L, "name", "Ana"))
                .row("contracts", "1", Map.of("number", 2L, "name", "Ana", "address", "  "))
                .row("contracts", "1", Map.of("number", 3L));

        Order order = order(List.of(new CustomerNumber("1")), NAME, ADDRESS);

        assertThat(run(order).items()).containsExactly(found(NAME, 2), noneHeld(ADDRESS));
        assertThat(ordered.entries(order))
                .filteredOn(entry -> entry.kind() == Entry.Kind.RECORDS)
                .singleElement()
                .satisfies(entry -> assertThat(entry.records()).isEqualTo(2));
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
    void anAccountThatTheOrderNamesIsReadWhateverItsContactDid() throws Exception {
        at("2026-03-31T10:00:00Z");
        backend.row("emails", "*", Map.of("number", 2L, "changed", "2026-03-30 23:59:00+02:00"))
                .row("contracts", "2", Map.of("name", "Ana"));

        Outcome outcome = run(order(List.of(EMAIL, new CustomerNumber("2")), NAME));

        assertThat(outcome.doubts()).isEmpty();
        assertThat(outcome.items()).containsExactly(found(NAME, 1));
    }

    @Test
    void whatCouldNotBeLookedUpIsToldEvenWhereNoItemDependsOnIt() throws Exception {
        backend.row("contracts", "1", Map.of("name", "Ana"))
                .fault("accounts", new ConnectorException(FaultKind.UNAVAILABLE, "No answer"));

        Outcome outcome = run(order(List.of(new CustomerNumber("1")), NAME));

        assertThat(outcome.items()).containsExactly(found(NAME, 1));
        assertThat(outcome.unidentified()).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo(IdentifierKind.HOSTING_ACCOUNT);
            assertThat(one.fault().kind()).isEqualTo(FaultKind.UNAVAILABLE);
        });
        assertThat(outcome.fault()).as("so that it is tried again").isPresent();
    }

    @Test
    void whereAccountsCannotBeFoundNothingIsCalledNotHeld() throws Exception {
        backend.row("emails", "*", Map.of("number", 1L))
                .fault("accounts", new ConnectorException(FaultKind.REFUSED, "no"))
                .row("contracts", "*", Map.of("name", "Ana"));

        Outcome outcome = run(order(List.of(EMAIL), NAME, FILES));

        assertThat(outcome.items())
                .containsExactly(found(NAME, 1), failed(FILES, FaultKind.REFUSED, "Source people: no"));
    }

    @Test
    void aSourceThatDoesNotOpenFailsItsOwnItemsAndIsTriedOnce() throws Exception {
        backend.fault("disk", new ConnectorException(FaultKind.MISCONFIGURED, "wrong key"))
                .row("accounts", "1", Map.of("account", "ana"))
                .row("accounts", "1", Map.of("account", "ana2"))
                .row("contracts", "1", Map.of("name", "Ana"));

        Outcome outcome = run(order(List.of(new CustomerNumber("1")), NAME, FILES));

        assertThat(outcome.items())
                .containsExactly(found(NAME, 1), failed(FILES, FaultKind.MISCONFIGURED, "Source disk: wrong key"));
        assertThat(backend.opened).containsExactly("people", "disk");
    }

    @Test
    void aCollectionThatFailsHalfWayIsNotDelivered() throws Exception {
        backend.row("contracts", "1", Map.of("name", "Ana"))
                .fault("contracts", new ConnectorException(FaultKind.UNAVAILABLE, "gone"))
                .row("accounts", "1", Map.of("account", "ana"))
                .file("files", "ana", "a.txt", "a");

        Order order = order(List.of(new CustomerNumber("1")), NAME, FILES);
        Outcome outcome = run(order);

        assertThat(outcome.items())
                .containsExactly(failed(NAME, FaultKind.UNAVAILABLE, "Source people: gone"), found(FILES, 1));
        assertThat(ordered.entries(order))
                .extracting(Entry::name)
                .containsExactly("shared-hosting/user-data/files/a.txt");
    }

    @Test
    void whatATransportDidNotForeseeIsADefectWithoutItsWords() throws Exception {
        backend.put("contracts", "1", _ -> {
            throw new IllegalStateException("ana@example.test");
        });

        assertThat(run(order(List.of(new CustomerNumber("1")), NAME)).items())
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.fault().orElseThrow().kind()).isEqualTo(FaultKind.DEFECT);
                    assertThat(item.fault().orElseThrow().message())
                            .contains("IllegalStateException")
                            .doesNotContain("ana");
                });
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

    @Test
    void whereEveryFileIsForbiddenNothingIsCalledNotHeld() throws Exception {
        backend.brokenFile("files", "ana", new AccessDeniedException("x"))
                .brokenFile("files", "ana", new NoSuchFileException("x"));

        Outcome outcome = run(order(List.of(new Identifier.HostingAccount("ana")), FILES));

        assertThat(outcome.items()).singleElement().satisfies(item -> {
            assertThat(item.outcome()).isEqualTo(Outcome.Found.FAILED);
            assertThat(item.fault().orElseThrow().kind()).isEqualTo(FaultKind.REFUSED);
            assertThat(item.fault().orElseThrow().message()).contains("disk", "files", "right to read");
        });
        assertThat(outcome.remarks()).hasSize(2);
    }

    @Test
    void whereTheLogIsForbiddenNobodyIsSaidToBeAbsentFromIt() throws Exception {
        backend.put("contracts", "1", visitor -> visitor.leftAside(LeftAside.FORBIDDEN));

        assertThat(run(order(List.of(new CustomerNumber("1")), NAME)).items())
                .singleElement()
                .satisfies(item -> assertThat(item.fault().orElseThrow().kind()).isEqualTo(FaultKind.REFUSED));
    }

    @Test
    void aFileThatBreaksOffFailsItsItem() throws Exception {
        backend.brokenFile("files", "ana", new IOException("reset"));

        assertThat(run(order(List.of(new Identifier.HostingAccount("ana")), FILES))
                        .items())
                .containsExactly(failed(FILES, FaultKind.UNAVAILABLE, "Source disk: The content of a file broke off"));
    }

    @Test
    void theLimitOfRecordsIsRefusedByName() throws Exception {
        backend.row("contracts", "1", Map.of("name", "Ana"))
                .row("contracts", "1", Map.of("name", "Ana"))
                .file("files", "ana", "a.txt", "a");
        ordered.limits(new Order.Limits(60, 1, 1000));

        Outcome outcome =
                run(order(List.of(new CustomerNumber("1"), new Identifier.HostingAccount("ana")), NAME, FILES));

        assertThat(outcome.items()).allSatisfy(item -> {
            assertThat(item.fault().orElseThrow().kind()).isEqualTo(FaultKind.REFUSED);
            assertThat(item.fault().orElseThrow().message()).contains("1 records", "limits.records");
        });
    }

    @Test
    void theLimitOfBytesIsRefusedAndWhatWasReadBeforeIsDelivered() throws Exception {
        backend.file("files", "ana", "small.txt", "a").file("files", "ana", "big.txt", "x".repeat(5000));
        backend.row("contracts", "1", Map.of("name", "Ana"));
        ordered.limits(new Order.Limits(60, 100, 3000));

        Order order = order(List.of(new CustomerNumber("1"), new Identifier.HostingAccount("ana")), NAME, FILES);
        Outcome outcome = run(order);

        assertThat(outcome.items().getFirst()).isEqualTo(found(NAME, 1));
        assertThat(outcome.items().getLast().fault().orElseThrow().message()).contains("3000 bytes", "limits.bytes");
        assertThat(ordered.entries(order))
                .extracting(Entry::name)
                .contains("shared-hosting/user-data/files/small.txt")
                .doesNotContain("shared-hosting/user-data/files/big.txt");
    }

    @Test
    void anItemThatNoCollectionAnswersForIsAMisconfiguration() throws Exception {
        String unknown = "domains.user-data.files";

        assertThat(run(order(List.of(EMAIL), unknown)).items())
                .extracting(item -> item.fault().map(Fault::kind))
                .containsExactly(Optional.of(FaultKind.MISCONFIGURED));
    }

    @Test
    void aDestinationThatIsTakenAlreadyOrImpossibleIsToldOfTheRunAsAWhole() {
        Order order = order(List.of(EMAIL), NAME);
        Order climbing = new Order(
                1,
                order.run(),
                1,
                order.request(),
                "memory",
                order.operation(),
                order.identifiers(),
                order.items(),
                order.language(),
                "../../etc/extract",
                order.recipient(),
                order.limits());

        assertThatThrownBy(() -> run(climbing)).isInstanceOf(ConnectorException.class);
    }

    @Test
    void aTestTellsWhichPartIsWrong() throws Exception {
        backend.fault("disk", new ConnectorException(FaultKind.MISCONFIGURED, "wrong key"))
                .fault("accounts", new ConnectorException(FaultKind.REFUSED, "no"));

        TestReport report = ordered.test(Map.of());

        assertThat(report.checks())
                .filteredOn(check -> check.fault().isPresent())
                .extracting(check -> check.part() + " " + check.name())
                .containsExactly("SOURCE disk", "IDENTIFY customer-number", "COLLECTION files");
        assertThat(backend.reads).isEmpty();
    }

    private void at(String now) {
        ordered.clock(InstantSource.fixed(Instant.parse(now)));
    }

    private Outcome run(Order order) throws Exception {
        return ordered.run(order, Map.of());
    }

    private Order order(List<Identifier> identifiers, String... items) {
        return ordered.order(
                identifiers, java.util.Arrays.stream(items).map(ItemId::parse).toList());
    }

    private static ItemOutcome found(String item, long records) {
        return new ItemOutcome(ItemId.parse(item), Found.FOUND, records, Optional.empty());
    }

    private static ItemOutcome noneHeld(String item) {
        return new ItemOutcome(ItemId.parse(item), Found.NONE_HELD, 0, Optional.empty());
    }

    private static ItemOutcome failed(String item, FaultKind kind, String message) {
        return new ItemOutcome(ItemId.parse(item), Found.FAILED, 0, Optional.of(new Fault(kind, message)));
    }
}
