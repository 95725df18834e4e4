package si.vpogled.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import si.vpogled.demo.DemoStaff;
import si.vpogled.demo.people.DemoCustomers;
import si.vpogled.demo.server.Ports;
import si.vpogled.testing.Api;
import si.vpogled.testing.PageVisitor;

/** {@code make demo} as a newcomer meets it: by what it prints, and until Ctrl-C. */
class DemoIT {
    private static final Duration START = Duration.ofMinutes(3);

    @TempDir
    static Path folder;

    private static Process demo;
    private static String printed;

    @BeforeAll
    static void start() throws IOException {
        Path output = folder.resolve("printed.txt");
        // built before the integration tests; a session of its own, so that its Ctrl-C is not ours, and heeded by it
        // even
        // where we ourselves were started in the background, which does not heed any
        ProcessBuilder make = new ProcessBuilder(
                        "env",
                        "--default-signal=INT",
                        "setsid",
                        "make",
                        "demo",
                        "MVN=true",
                        "ARGS=port=" + Ports.free() + " mailbox=" + Ports.free() + " folder=" + folder.resolve("demo"))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        make.environment().put("JAVA_HOME", System.getProperty("java.home"));
        demo = make.start();
        await("the demo is ready").atMost(START).untilAsserted(() -> {
            assertThat(Files.readString(output)).contains("Ctrl-C ends everything.");
        });
        printed = Files.readString(output);
        RestAssured.baseURI = address("Portal");
    }

    @AfterAll
    static void ctrl_c_ends_everything() throws IOException, InterruptedException {
        RestAssured.reset();
        new ProcessBuilder("kill", "-INT", "--", "-" + demo.pid()).start().waitFor();
        boolean ended = demo.waitFor(2, TimeUnit.MINUTES);
        demo.descendants().forEach(ProcessHandle::destroyForcibly);
        demo.destroyForcibly();
        assertThat(ended).as("the demo ended by Ctrl-C").isTrue();
        await("nothing is left running")
                .untilAsserted(() -> assertThat(ProcessHandle.allProcesses()
                                .map(process -> process.info().commandLine().orElse(""))
                                .filter(command -> command.contains(folder.toString())))
                        .isEmpty());
    }

    @Test
    void every_address_that_it_prints_answers() {
        List<String> addresses = found("https?://\\S+").map(MatchResult::group).toList();
        Predicate<String> forMachines = address -> address.matches(".*/q/(health|metrics)");
        assertThat(addresses)
                .filteredOn(forMachines)
                .hasSize(2)
                .allSatisfy(address -> given().get(address).then().statusCode(200));
        assertThat(addresses)
                .filteredOn(forMachines.negate())
                .hasSize(4)
                .allSatisfy(address -> given().header("Accept", "text/html")
                        .get(address)
                        .then()
                        .statusCode(200)
                        .contentType("text/html"));
        assertThat(Path.of(printed.replaceAll("(?s).*Log +(\\S+).*", "$1"))).exists();
    }

    @Test
    void the_staff_whom_it_prints_can_sign_in_with_their_passwords() {
        List<DemoStaff> staff = found("(\\w+) +user (\\S+), password (\\S+)")
                .map(one -> new DemoStaff(one.group(2), one.group(3), one.group(1)))
                .toList();
        assertThat(staff).extracting(DemoStaff::role).containsExactly("clerk", "approver", "auditor");
        assertThat(staff).allSatisfy(one -> {
            PageVisitor.staff(one).get("/console").then().statusCode(200);
            Api.as(one).get(Api.ROOT + "/staff/requests").then().statusCode(200);
        });
        Api.as(new DemoStaff(staff.getFirst().name(), "napak", "clerk"))
                .get(Api.ROOT + "/staff/requests")
                .then()
                .statusCode(401);
    }

    @Test
    void the_customers_whom_it_prints_are_the_demos() {
        assertThat(found("\\S+@\\S+").map(MatchResult::group))
                .containsExactlyInAnyOrder(
                        DemoCustomers.PRIVATE_EMAIL,
                        DemoCustomers.COMPANY_EMAIL,
                        DemoCustomers.NEWSLETTER_EMAIL,
                        DemoCustomers.PATCHMAN_EMAIL,
                        DemoCustomers.NO_PATCHMAN_EMAIL,
                        DemoCustomers.LARGE_EMAIL,
                        DemoCustomers.CHANGED_EMAIL,
                        DemoCustomers.TWO_EMAIL,
                        DemoCustomers.STRANGER_EMAIL);
    }

    @Test
    void the_mailboxs_page_shows_the_mail_and_its_link_works() {
        String email = DemoCustomers.PRIVATE_EMAIL;
        String reference = Api.submit(email, "domains");

        String mail = mailPage(email, page -> page.contains(reference));
        String link = first(mail, "href=\"(http[^\"]*/confirm/[^\"]*)\"");

        assertThat(link).startsWith(address("Portal"));
        PageVisitor customer = new PageVisitor("sl");
        customer.get(link).then().statusCode(200);
        customer.post(link, Map.of()).then().statusCode(303);
        assertThat(mailPage(email, page -> page.contains(reference) && !page.contains("/confirm/")))
                .contains("<h1");
    }

    /** The page of the first mail of the list that is as wanted, once there is one. */
    private static String mailPage(String email, Predicate<String> wanted) {
        String mailbox = address("Mailbox");
        return await("a mail to " + email)
                .atMost(Duration.ofMinutes(2))
                .until(
                        () -> messages(mailbox, email)
                                .map(path -> given().get(mailbox + path).asString())
                                .filter(wanted)
                                .findFirst()
                                .orElse(""),
                        page -> !page.isEmpty());
    }

    private static Stream<String> messages(String mailbox, String email) {
        String list = given().queryParam("to", email).get(mailbox + "/").asString();
        return Pattern.compile("href=\"(/messages/\\d+)\\?")
                .matcher(list)
                .results()
                .map(row -> row.group(1));
    }

    private static String address(String name) {
        return first(printed, name + " +(\\S+?)/?\\s");
    }

    private static String first(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as("%s in %s", pattern, text).isTrue();
        return matcher.group(1);
    }

    private static Stream<MatchResult> found(String pattern) {
        return Pattern.compile(pattern).matcher(printed).results();
    }
}
