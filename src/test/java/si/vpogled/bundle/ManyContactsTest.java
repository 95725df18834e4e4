package si.vpogled.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import si.vpogled.bundle.content.FoundEntry;
import si.vpogled.bundle.content.FoundExtract;

/** A list of a hundred thousand contacts of which one is withheld: read record by record, never whole. */
@Tag("slow")
class ManyContactsTest {
    static final int CONTACTS = 100_000;
    private static final String LIST = "dostavljalec/user-data/contact-lists.json";

    @TempDir
    Path folder;

    @Test
    void oneContactOfAHundredThousandIsWithheldAndAllOthersAreThere() throws IOException {
        run(folder);
    }

    static void run(Path folder) throws IOException {
        TestCase many = new TestCase(folder)
                .services("dostavljalec")
                .nothingIn("billing")
                .extract(
                        "dostavljalec",
                        draft -> draft.records(
                                "dostavljalec.user-data",
                                "contact-lists",
                                "Seznami",
                                List.of("name:Ime:contact-lists", "email:E-pošta:contact-lists", "phone:Telefon"),
                                contacts()));
        long looked = System.nanoTime();
        try (FoundExtract extract = FoundExtract.open(many.plan().extracts().getLast(), many.store, many.pair)) {
            FoundEntry list = extract.all().getFirst();
            assertThat(extract.records(list, CONTACTS - 20, 20).records()).hasSize(20);
        }
        looked = System.nanoTime() - looked;
        many.withholdPart(LIST, Optional.of(77_777L), Optional.empty(), "Ni privolila.");
        long assembled = System.nanoTime();
        Path zip = many.bundle();
        assembled = System.nanoTime() - assembled;
        try (ZipFile archive = new ZipFile(zip.toFile())) {
            assertThat(lines(archive, LIST.replace(".json", ".csv"))).isEqualTo(CONTACTS);
            assertNowhere(archive, "oseba77777@");
        }
        System.out.println(
                "Last records of " + CONTACTS + " in " + looked / 1_000_000 + " ms, bundle in " + assembled / 1_000_000
                        + " ms, most heap " + Runtime.getRuntime().maxMemory() / 1_000_000 + " MB");
    }

    private static Stream<Map<String, ?>> contacts() {
        return IntStream.rangeClosed(1, CONTACTS)
                .mapToObj(number -> Map.of(
                        "name",
                        "Oseba " + number,
                        "email",
                        "oseba" + number + "@posta.example",
                        "phone",
                        "040 111 222"));
    }

    private static long lines(ZipFile archive, String name) throws IOException {
        ZipEntry entry = archive.stream()
                .filter(one -> one.getName().endsWith("/data/" + name))
                .findFirst()
                .orElseThrow();
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(archive.getInputStream(entry), StandardCharsets.UTF_8))) {
            return reader.lines().count();
        }
    }

    private static void assertNowhere(ZipFile archive, String secret) throws IOException {
        for (ZipEntry entry : archive.stream().toList()) {
            try (BufferedReader reader =
                    new BufferedReader(new InputStreamReader(archive.getInputStream(entry), StandardCharsets.UTF_8))) {
                assertThat(reader.lines().anyMatch(line -> line.contains(secret)))
                        .as(entry.getName())
                        .isFalse();
            }
        }
    }

    /** For measuring with little memory: {@code java -Xmx96m}. */
    public static void main(String[] arguments) throws IOException {
        run(Path.of(arguments[0]));
    }
}
