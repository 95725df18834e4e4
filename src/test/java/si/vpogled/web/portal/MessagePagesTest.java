package si.vpogled.web.portal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import si.vpogled.correspondence.Draft;
import si.vpogled.correspondence.Messages;
import si.vpogled.demo.DemoStaff;
import si.vpogled.storage.ObjectStore;
import si.vpogled.testing.Mails;
import si.vpogled.testing.PageVisitor;
import si.vpogled.testing.PageVisitor.Upload;
import si.vpogled.testing.ServiceWorld;
import si.vpogled.testing.StagedCases;
import si.vpogled.text.Language;

/** What the subject and staff write to each other, with attachments, on both sides' pages. */
@QuarkusTest
@WithTestResource(ServiceWorld.class)
class MessagePagesTest {
    private static final byte[] PDF = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n".getBytes(UTF_8);
    private static final byte[] PNG = png();
    private static final Pattern ATTACHMENT = Pattern.compile("href=\"([^\"]+/attachments/[^\"]+)\"");
    private static final String DECIDING = "{\"kind\": \"awaiting-decision\", \"since\": \"2030-01-01T00:00:00Z\"}";
    private static final String CLOSED =
            "{\"kind\": \"closed\", \"at\": \"2030-01-01T00:00:00Z\", \"ending\":" + " {\"kind\": \"withdrawn\"}}";

    @TestHTTPResource
    URI service;

    @ConfigProperty(name = ServiceWorld.MAILBOX)
    String mailbox;

    @ConfigProperty(name = "vpogled.store.directory")
    Path directory;

    @Inject
    StagedCases cases;

    @Inject
    ObjectStore store;

    @Inject
    Messages messages;

    private final String email = "sporocila-" + UUID.randomUUID() + "@primer.si";
    private PageVisitor customer;
    private PageVisitor clerk;
    private String reference;

    @BeforeEach
    void a_confirmed_request() {
        clerk = PageVisitor.staff(DemoStaff.CLERK);
        reference = cases.in(DECIDING, email, Language.SL);
        customer = PageVisitor.subject("sl", cases.session(reference));
        customer.get("/case").then().statusCode(200);
    }

    private static byte[] png() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(
                    new java.awt.image.BufferedImage(2, 2, java.awt.image.BufferedImage.TYPE_INT_RGB), "png", out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }

    private Response write(String text, Upload... files) {
        return customer.send(
                "/case/messages", Map.of("text", text, "key", UUID.randomUUID().toString()), files);
    }

    /** As the reader of one language. */
    private Response writeIn(String language, String text, Upload... files) {
        return customer.send(
                "/case/messages?lang=" + language,
                Map.of("text", text, "key", UUID.randomUUID().toString()),
                files);
    }

    private String desk() {
        return "/console/cases/" + reference;
    }

    private static List<String> attachments(Response page) {
        return ATTACHMENT
                .matcher(page.asString())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private long sent() {
        return cases.number("select count(*) from message where request_id = ?1", cases.id(reference));
    }

    private long stored() throws IOException {
        Path folder = directory.resolve("requests/" + cases.id(reference) + "/attachments");
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }

    private long told(String action) {
        return cases.number(
                "select count(*) from history where request_id = ?1 and action = ?2", cases.id(reference), action);
    }

    @Test
    void a_message_goes_to_staff_with_its_attachment_and_the_answer_comes_back() {
        write("Prilagam dokazilo.\r\nHvala!", new Upload("račun št. 7.pdf", "application/pdf", PDF))
                .then()
                .statusCode(303);
        customer.get("/case")
                .then()
                .body(containsString("Prilagam dokazilo.\nHvala!"))
                .body(containsString("račun št. 7.pdf"));

        Response seen = clerk.get(desk());
        seen.then()
                .body(containsString("Prilagam dokazilo."))
                .body(containsString("Na odgovor čaka: 1 sporočilo."))
                .body(containsString("račun št. 7.pdf"));
        clerk.get(attachments(seen).getFirst())
                .then()
                .statusCode(200)
                .header("Content-Type", "application/pdf")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Content-Disposition", containsString("attachment; filename=\"ra_un _t. 7.pdf\""))
                .header("Content-Disposition", containsString("filename*=UTF-8''ra%C4%8Dun%20%C5%A1t.%207.pdf"));
        assertThat(clerk.get(attachments(seen).getFirst()).asByteArray()).isEqualTo(PDF);
        String last = PageVisitor.hidden(clerk.get(desk() + "/messages"), "seen");
        clerk.send(desk() + "/messages", Map.of("text", "Hvala, dokazilo je v redu.", "key", "1", "seen", last))
                .then()
                .statusCode(303);

        clerk.get(desk()).then().body(not(containsString("Na odgovor čaka")));
        customer.get("/case")
                .then()
                .body(containsString("Hvala, dokazilo je v redu."))
                .body(containsString("<mark>novo</mark>"));
        customer.get("/case")
                .then()
                .body(not(containsString("<mark>novo</mark>")))
                .body(not(containsString("prebrano")));
        clerk.get(desk()).then().body(containsString("prebrano"));
        assertThat(told("message-sent")).isEqualTo(2);
        assertThat(cases.number(
                        "select count(*) from history where request_id = ?1 and action = 'viewed'"
                                + " and detail->>'what' = 'attachment' and actor = ?2",
                        cases.id(reference),
                        DemoStaff.CLERK.name()))
                .isEqualTo(2);
    }

    @Test
    void the_customer_is_told_by_mail_that_there_is_a_message_and_not_what_it_says() {
        clerk.get(desk() + "/messages");
        clerk.send(desk() + "/messages", Map.of("text", "Skrivnost 4711", "key", "x"))
                .then()
                .statusCode(303);

        JsonNode mail = await().atMost(Duration.ofSeconds(100))
                .until(
                        () -> new Mails(mailbox)
                                .to(email).stream()
                                        .filter(one ->
                                                one.get("subject").asText().startsWith("Novo sporočilo"))
                                        .findFirst(),
                        found -> found.isPresent())
                .orElseThrow();
        assertThat(mail.get("text").asText())
                .contains(reference, "/sign-in?reference=" + reference)
                .doesNotContain("4711");
    }

    @Test
    void a_form_sent_twice_sends_one_message() {
        Map<String, String> form =
                Map.of("text", "Enkrat", "key", UUID.randomUUID().toString());
        Upload file = new Upload("slika.png", "image/png", PNG);

        customer.send("/case/messages", form, file).then().statusCode(303);
        customer.send("/case/messages", form, file).then().statusCode(303);

        assertThat(sent()).isOne();
        assertThat(attachments(customer.get("/case"))).hasSize(1);
    }

    @Test
    void attachments_stand_sealed_in_the_store_and_end_with_the_case() throws IOException {
        write("Slika", new Upload("slika.png", "image/png", PNG)).then().statusCode(303);
        String attachment = attachments(customer.get("/case")).getFirst();
        String key = "requests/" + cases.id(reference) + "/attachments/"
                + attachment.substring(attachment.lastIndexOf('/') + 1);
        byte[] head = new byte[7];
        try (var in = java.nio.channels.Channels.newInputStream(store.open(key))) {
            in.readNBytes(head, 0, head.length);
        }
        assertThat(new String(head, UTF_8)).isEqualTo("VPOGLED");

        customer.post("/case/withdraw", Map.<String, Object>of()).then().statusCode(303);

        customer.get(attachment).then().statusCode(404);
        await().atMost(Duration.ofSeconds(100)).until(() -> !store.exists(key));
        customer.get("/case")
                .then()
                .body(containsString("Zahteva je zaključena, zato sporočil ni več mogoče pošiljati"))
                .body(containsString("Če so bila v njej sporočila, smo jih uničili"))
                .body(not(containsString("slika.png")))
                .body(not(containsString("enctype=")));
        clerk.get(desk()).then().statusCode(200).body(not(containsString("slika.png")));
        write("Še nekaj").then().statusCode(409).body(containsString("Zahteva je zaključena"));
        assertThat(sent()).isZero();
        assertThat(told("message-sent")).isOne();
    }

    @Test
    void a_case_bears_two_hundred_messages_of_each_side_and_no_more() throws IOException {
        cases.messages(reference, "subject", Draft.MOST_MESSAGES_OF_CASE - 1);
        Map<String, String> last =
                Map.of("text", "Zadnje", "key", UUID.randomUUID().toString());
        Upload proof = new Upload("dokazilo.pdf", "application/pdf", PDF);
        customer.send("/case/messages", last, proof).then().statusCode(303);

        write("Eno preveč", new Upload("slika.png", "image/png", PNG))
                .then()
                .statusCode(422)
                .body(containsString("<a href=\"#text\">O tej zahtevi ste poslali že toliko sporočil"))
                .body(containsString("Eno preveč</textarea>"));

        assertThat(sent()).isEqualTo(Draft.MOST_MESSAGES_OF_CASE);
        assertThat(stored()).as("of the last one alone").isOne();
        customer.send("/case/messages", last, proof).then().statusCode(303);
        clerk.get(desk() + "/messages");
        clerk.send(desk() + "/messages", Map.of("text", "Tu smo", "key", "1"))
                .then()
                .statusCode(303);
    }

    @Test
    void a_case_bears_a_hundred_megabytes_of_files_of_each_side_and_no_more() {
        cases.messages(reference, "subject", 1);
        cases.attachment(reference, Draft.MOST_BYTES_OF_CASE - PDF.length);

        write("Ravno še", new Upload("dokazilo.pdf", "application/pdf", PDF))
                .then()
                .statusCode(303);
        write("Preveč", new Upload("slika.png", "image/png", PNG))
                .then()
                .statusCode(422)
                .body(containsString("<a href=\"#files\">Vaše priloge v tej zahtevi bi skupaj presegle"));
        write("Brez priloge").then().statusCode(303);

        assertThat(sent()).isEqualTo(3);
    }

    @Test
    void what_is_wrong_with_a_message_is_told_with_the_form_and_its_text_is_kept() {
        writeIn("en", "").then().statusCode(422).body(containsString("<a href=\"#text\">Write a message"));
        writeIn("en", "a".repeat(4001)).then().statusCode(422).body(containsString("to at most 4,000 characters"));
        writeIn("en", "a\u202Eb").then().statusCode(422).body(containsString("invisible control characters"));
        writeIn("sl", "").then().statusCode(422).body(containsString("<a href=\"#text\">Napišite sporočilo"));
        write("a".repeat(4001)).then().statusCode(422).body(containsString("na največ 4.000 znakov"));
        write("a\u202Eb").then().statusCode(422).body(containsString("kontrolne znake"));
        write("Besedilo ostane", new Upload("prazno.pdf", "application/pdf", new byte[0]))
                .then()
                .statusCode(422)
                .body(containsString("prazno.pdf\u2069 je prazna"))
                .body(containsString("Besedilo ostane</textarea>"))
                .body(containsString("Datoteke izberite znova"));
        assertThat(sent()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "program.exe, application/octet-stream, MZ\u0090\u0000\u0003, ni PDF",
        "stran.txt, text/plain, <!DOCTYPE html><html><script>alert(1)</script></html>, ni PDF",
        "slika.svg, image/svg+xml, <svg xmlns=\"http://www.w3.org/2000/svg\"/>, ni PDF",
        "arhiv.zip, application/zip, 'PK\u0003\u0004', ni PDF",
        "račun.pdf, application/pdf, Samo besedilo, po vsebini drugačna",
        "besedilo.txt, image/png, Samo besedilo, po vsebini drugačna",
        "nič.txt, text/plain, a\u0000b, ni PDF"
    })
    void a_file_of_a_wrong_or_lying_type_is_refused(String name, String type, String content, String words) {
        Upload file = new Upload(name, type, content.getBytes(UTF_8));
        writeIn("sl", "Datoteka", file)
                .then()
                .statusCode(422)
                .body(containsString("<a href=\"#files\">Datoteka"))
                .body(containsString(words));
        writeIn("en", "A file", file)
                .then()
                .statusCode(422)
                .body(containsString("<a href=\"#files\">The "))
                .body(containsString(
                        words.startsWith("ni") ? "is not a PDF, PNG, JPEG or text" : "is not what its name says"));
        assertThat(sent()).isZero();
        assertThat(cases.number(
                        "select count(*) from attachment a join message m on m.id = a.message_id"
                                + " where m.request_id = ?1",
                        cases.id(reference)))
                .isZero();
    }

    @Test
    void too_many_and_too_large_files_are_refused_and_the_text_is_kept() {
        Upload[] six = IntStream.range(0, 6)
                .mapToObj(number -> new Upload(number + ".pdf", "application/pdf", PDF))
                .toArray(Upload[]::new);
        writeIn("en", "Six", six).then().statusCode(422).body(containsString("Attach at most 5 files"));
        writeIn("sl", "Šest", six).then().statusCode(422).body(containsString("največ 5 datotek"));

        byte[] large = java.util.Arrays.copyOf(PDF, 10_000_001);
        writeIn("en", "Too large", new Upload("velika.pdf", "application/pdf", large))
                .then()
                .statusCode(422)
                .body(containsString("<a href=\"#files\">The files are too large together"))
                .body(containsString("Too large</textarea>"));
        writeIn("sl", "Prevelika", new Upload("velika.pdf", "application/pdf", large))
                .then()
                .statusCode(422)
                .body(containsString("<a href=\"#files\">Datoteke so skupaj prevelike"))
                .body(containsString("Prevelika</textarea>"));
        write("Največja", new Upload("prav.pdf", "application/pdf", java.util.Arrays.copyOf(PDF, 10_000_000)))
                .then()
                .statusCode(303);
        assertThat(sent()).isOne();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sl | Priloge so prevelike | največ 5 datotek, skupaj 10,0 MB | nazaj
            en | The attachments are too large | at most 5 files, 10.0 MB in all | Go back
            """)
    void files_beyond_all_measure_get_a_page_that_says_how_much_may_be_sent_and_how_to_go_back(
            String language, String title, String most, String back) throws Exception {
        try (HttpClient browser = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = browser.send(
                    HttpRequest.newBuilder(service.resolve("/case/messages"))
                            .header("Cookie", "vpogled-session=" + cases.session(reference))
                            .header("Content-Type", "multipart/form-data; boundary=x")
                            .header("Accept", "text/html")
                            .header("Accept-Language", language)
                            .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[33 << 20]))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.body())
                    .contains("<h1>" + title + "</h1>", most, back, "href=\"/case\"")
                    .doesNotContain("KiB");
        }
        assertThat(sent()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "../../etc/passwd.png, passwd.png",
        "C:\\fakepath\\slika.png, slika.png",
        "a%00b.png, a_00b.png",
        "\u202Egnp.exe.png, gnp.exe.png",
        "\u05E9\u05DC\u05D5\u05DD.png, \u05E9\u05DC\u05D5\u05DD.png",
        "\uD83D\uDE00 slika.png, \uD83D\uDE00 slika.png",
        "CON.png, _CON.png",
        "brez-koncnice, brez-koncnice.png",
        "42.zip.png, 42.zip.png"
    })
    void names_are_made_safe_and_else_stay_as_they_are(String sent, String kept) {
        write("Ime", new Upload(sent, sent.endsWith(".png") ? "image/png" : "", PNG))
                .then()
                .statusCode(303);

        customer.get("/case").then().body(containsString("<bdi>" + kept + "</bdi>"));
    }

    @Test
    void a_very_long_name_is_shortened_and_keeps_its_ending() {
        write("Ime", new Upload("ž".repeat(300) + ".png", "image/png", PNG))
                .then()
                .statusCode(303);

        String name = attachments(customer.get("/case")).getFirst();
        String disposition = customer.get(name).header("Content-Disposition");
        assertThat(disposition).endsWith(".png").hasSizeLessThan(2000);
    }

    @Test
    void an_attachment_of_somebody_else_is_as_none() {
        write("Slika", new Upload("slika.png", "image/png", PNG)).then().statusCode(303);
        String attachment = attachments(customer.get("/case")).getFirst();
        String otherCase = cases.in(DECIDING, "drugi-" + email, Language.SL);
        PageVisitor other = PageVisitor.subject("sl", cases.session(otherCase));

        Response others = other.get(attachment);
        String nothing = "/case/attachments/" + UUID.randomUUID();
        Response none = other.get(nothing);

        others.then().statusCode(404);
        // but for the address itself, which leads to the other language
        assertThat(others.asString().replace(attachment, ""))
                .isEqualTo(none.asString().replace(nothing, ""));
        clerk.get("/console/cases/" + otherCase + attachment.replace("/case", ""))
                .then()
                .statusCode(404);
        other.get("/case/attachments/x").then().statusCode(404);
        new PageVisitor("sl").get(attachment).then().statusCode(303);
    }

    @Test
    void an_auditor_reads_and_writes_nothing() {
        write("Slika", new Upload("slika.png", "image/png", PNG)).then().statusCode(303);
        PageVisitor auditor = PageVisitor.staff(DemoStaff.AUDITOR);

        Response seen = auditor.get(desk());

        seen.then().body(containsString("Slika")).body(not(containsString(desk() + "/messages\"")));
        auditor.get(attachments(seen).getFirst()).then().statusCode(200);
        auditor.get(desk() + "/messages").then().statusCode(403);
        auditor.send(desk() + "/messages", Map.of("text", "a", "key", "b"))
                .then()
                .statusCode(403);
        auditor.post(desk() + "/messages/read", Map.<String, Object>of()).then().statusCode(403);
    }

    @Test
    void staff_begin_with_a_template_in_the_customers_language() {
        clerk.get(desk() + "/messages").then().body(containsString("<option value=\"identity\">Dokaz istovetnosti"));

        Response filled = clerk.get(desk() + "/messages?template=identity");

        filled.then().body(containsString("podatke iz zahteve " + reference)).body(not(containsString("{due}")));
        clerk.get(desk() + "/messages?template=none").then().statusCode(200);
        assertThat(told("viewed")).isGreaterThanOrEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "'', answer, 'V besedilu je še mesto iz predloge: \u2068[odgovor]\u2069. Namesto njega'",
        "'', details, 'V besedilu je še mesto iz predloge: \u2068[vprašanje]\u2069. Namesto njega'",
        "?lang=en, answer, 'The text still has a place of the template: \u2068[odgovor]\u2069. Write your own words'"
    })
    void a_template_with_a_place_that_nobody_filled_in_is_not_sent(String language, String template, String told) {
        Response filled = clerk.get(desk() + "/messages?template=" + template);
        Matcher text =
                Pattern.compile("<textarea id=\"text\"[^>]*>([^<]*)</textarea>").matcher(filled.asString());
        assertThat(text.find()).isTrue();
        String key = PageVisitor.hidden(filled, "key");

        clerk.send(desk() + "/messages" + language, Map.of("key", key, "text", text.group(1)))
                .then()
                .statusCode(422)
                .body(containsString(told))
                .body(containsString("href=\"#text\""));

        assertThat(told("message-sent")).isZero();
        clerk.send(
                        desk() + "/messages",
                        Map.of("key", key, "text", text.group(1).replaceAll("\\[[^]]+]", "Takole je: [1] in [2].")))
                .then()
                .statusCode(303);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sl | en | Messages  | Choose the files again
            en | sl | Sporočila | Datoteke izberite znova
            """)
    void the_other_language_keeps_what_a_customer_and_a_clerk_were_writing(
            String language, String other, String title, String files) {
        PageVisitor writer = PageVisitor.subject(language, cases.session(reference));
        for (String place : new String[] {"/case", desk()}) {
            PageVisitor visitor = place.equals("/case") ? writer : clerk;
            visitor.get((place.equals("/case") ? place : place + "/messages") + "?lang=" + language)
                    .then()
                    .body(containsString("<form id=\"message\" method"))
                    .body(containsString("form=\"message\" formnovalidate formaction=\"" + place + "/messages?lang="
                            + other + "\" name=\"go\" value=\"stay\""));
            String key = UUID.randomUUID().toString();

            visitor.send(
                            place + "/messages?lang=" + other,
                            Map.of("text", "Začeto שלום 😀\r\ndrugič", "key", key, "go", "stay"),
                            new Upload("slika.png", "image/png", PNG))
                    .then()
                    .statusCode(200)
                    .body(containsString("<html lang=\"" + other + "\">"))
                    .body(containsString(title + "</h2>"))
                    .body(containsString("Začeto שלום 😀\ndrugič</textarea>"))
                    .body(containsString("name=\"key\" value=\"" + key))
                    .body(containsString(files))
                    .body(not(containsString("class=\"problems\"")));
        }
        assertThat(sent()).isZero();
        writer.send("/case/messages?lang=" + other, Map.of("text", "", "go", "stay"))
                .then()
                .statusCode(303)
                .header("Location", endsWith("/case?lang=" + other));
    }

    @Test
    void a_customer_may_write_in_brackets_what_a_template_has_there() {
        write("Kaj pomeni [odgovor]?").then().statusCode(303);
    }

    @Test
    void a_message_that_needs_no_answer_is_marked_as_read() {
        write("Samo v vednost").then().statusCode(303);
        Response shown = clerk.get(desk());
        shown.then().body(containsString("Na odgovor čaka: 1 sporočilo."));
        assertThat(messages.awaitingStaff(List.of(cases.id(reference), UUID.randomUUID())))
                .containsExactly(Map.entry(cases.id(reference), 1L));

        clerk.post(desk() + "/messages/read", Map.of("seen", PageVisitor.hidden(shown, "seen")))
                .then()
                .statusCode(303);

        clerk.get(desk()).then().body(not(containsString("Na odgovor čaka")));
        assertThat(told("messages-read")).isOne();
        assertThat(messages.awaitingStaff(List.of(cases.id(reference)))).isEmpty();
    }

    @Test
    void a_message_that_came_after_the_page_was_opened_still_awaits_staff() {
        write("Prvo").then().statusCode(303);
        String last = PageVisitor.hidden(clerk.get(desk()), "seen");
        write("Drugo").then().statusCode(303);

        clerk.post(desk() + "/messages/read", Map.of("seen", last)).then().statusCode(303);
        clerk.get(desk()).then().body(containsString("Na odgovor čaka: 1 sporočilo."));
        clerk.send(desk() + "/messages", Map.of("text", "Odgovor na prvo", "key", "1", "seen", last))
                .then()
                .statusCode(303);

        clerk.get(desk()).then().body(containsString("Na odgovor čaka: 1 sporočilo."));
    }

    @ParameterizedTest
    @CsvSource({
        "sl, Iz tega obrazca je bilo že poslano drugačno sporočilo",
        "en, Another message was already sent from this form"
    })
    void another_message_from_the_same_form_is_not_taken_for_the_first_and_its_text_is_kept(
            String language, String told) {
        customer = PageVisitor.subject(language, cases.session(reference));
        customer.get("/case").then().statusCode(200);
        String key = UUID.randomUUID().toString();
        Upload file = new Upload("slika.png", "image/png", PNG);
        customer.send("/case/messages", Map.of("text", "Prvo", "key", key), file)
                .then()
                .statusCode(303);

        customer.send("/case/messages", Map.of("text", "Prvo", "key", key))
                .then()
                .statusCode(422)
                .body(containsString("<a href=\"#text\">" + told));
        Response page = customer.send("/case/messages", Map.of("text", "Drugo", "key", key), file);
        page.then()
                .statusCode(422)
                .body(containsString("<a href=\"#text\">" + told))
                .body(containsString("Drugo</textarea>"));
        assertThat(sent()).isOne();

        customer.send("/case/messages", Map.of("text", "Drugo", "key", PageVisitor.hidden(page, "key")))
                .then()
                .statusCode(303);
        assertThat(sent()).isEqualTo(2);
    }

    @Test
    void a_form_without_its_token_sends_nothing() {
        customer.send("/case/messages", Map.of("text", "a", "csrf-token", "AAAAAAAAAAAAAAAAAAAAAA"))
                .then()
                .statusCode(400);
        assertThat(sent()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sl", "en"})
    void letters_that_were_sent_can_be_read_again_without_the_secret_of_their_link(String language) {
        customer = new PageVisitor(language);
        reference = customer.ask(email, "domains");
        String confirmation = new Mails(mailbox).token(email, reference, "/confirm/");
        customer.confirm(confirmation);
        await().atMost(Duration.ofSeconds(100))
                .until(() -> customer.get("/case").asString(), page -> page.split("/case/letters/").length > 2);
        Matcher letters = Pattern.compile("/case/letters/[0-9a-f-]+")
                .matcher(customer.get("/case").asString());

        StringBuilder texts = new StringBuilder();
        letters.results()
                .forEach(letter -> texts.append(customer.get(letter.group())
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString()));

        assertThat(texts.toString()).contains("Enomesečni rok", "/confirm/…").doesNotContain(confirmation);
        customer.get("/case/letters/" + UUID.randomUUID()).then().statusCode(404);
        assertThat(PageVisitor.staff(DemoStaff.CLERK)
                        .get("/console/cases/" + reference + "/history")
                        .asString())
                .as("proof that it was received")
                .containsPattern("stranka je pismo prebrala v portalu</td><td [^>]*>zahteva prejeta");
    }

    @Test
    void a_case_that_was_over_before_the_form_was_sent_says_so() {
        cases.move(reference, CLOSED);

        write("Prepozno", new Upload("slika.png", "image/png", PNG))
                .then()
                .statusCode(409)
                .body(containsString("Zahteva je zaključena"));

        assertThat(sent()).isZero();
        assertThat(told("message-sent")).isZero();
    }
}
