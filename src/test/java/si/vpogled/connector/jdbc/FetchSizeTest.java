package si.vpogled.connector.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What of a result lies in memory at once. */
class FetchSizeTest {
    @Test
    void small_rows_soon_come_many_at_a_time() {
        FetchSize size = FetchSize.growing(1000);
        for (int row = 0; row < 2000; row++) {
            size.saw(200);
        }

        assertThat(size.current()).isEqualTo(1000);
    }

    @Test
    void the_first_rows_fit_however_large_each_is() {
        assertThat(FetchSize.growing(1000).current() * (long) JdbcRow.LARGEST).isLessThanOrEqualTo(FetchSize.ROOM);
    }

    @Test
    void of_large_rows_no_more_are_fetched_than_fit_many_times_over() {
        FetchSize size = FetchSize.growing(1000);
        for (int row = 0; row < 100; row++) {
            size.saw(300_000);
        }
        assertThat(size.current() * 300_000L).isLessThanOrEqualTo(FetchSize.ROOM / 8);

        for (int row = 0; row < 100; row++) {
            size.saw(JdbcRow.LARGEST);
        }
        assertThat(size.current()).isEqualTo(FetchSize.growing(1000).current());
    }

    @Test
    void the_operators_bound_holds() {
        FetchSize size = FetchSize.growing(2);
        for (int row = 0; row < 100; row++) {
            size.saw(1);
        }

        assertThat(size.current()).isEqualTo(2);
        assertThat(FetchSize.single().saw(1)).isFalse();
    }
}
