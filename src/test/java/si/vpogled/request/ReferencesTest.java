package si.vpogled.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A reference cannot be guessed from another, and tells nothing of how many there are. */
class ReferencesTest {
    private static final int MANY = 10_000;

    private final References references = new References();
    private final List<String> made =
            Stream.generate(references::next).limit(MANY).toList();

    @Test
    void ten_thousand_are_all_different_and_of_one_form() {
        assertThat(new HashSet<>(made)).hasSize(MANY);
        assertThat(made).allMatch(reference -> reference.matches("VP(-[0-9A-HJKMNP-TV-Z]{4}){3}"));
    }

    @Test
    void every_place_takes_every_letter_so_that_nothing_of_it_is_a_date_or_a_counter() {
        for (int place :
                IntStream.range(3, 17).filter(at -> at != 7 && at != 12).toArray()) {
            assertThat(made.stream().map(reference -> reference.charAt(place)).distinct())
                    .hasSize(32);
        }
    }

    @Test
    void the_next_is_as_often_smaller_as_greater() {
        long greater = IntStream.range(1, MANY)
                .filter(i -> made.get(i).compareTo(made.get(i - 1)) > 0)
                .count();

        assertThat(greater).isBetween(MANY * 45L / 100, MANY * 55L / 100);
    }
}
