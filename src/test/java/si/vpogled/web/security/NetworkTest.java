package si.vpogled.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts as one network, and how a rate is written. */
class NetworkTest {
    @Test
    void an_ipv4_address_stands_for_itself() {
        assertThat(Network.of("192.0.2.7"))
                .isNotEqualTo(Network.of("192.0.2.8"))
                .isEqualTo(Network.of("::ffff:192.0.2.7"));
    }

    @Test
    void the_lower_half_of_an_ipv6_address_is_the_customers_own_to_choose() {
        assertThat(Network.of("2001:db8:1:2::7"))
                .isEqualTo(Network.of("2001:db8:1:2:ffff:ffff:ffff:ffff"))
                .isEqualTo(Network.of("2001:db8:1:2::7%eth0"))
                .isNotEqualTo(Network.of("2001:db8:1:3::7"));
    }

    @Test
    void a_rate_is_a_number_and_a_period() {
        assertThat(Rate.of("6/15m")).isEqualTo(new Rate(6, Duration.ofMinutes(15)));
        assertThat(Rate.of(" 100/1h ").cost()).isEqualTo(Duration.ofSeconds(36));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "6", "6/", "0/15m", "-1/15m", "x/15m", "6/0s"})
    void what_is_no_rate_stops_the_start(String written) {
        assertThatThrownBy(() -> Rate.of(written)).isInstanceOf(RuntimeException.class);
    }
}
