package si.vpogled.connector.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import si.vpogled.connector.Fault;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.Order;
import si.vpogled.connector.Ordered;
import si.vpogled.connector.Outcome;
import si.vpogled.connector.Outcome.Found;
import si.vpogled.connector.Outcome.ItemOutcome;
import si.vpogled.connector.definition.DefinitionLoader;
import si.vpogled.inventory.ItemId;
import si.vpogled.subject.Identifier;
import si.vpogled.subject.Identifier.Email;

/** A connector of a backend in memory, and orders to it. */
abstract class MemoryRuns {
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
                  - {name: user, from: user, item: panel-credentials, label: {sl: Uporabnik, en: User}}
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
              - id: notes
                title: {sl: Zaznamki, en: Notes}
                source: people
                services: [shared-hosting]
                row: service-fulfilment
                per: customer-number
                read: {list: notes}
                fields:
                  - {name: slow, from: slow, item: email, redact: ['(a*)(a*)(a*)(a*)(a*)(a*)(a*)!'], label: {sl: Počasno, en: Slow}}
                  - {name: deep, from: deep, item: payer-ip, redact: ['((?:a|b)*)!'], label: {sl: Globoko, en: Deep}}
              - id: roles
                title: {sl: Vloge, en: Roles}
                source: people
                services: [shared-hosting]
                row: service-fulfilment
                per: email
                read: {list: roles}
                doubtful: doubted
                fields:
                  - {name: role, from: role, label: {sl: Vloga, en: Role}}
                  - {name: account, from: account, item: paypal-account, of-another: other, label: {sl: Račun, en: Account}}
              - id: backups
                title: {sl: Varnostne kopije, en: Backups}
                source: disk
                services: [shared-hosting]
                row: user-data
                per: hosting-account
                item: backups
                read: {list: backups}
                fields:
                  - {name: made, from: made, label: {sl: Narejeno, en: Made}}
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

    static final Identifier EMAIL = new Email("ana@example.test");

    static final String VAT_ID = "shared-hosting.service-fulfilment.vat-id";
    static final String NAME = "shared-hosting.service-fulfilment.name";
    static final String ADDRESS = "shared-hosting.service-fulfilment.address";
    static final String PANEL = "shared-hosting.service-fulfilment.panel-credentials";
    static final String LETTER = "shared-hosting.service-fulfilment.activation-email";
    static final String SLOW = "shared-hosting.service-fulfilment.email";
    static final String DEEP = "shared-hosting.service-fulfilment.payer-ip";
    static final String ACCOUNT = "shared-hosting.service-fulfilment.paypal-account";
    static final String FILES = "shared-hosting.user-data.files";

    final MemoryTransport backend = new MemoryTransport();

    @TempDir
    Path folder;

    Ordered ordered;

    @BeforeEach
    void loadDefinition() throws IOException {
        Files.writeString(folder.resolve("memory.yaml"), DEFINITION);
        Map<String, si.vpogled.connector.Transport> transports = Map.of("memory", backend);
        var definition =
                new DefinitionLoader(transports).fromFolder(folder).all().getFirst();
        ordered = new Ordered(folder, definition, new RunConnector(transports));
    }

    void at(String now) {
        ordered.clock(InstantSource.fixed(Instant.parse(now)));
    }

    Outcome run(Order order) throws Exception {
        return ordered.run(order, Map.of());
    }

    Order order(List<Identifier> identifiers, String... items) {
        return ordered.order(
                identifiers, java.util.Arrays.stream(items).map(ItemId::parse).toList());
    }

    static ItemOutcome found(String item, long records) {
        return new ItemOutcome(ItemId.parse(item), Found.FOUND, records, Optional.empty());
    }

    static ItemOutcome noneHeld(String item) {
        return new ItemOutcome(ItemId.parse(item), Found.NONE_HELD, 0, Optional.empty());
    }

    static ItemOutcome failed(String item, FaultKind kind, String message) {
        return new ItemOutcome(ItemId.parse(item), Found.FAILED, 0, Optional.of(new Fault(kind, message)));
    }
}
