package si.vpogled.staff;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import si.vpogled.testing.ServiceWorld;
import si.vpogled.testing.SettableClock;

/** Sessions of staff whom an identity provider signed in. */
@QuarkusTest
@WithTestResource(ServiceWorld.class)
class ProviderSessionsTest {
    private static final Duration PERIOD = Duration.ofHours(12);

    @Inject
    ProviderSessions sessions;

    @Inject
    Colleagues colleagues;

    @Inject
    SettableClock clock;

    @Inject
    DataSource database;

    @AfterEach
    void today() {
        clock.reset();
    }

    @Test
    void a_session_is_found_until_it_ends() {
        String id = sessions.begin("tokens", clock.instant().plus(PERIOD));
        assertThat(sessions.find(id)).map(ProviderSessions.Kept::tokens).contains("tokens");

        clock.advance(PERIOD);
        assertThat(sessions.find(id)).isEmpty();
        assertThat(sessions.replace(id)).isEmpty();
    }

    @Test
    void fresh_tokens_do_not_make_it_longer() {
        Instant end = clock.instant().plus(PERIOD).truncatedTo(ChronoUnit.MILLIS);
        String id = sessions.begin("first", end);

        clock.advance(Duration.ofHours(1));
        assertThat(sessions.replace(id)).contains(end);
    }

    @Test
    void a_request_on_its_way_with_the_former_id_still_arrives() {
        String id = sessions.begin("first", clock.instant().plus(PERIOD));
        sessions.replace(id);
        assertThat(sessions.find(id)).map(ProviderSessions.Kept::tokens).contains("first");

        clock.advance(Duration.ofMinutes(1));
        assertThat(sessions.find(id)).isEmpty();
    }

    @Test
    void after_sign_out_nothing_is_found_at_once() {
        String id = sessions.begin("tokens", clock.instant().plus(PERIOD));
        sessions.end(id);

        assertThat(sessions.find(id)).isEmpty();
    }

    @Test
    void the_database_alone_tells_neither_tokens_nor_ids() throws SQLException {
        String id = sessions.begin("very secret tokens", clock.instant().plus(PERIOD));

        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select id_hash, sealed_tokens from provider_session")) {
            while (rows.next()) {
                assertThat(rows.getString(1)).isNotEqualTo(id);
                assertThat(new String(rows.getBytes(2), StandardCharsets.ISO_8859_1))
                        .doesNotContain("secret");
            }
        }
    }

    @Test
    void a_name_stays_with_the_person_who_had_it_first() {
        assertThat(colleagues.seen("irena", "issuer one", true)).isTrue();
        assertThat(colleagues.seen("irena", "issuer one", true)).isTrue();
        assertThat(colleagues.seen("irena", "issuer two", true)).isFalse();
    }

    @Test
    void who_did_not_come_for_long_is_no_longer_offered() {
        colleagues.seen("zala", "issuer zala", true);
        assertThat(colleagues.working()).contains("zala");
        assertThat(colleagues.work("zala")).isTrue();

        clock.advance(Duration.ofDays(91));
        assertThat(colleagues.work("zala")).isFalse();
    }

    @Test
    void who_only_audits_is_not_offered_until_they_come_with_another_role() {
        colleagues.seen("pavle", "issuer pavle", false);
        assertThat(colleagues.working()).doesNotContain("pavle");
        assertThat(colleagues.work("pavle")).isFalse();

        colleagues.seen("pavle", "issuer pavle", true);
        assertThat(colleagues.work("pavle")).isTrue();
        colleagues.seen("pavle", "somebody else", false);
        assertThat(colleagues.work("pavle")).isTrue();
    }
}
