package si.vpogled.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import si.vpogled.bundle.plan.BundlePlan;
import si.vpogled.connector.definition.ConnectorDefinition;
import si.vpogled.connector.definition.DefinitionLoader;
import si.vpogled.connector.extract.Entry;
import si.vpogled.connector.extract.ExtractEntry;
import si.vpogled.connector.extract.ExtractReader;
import si.vpogled.demo.server.Folders;
import si.vpogled.demo.server.PostgresServer;
import si.vpogled.storage.seal.Unseal;
import si.vpogled.subject.Identifier;
import si.vpogled.subject.IdentifierKind;

/** Records by {@code jdbc} to a sealed extract of JSON and CSV, against psql's {@code \copy} of them to CSV. */
record JdbcRow(Path folder, int rows, int rounds) {
    private static final String QUERY = "select id, number, issued_on, customer_name, address, email, amount, paid"
            + " from invoice where customer_number = %s order by id";
    private static final Identifier CUSTOMER = Identifier.of(IdentifierKind.CUSTOMER_NUMBER, "100200");

    Line measure() throws Exception {
        String what = "extracting " + rows + " records by `jdbc`";
        if (!Commands.has("psql")) {
            return Line.missing(what, "psql", "–");
        }
        Path own = folder.resolve("jdbc");
        try (PostgresServer server = PostgresServer.start()) {
            fill(server);
            BenchCase bench = BenchCase.in(own);
            Extraction extraction = extraction(bench);
            Path csv = own.resolve("baseline.csv");
            Medians medians = Medians.alternating(
                    rounds + 2,
                    () -> {
                        bench.dropExtract();
                        Stopwatch watch = new Stopwatch();
                        extraction.run(
                                bench.store(),
                                Map.of(
                                        "BILLING_JDBC_URL",
                                        server.jdbcUrl("postgres"),
                                        "VPOGLED_SECRET_BILLING_PASSWORD",
                                        "trusted"),
                                bench.scratch(),
                                CUSTOMER);
                        return watch.spent();
                    },
                    () -> Commands.run(own, copy(server, csv)));
            verify(bench, csv);
            return medians.line(what, "psql `\\copy`", "–");
        } finally {
            Folders.delete(own);
        }
    }

    private static String[] copy(PostgresServer server, Path csv) {
        return new String[] {
            "psql",
            "-X",
            "-q",
            "-d",
            "postgresql://postgres@127.0.0.1:" + server.port() + "/postgres",
            "-c",
            "\\copy (" + QUERY.formatted("'100200'") + ") to '" + csv + "' csv header"
        };
    }

    private void fill(PostgresServer server) {
        server.run("postgres", """
                create table invoice (id bigint primary key, number text, issued_on date, customer_number text,
                  customer_name text, address text, email text, amount numeric(10, 2), paid boolean);
                insert into invoice select i, '2025-' || i, date '2014-01-01' + (i %% 4000)::int, '100200',
                  'Čebelarstvo Kranjc, d. o. o.', 'Žitna ulica ' || i %% 300 || ', 4220 Škofja Loka',
                  'info' || i %% 9 || '@cebelarstvo.example', (i * 7919 %% 100000) / 100.0, i %% 5 > 0
                  from generate_series(1, %d) i;
                analyze invoice
                """.formatted(rows));
    }

    private static Extraction extraction(BenchCase bench) throws Exception {
        Path definitions = Files.createDirectories(bench.folder().resolve("definitions"));
        Files.writeString(definitions.resolve("billing.yaml"), """
                version: 1
                connector: billing
                title: {sl: Obračun, en: Billing}
                needs: [customer-number]
                yields: []
                concurrency: 1
                limits: {seconds: 1800, records: 5000000, bytes: 10000000000}
                sources:
                  - {id: ledger, transport: jdbc, settings: {url: "${BILLING_JDBC_URL}", user: postgres, password: {secret: password}}}
                collections:
                  - id: invoices
                    title: {sl: Računi, en: Invoices}
                    source: ledger
                    services: [domains]
                    row: legal-framework
                    per: customer-number
                    as: records
                    read: {query: "%s"}
                    fields:
                      - {name: number, from: number, label: {sl: Številka, en: Number}}
                      - {name: issuedOn, from: issued_on, type: date, label: {sl: Izdano, en: Issued on}}
                      - {name: name, from: customer_name, item: name, label: {sl: Ime, en: Name}}
                      - {name: address, from: address, item: address, label: {sl: Naslov, en: Address}}
                      - {name: email, from: email, item: email, label: {sl: E-pošta, en: E-mail}}
                      - {name: amount, from: amount, type: decimal, label: {sl: Znesek, en: Amount}}
                      - {name: paid, from: paid, type: boolean, label: {sl: Plačano, en: Paid}}
                """.formatted(QUERY.formatted(":customer-number")));
        ConnectorDefinition definition =
                new DefinitionLoader().fromFolder(definitions).find("billing").orElseThrow();
        BundlePlan.Extract extract = bench.extract();
        UUID run = extract.run();
        return new Extraction(
                definition, run, extract.key(), bench.pair().toPublicJWK().toJSONObject());
    }

    private void verify(BenchCase bench, Path csv) throws Exception {
        byte[] context = bench.extract().sealContext().getBytes(StandardCharsets.UTF_8);
        try (ExtractReader reader = ExtractReader.open(
                        Unseal.open(
                                bench.pair(),
                                context,
                                bench.store().open(bench.extract().key())),
                        Long.MAX_VALUE);
                Stream<ExtractEntry> entries = reader.entries();
                Stream<String> lines = Files.lines(csv)) {
            long records = 0;
            for (ExtractEntry entry : (Iterable<ExtractEntry>) entries::iterator) {
                entry.verify();
                records += entry.entry().kind() == Entry.Kind.RECORDS
                        ? entry.entry().records()
                        : 0;
            }
            if (records != rows || lines.count() != rows + 1) {
                throw new IllegalStateException("The extract holds " + records + " records");
            }
        }
    }
}
