package si.vpogled.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import si.vpogled.web.problem.ProblemException;

class ByteRangeTest {
    private static final long SIZE = 1000;

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0,      0,   1",
        "bytes=0-,       0,   1000",
        "bytes=500-,     500, 500",
        "bytes=200-299,  200, 100",
        "bytes=900-2000, 900, 100",
        "bytes=-1,       999, 1",
        "bytes=-5000,    0,   1000"
    })
    void a_single_range_is_the_part_that_the_file_has_of_it(String header, long first, long length) {
        assertThat(ByteRange.of(header, SIZE)).contains(new ByteRange(first, length));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "bytes=", "bytes=-", "bytes=a-b", "lines=1-2", "bytes=0-1,5-6", "bytes=5-2", "bytes=1"})
    void anything_else_means_the_whole_file(String header) {
        assertThat(ByteRange.of(header, SIZE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=1000-", "bytes=5000-6000", "bytes=-0"})
    void a_range_beyond_the_end_cannot_be_satisfied(String header) {
        assertThatThrownBy(() -> ByteRange.of(header, SIZE)).isInstanceOf(ProblemException.class);
    }
}
