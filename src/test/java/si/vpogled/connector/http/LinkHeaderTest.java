package si.vpogled.connector.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkHeaderTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "</b>; rel=next",
                "</a>; rel=\"prev\", </b>; rel=\"next\"",
                "</a>; title=\"x, </z>; rel=next\"; rel=prev , </b>;rel=NEXT",
                "</b>; rel=\"last next\"; rel=prev",
                "</b>; TITLE*=UTF-8''%C4%8D; Rel = next",
                "</a>; anchor=\"/x\"; rel=next, </b>; rel=next",
                "</b>; crossorigin; rel=next"
            })
    void findsTheNextPage(String header) {
        assertThat(LinkHeader.next(List.of(header))).contains("/b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"</b>", "</b>; rel=nextpage", "</b>; rel=prev; rel=next", "rel=next", "", "<"})
    void findsNothingElse(String header) {
        assertThat(LinkHeader.next(List.of(header))).isEmpty();
    }

    @Test
    void looksThroughSeveralHeadersAndPassesOverEndlessOnes() {
        assertThat(LinkHeader.next(List.of("</a>; rel=prev", "</b>; rel=next"))).contains("/b");
        assertThat(LinkHeader.next(List.of("<x>" + ";a=\"\\\"\"".repeat(50_000) + ";rel=next")))
                .isEmpty();
    }
}
