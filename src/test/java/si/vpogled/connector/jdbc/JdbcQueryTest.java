package si.vpogled.connector.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class JdbcQueryTest {
    @Test
    void namesBecomeParametersInTheirOrder() {
        JdbcQuery query = JdbcQuery.parse("select 1 where a = :customer-number and b=:service or c = :customer-number");

        assertThat(query.sql()).isEqualTo("select 1 where a = ? and b=? or c = ?");
        assertThat(query.names()).containsExactly("customer-number", "service", "customer-number");
    }

    @Test
    void quotesCommentsAndCastsAreLeftAlone() {
        String sql = """
                select ':a ?', "b:c?", `d:e`, 'it''s :f', '\\', x::date, $$ :g $$, $tag$ :h ? $tag$ -- :i ?
                /* :j
                   ? */ from t where y[1:2] = z""";

        assertThat(JdbcQuery.parse(sql)).isEqualTo(new JdbcQuery(sql, java.util.List.of()));
    }

    @Test
    void aNameRightAfterACastOrAQuoteIsStillAName() {
        assertThat(JdbcQuery.parse("select 'x'||:email::text").sql()).isEqualTo("select 'x'||?::text");
    }

    @Test
    void aQuestionMarkOutsideQuotesIsRefused() {
        assertThatThrownBy(() -> JdbcQuery.parse("select a ? 'b'")).hasMessageContaining(":name");
    }
}
