package si.vpogled.connector.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.FaultKind;
import si.vpogled.demo.server.HttpAnswer;

class HttpPagingTest {
    private static final int ALL = 25;
    private final Scene scene = new Scene();
    private final List<Object> expected =
            new ArrayList<>(LongStream.range(0, ALL).boxed().toList());

    @AfterEach
    void stop() {
        scene.close();
    }

    /** Records from an offset on, at most ten, under {@code data}, with whatever else a page tells. */
    private static HttpAnswer page(long from, Map<String, Object> more) {
        Map<String, Object> body = new LinkedHashMap<>(more);
        body.put(
                "data",
                LongStream.range(from, Math.min(from + 10, ALL))
                        .mapToObj(id -> Map.of("id", id))
                        .toList());
        return HttpAnswer.json(body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{by: page, total-pages: X-Total-Pages}",
                "{by: page, total-count: X-Total-Count}",
                "{by: page, total-count: /meta/total}",
                "{by: page}",
                "{by: page, size-parameter: per_page, size: 10}"
            })
    void byPageUntilTheTotalOrAnEmptyPage(String paging) throws Exception {
        scene.backend.get(
                "/contacts",
                question -> page((question.number("page", 0) - 1) * 10L, Map.of("meta", Map.of("total", ALL)))
                        .header("X-Total-Pages", "3")
                        .header("X-Total-Count", "25"));

        assertThat(scene.read("{path: /contacts, records: /data, paging: " + paging + "}", "/id"))
                .isEqualTo(expected);

        assertThat(scene.backend.served()).isEqualTo(paging.contains("total") ? 3 : 4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{by: offset, size-parameter: limit, size: 50}", "{by: offset, total-count: /total}"})
    void byOffsetEvenWhereTheServerGivesFewerThanAsked(String paging) throws Exception {
        scene.backend.get("/contacts", question -> page(question.number("offset", 0), Map.of("total", ALL)));

        assertThat(scene.read("{path: /contacts, records: /data, paging: " + paging + "}", "/id"))
                .isEqualTo(expected);
    }

    @Test
    void byCursorUntilThereIsNone() throws Exception {
        scene.backend.get("/contacts", question -> {
            int from = question.parameter("after")
                    .map(text -> Integer.parseInt(text.substring(3)))
                    .orElse(0);
            Map<String, Object> meta = new LinkedHashMap<>();
            meta.put("next", from + 10 < ALL ? "ž&=" + (from + 10) : null);
            return page(from, Map.of("meta", meta));
        });

        assertThat(scene.read(
                        "{path: /contacts, records: /data, paging: {by: cursor, parameter: after, next: /meta/next}}",
                        "/id"))
                .isEqualTo(expected);
    }

    @Test
    void byLinkInTheHeader() throws Exception {
        scene.backend.get("/contacts", question -> {
            int from = question.number("from", 0);
            HttpAnswer answer = page(from, Map.of());
            return from + 10 < ALL
                    ? answer.header(
                            "Link", "</contacts?from=0>; rel=first, <?from=" + (from + 10) + ">; rel=\"x next\"")
                    : answer;
        });

        assertThat(scene.read("{path: /contacts, records: /data, paging: {by: link}}", "/id"))
                .isEqualTo(expected);
    }

    @Test
    void byLinkInTheBody() throws Exception {
        scene.backend.get("/contacts", question -> {
            int from = question.number("from", 0);
            return page(
                    from,
                    from + 10 < ALL
                            ? Map.of("next", scene.backend.url() + "/contacts?from=" + (from + 10))
                            : Map.of("next", false));
        });

        assertThat(scene.read("{path: /contacts, records: /data, paging: {by: link, next: /next}}", "/id"))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://elsewhere.test/contacts",
                "//elsewhere.test/",
                "https://127.0.0.1/",
                "file:///etc/passwd",
                "http://user@127.0.0.1/",
                "a b"
            })
    void aLinkToAnotherOriginIsNotFollowed(String link) {
        scene.backend.get("/contacts", question -> page(0, Map.of()).header("Link", "<" + link + ">; rel=next"));

        assertThat(fault("{by: link}").kind()).isEqualTo(FaultKind.DEFECT);
        assertThat(scene.backend.served()).isEqualTo(1);
    }

    /** What stands on the pages behind it would be missing without a word. */
    @Test
    void aPageOfSeveralIsAFaultWhereTheReadDoesNotSayHowItIsPaged() {
        scene.backend.get("/contacts", question -> page(0, Map.of()).header("Link", "<?from=10>; rel=\"next\""));

        ConnectorException fault = catchThrowableOfType(
                ConnectorException.class, () -> scene.read("{path: /contacts, records: /data}", "/id"));

        assertThat(fault).hasMessageContaining("one page of several");
        assertThat(fault.kind()).isEqualTo(FaultKind.MISCONFIGURED);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void cursorsInACircleAreADefect(int circle) {
        scene.backend.get("/contacts", question -> {
            int at = question.number("cursor", 0);
            return HttpAnswer.json(
                    Map.of("data", List.of(Map.of("id", scene.backend.served())), "next", (at + 1) % circle));
        });

        assertThat(fault("{by: cursor, next: /next}")).hasMessageContaining("circle");
        assertThat(scene.backend.served()).isLessThan(20);
    }

    @Test
    void aServerThatIgnoresThePageIsADefect() {
        scene.backend.get("/contacts", question -> page(0, Map.of("page", question.number("page", 0))));

        assertThat(fault("{by: page}")).hasMessageContaining("same records");
        assertThat(scene.seen).hasSize(20);
    }

    @Test
    void emptyPagesWithoutEndAreADefect() {
        scene.backend.get(
                "/contacts",
                question -> HttpAnswer.json(Map.of("data", List.of(), "next", question.number("cursor", 0) + 1)));

        assertThat(fault("{by: cursor, next: /next}")).hasMessageContaining("empty pages");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{by: page, total-count: /total}", "{by: offset, total-count: /total}"})
    void pagesThatEndBeforeTheirOwnCountAreADefect(String paging) {
        scene.backend.get(
                "/contacts",
                question -> page(
                        question.parameter("page").isPresent()
                                ? (question.number("page", 0) - 1) * 10L
                                : question.number("offset", 0),
                        Map.of("total", 30)));

        assertThat(fault(paging)).hasMessageContaining("25 of 30");
    }

    @Test
    void aTotalThatIsNotToldIsADefect() {
        scene.backend.get("/contacts", question -> page(0, Map.of()));

        assertThat(fault("{by: page, total-pages: X-Total-Pages}")).hasMessageContaining("header X-Total-Pages");
    }

    @Test
    void behindTheLastPageMayBe404WhereNothingTellsTheirNumber() throws Exception {
        scene.backend.get(
                "/contacts",
                question -> question.number("page", 0) > 3
                        ? HttpAnswer.json(404, Map.of())
                        : page((question.number("page", 0) - 1) * 10L, Map.of()));

        assertThat(scene.read("{path: /contacts, records: /data, not-found: none, paging: {by: page}}", "/id"))
                .isEqualTo(expected);
        assertThat(fault("{by: page}").kind()).isEqualTo(FaultKind.DEFECT);
    }

    private ConnectorException fault(String paging) {
        return catchThrowableOfType(
                ConnectorException.class,
                () -> scene.read("{path: /contacts, records: /data, paging: " + paging + "}", "/id"));
    }
}
