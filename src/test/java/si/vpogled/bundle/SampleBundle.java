package si.vpogled.bundle;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A finished bundle, for tests of other packages. */
public final class SampleBundle {
    private SampleBundle() {}

    public static Path customer(Path folder) throws IOException {
        return SampleCases.customer(folder).bundle();
    }

    /** A newsletter's list of contacts; the last one's name is markup. */
    public static Path contacts(Path folder, int count, String lastName) throws IOException {
        Stream<Map<String, ?>> contacts = Stream.concat(
                SampleCases.contacts(count - 1), Stream.of(Map.of("email", "zadnji@example.test", "first", lastName)));
        return new TestCase(folder)
                .services("dostavljalec")
                .nothingIn("billing")
                .extract(
                        "dostavljalec",
                        draft -> draft.records(
                                "dostavljalec.user-data",
                                "contact-lists",
                                "Seznami stikov",
                                List.of("email:E-pošta:contact-lists", "first:Ime:contact-lists"),
                                contacts))
                .bundle();
    }
}
