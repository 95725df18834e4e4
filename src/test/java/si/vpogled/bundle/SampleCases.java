package si.vpogled.bundle;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Cases that several tests start from. */
final class SampleCases {
    static final List<String> INVOICE = List.of(
            "number:Številka računa", "name:Ime ali naziv:name", "address:Naslov:address", "email:E-pošta:email");

    private SampleCases() {}

    /** A customer with a domain, shared hosting and a newsletter; two systems know nothing of her. */
    static TestCase customer(Path folder) throws IOException {
        return new TestCase(folder)
                .extract(
                        "billing",
                        draft -> draft.records("domains.legal-framework", "invoices", "Računi", INVOICE, invoices(3))
                                .records("shared-hosting.legal-framework", "invoices", "Računi", INVOICE, invoices(2)))
                .extract(
                        "whois-domain",
                        draft -> draft.records(
                                "domains.service-fulfilment",
                                "contacts",
                                "Kontakti domene",
                                List.of(
                                        "role:Vloga",
                                        "name:Ime ali naziv:name",
                                        "email:E-pošta:email",
                                        "manager:Upravlja:manager"),
                                List.of(
                                        Map.of(
                                                "role",
                                                "owner",
                                                "name",
                                                "Špela Čuček-Žagar",
                                                "email",
                                                "spela@cucek-zagar.example"),
                                        Map.of(
                                                "role",
                                                "admin",
                                                "name",
                                                "Tine Skrivač",
                                                "email",
                                                "tine@drugi.example",
                                                "manager",
                                                "upravljalec-77"))))
                .extract(
                        "hosting",
                        draft -> draft.records(
                                        "shared-hosting.service-fulfilment",
                                        "access",
                                        "Dostopni podatki",
                                        List.of("panel:Nadzorna plošča:panel-credentials"),
                                        List.of(Map.of("panel", true)))
                                .file(
                                        "shared-hosting.user-data.files",
                                        "public_html/index.html",
                                        "text/html",
                                        "<h1>Živjo</h1>")
                                .file(
                                        "shared-hosting.user-data.files",
                                        "public_html/slike/češnja.txt",
                                        "text/plain",
                                        "češnja\n")
                                .file(
                                        "shared-hosting.user-data.email-messages",
                                        "INBOX.mbox",
                                        "application/mbox",
                                        "From a@b\n"))
                .extract(
                        "dostavljalec",
                        draft -> draft.records(
                                "dostavljalec.user-data",
                                "contact-lists",
                                "Seznami stikov",
                                List.of("email:E-pošta:contact-lists", "first:Ime:contact-lists"),
                                contacts(620)))
                .notNeeded("website-builder");
    }

    static List<Map<String, ?>> invoices(int count) {
        return IntStream.rangeClosed(1, count)
                .<Map<String, ?>>mapToObj(number -> Map.of(
                        "number", "2025-00" + number,
                        "name", "Špela Čuček-Žagar",
                        "address", "Črtomirova ulica 5, 1000 Ljubljana",
                        "email", "spela@cucek-zagar.example"))
                .toList();
    }

    static Stream<Map<String, ?>> contacts(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> Map.of("email", "stik" + number + "@example.test", "first", "Ana " + number));
    }
}
