package si.vpogled.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import si.vpogled.demo.DemoStaff;
import si.vpogled.testing.Mails;
import si.vpogled.testing.ManyCases;
import si.vpogled.testing.PageVisitor;
import si.vpogled.testing.ServiceWorld;

/** What the list and the pages cost with 100,000 cases in the database. */
@QuarkusTest
@Tag("slow")
@WithTestResource(ServiceWorld.class)
class ManyCasesTest {
    private static final int FEW = 1_000;
    private static final int MANY = 100_000;
    private static final int ROWS = 51;

    /** The keys of a page and their rows, one of each range that is merged, and what lies between rows of one assignee. */
    private static final long MOST_READ = 5 * ROWS;

    private static final double GOAL = 100;
    /** What the plainest request takes on a machine that has nothing else to do. */
    private static final double QUIET = 10;

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    ManyCases many;

    @Inject
    ListedCases listed;

    @ConfigProperty(name = ServiceWorld.MAILBOX)
    String mailbox;

    @AfterAll
    static void clear() {
        Arc.container().instance(ManyCases.class).get().clear();
    }

    @Test
    void a_page_of_any_selection_reads_the_same_few_rows_whatever_the_total() {
        many.clear();
        many.upTo(FEW);
        Map<String, Long> few = readByAllSelections();
        many.upTo(MANY);
        Map<String, Long> all = readByAllSelections();

        assertThat(all).hasSizeGreaterThan(500).hasSameSizeAs(few);
        assertThat(few)
                .allSatisfy((selection, rows) -> assertThat(rows).as(selection).isLessThanOrEqualTo(MOST_READ));
        assertThat(all)
                .allSatisfy((selection, rows) -> assertThat(rows).as(selection).isLessThanOrEqualTo(MOST_READ));
    }

    @Test
    void a_search_reads_no_more_than_it_finds() {
        many.upTo(MANY);

        for (String text : List.of("oseba77123@", "domena-77123.test", "M77123", "nihče-te-oznake")) {
            ListSql sql = listed.sql(filter("all", "", "", "", text));
            long read = read(sql.found())
                    + read(sql.hits(span(ListSql.Part.OPEN, Optional.empty())).orElseThrow())
                    + read(sql.hits(span(ListSql.Part.ANSWERED, Optional.empty()))
                            .orElseThrow());
            assertThat(read).as(text).isLessThanOrEqualTo(MOST_READ);
        }
    }

    @Test
    void every_page_begins_to_come_within_100_ms() {
        many.upTo(MANY);
        PageVisitor customer = new PageVisitor("sl");
        String reference = customer.ask("hitro@mnogo-prave.example", "domains");
        customer.confirm(new Mails(mailbox).token("hitro@mnogo-prave.example", reference, "/confirm/"));
        PageVisitor clerk = PageVisitor.staff(DemoStaff.CLERK);
        String deep = fiftyPagesDeep(clerk);

        double plain = median(clerk, "/q/health/ready");
        Map<String, Double> took = new LinkedHashMap<>();
        for (String page : List.of(
                "/console",
                "/console?state=all",
                "/console?state=closed&right=erasure&assignee=-",
                "/console?assignee=klara&overdue=true",
                "/console?text=oseba77123",
                "/console?text=zagar&state=all",
                "/console?text=mnogo.example",
                "/console?text=ma",
                deep,
                "/console/cases/" + reference)) {
            took.put(page, median(clerk, page));
        }
        took.put("/", median(customer, "/"));
        took.put("/case", median(customer, "/case"));

        System.out.printf("With %d cases, medians in ms (a plain request: %.1f): %s%n", MANY, plain, took);
        // on a machine that is busy with other things, everything takes longer by what the plainest request does
        double limit = GOAL * Math.max(1, plain / QUIET);
        assertThat(took)
                .allSatisfy((page, median) -> assertThat(median).as(page).isLessThan(limit));
    }

    private Map<String, Long> readByAllSelections() {
        Map<String, Long> read = new LinkedHashMap<>();
        List<String> states =
                Stream.concat(Stream.of("open", "all"), State.KEYS.stream()).toList();
        for (String state : states) {
            for (String right : List.of("", "access", "erasure")) {
                for (String assignee : List.of("", "-", "klara", "nihče")) {
                    for (String due :
                            List.of("", "late", LocalDate.now().plusDays(10).toString())) {
                        for (ListSql.Part part : ListSql.Part.values()) {
                            ListSql sql = listed.sql(filter(state, right, assignee, due, ""));
                            ListRequests.Position amid = new ListRequests.Position(
                                    part == ListSql.Part.ANSWERED,
                                    LocalDate.now().minusDays(20),
                                    UUID.randomUUID());
                            for (Optional<Boolean> backwards :
                                    List.of(Optional.<Boolean>empty(), Optional.of(true), Optional.of(false))) {
                                sql.ranges(span(part, backwards.map(back -> new ListRequests.From(amid, back))))
                                        .ifPresent(statement -> read.put(
                                                String.join(
                                                        " ", state, right, assignee, due, "" + part, "" + backwards),
                                                read(statement)));
                            }
                        }
                    }
                }
            }
        }
        return read;
    }

    private static ListSql.Span span(ListSql.Part part, Optional<ListRequests.From> from) {
        return new ListSql.Span(
                part, from, from.map(ListRequests.From::backwards).orElse(false), ROWS);
    }

    private static ListRequests.Filter filter(String state, String right, String assignee, String due, String text) {
        return new ListRequests.Filter(
                Optional.of(state).filter(key -> !key.equals("all")),
                Optional.of(right).filter(key -> !key.isEmpty()).map(Right::of),
                Optional.of(due).filter(day -> day.startsWith("2")).map(LocalDate::parse),
                due.equals("late"),
                Optional.of(assignee).filter(name -> !name.isEmpty()).map(name -> name.equals("-") ? "" : name),
                Optional.of(text).filter(words -> !words.isEmpty()));
    }

    /** Rows that all scans of a plan read, those they threw away included. */
    private long read(ListSql.Statement statement) {
        String plan = QuarkusTransaction.requiringNew().call(() -> {
            if (!statement.values().containsKey("text")) {
                listed.inOrder();
            }
            String explained = "explain (analyze, format json) " + statement.sql();
            return String.valueOf(listed.query(new ListSql.Statement(explained, statement.values()), Object.class)
                    .getSingleResult());
        });
        try {
            return Math.round(read(JSON.readTree(plan).get(0).get("Plan")));
        } catch (JsonProcessingException e) {
            throw new AssertionError(plan, e);
        }
    }

    private static double read(JsonNode node) {
        double own = node.get("Node Type").asText().endsWith("Scan")
                ? node.get("Actual Loops").asDouble()
                        * (node.get("Actual Rows").asDouble()
                                + node.path("Rows Removed by Filter").asDouble()
                                + node.path("Rows Removed by Index Recheck").asDouble())
                : 0;
        for (JsonNode below : node.path("Plans")) {
            own += read(below);
        }
        return own;
    }

    private static String fiftyPagesDeep(PageVisitor clerk) {
        Pattern next = Pattern.compile("<a href=\"([^\"]+)\" rel=\"next\"");
        String place = "/console?state=all";
        for (int page = 1; page < 50; page++) {
            Matcher link = next.matcher(clerk.get(place).asString());
            assertThat(link.find()).as("page after " + page).isTrue();
            place = link.group(1).replace("&amp;", "&");
        }
        return place;
    }

    private static double median(PageVisitor visitor, String page) {
        List<Double> took = new ArrayList<>();
        for (int round = 0; round < 16; round++) {
            long begun = System.nanoTime();
            visitor.get(page).then().statusCode(200);
            if (round >= 5) {
                took.add((System.nanoTime() - begun) / 1e6);
            }
        }
        return took.stream().sorted().toList().get(took.size() / 2);
    }
}
