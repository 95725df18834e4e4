package si.vpogled.storage.s3;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartSizesTest {
    private static final int USUAL = 8 << 20;

    @Test
    void whatIsShortHasAsManyUsualPartsAsItNeeds() {
        assertThat(PartSizes.of(1, USUAL)).containsExactly(new PartSizes.Group(USUAL, 1));
        assertThat(PartSizes.of(3L * USUAL + 1, USUAL)).containsExactly(new PartSizes.Group(USUAL, 4));
    }

    @Test
    void whatIsVeryLongBeginsWithUsualPartsAndGoesOnWithLargerOnes() {
        assertThat(PartSizes.of(500_000_000_000L, USUAL))
                .containsExactly(new PartSizes.Group(USUAL, 4500), new PartSizes.Group(98L << 20, 4500));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, USUAL, 9000L * USUAL, 9000L * USUAL + 1, 500_000_000_000L, 2_000_000_000_000L})
    void thereIsRoomForAllOfIt(long room) {
        assertThat(PartSizes.of(room, USUAL).stream()
                        .mapToLong(group -> group.bytes() * group.count())
                        .sum())
                .isGreaterThanOrEqualTo(room);
    }

    @Test
    void noSizeIsTooLargeToBeSaid() {
        assertThat(PartSizes.of(Long.MAX_VALUE, USUAL).getLast().bytes()).isEqualTo(512L << 20);
    }
}
