package si.vpogled.demo;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import si.vpogled.demo.people.Customer;
import si.vpogled.demo.people.DemoCustomers;
import si.vpogled.demo.people.Population;

/** Seed, day and factor say all of a demo world. */
@ExtendWith(SharedDemoWorld.class)
@Tag("slow")
class DemoIsDeterministicTest {
    @TempDir
    Path folder;

    @Test
    void the_same_seed_gives_the_same_rows_files_and_answers_and_another_seed_others(DemoWorld shared)
            throws Exception {
        Map<String, String> first = WorldFingerprint.of(shared, folder.resolve("first"));

        Population same = Population.of(DemoWorld.SEED, SharedDemoWorld.TODAY, 1);
        try (DemoWorld again = DemoWorld.start(folder.resolve("world"), same, 0)) {
            assertThat(differences(WorldFingerprint.of(again, folder.resolve("again")), first))
                    .isEmpty();
        }
        Population other = Population.of(DemoWorld.SEED + 1, SharedDemoWorld.TODAY, 1);
        Map<String, String> others = WorldFingerprint.withoutHosting(other, folder.resolve("other"));
        for (String group : List.of(
                "rows/BILLING/invoice", "answers/dostavljalec/", "answers/website-builder/", "answers/whois-domain/")) {
            assertThat(only(first, group)).as(group).isNotEmpty().isNotEqualTo(only(others, group));
        }
        assertThat(first.keySet())
                .anyMatch(name -> name.startsWith("rows/HOSTING/"))
                .anyMatch(name -> name.startsWith("files/hosting/" + DemoCustomers.COMPANY_ACCOUNT + "/mail"));
    }

    /** Names only: the values would fill a screen for each. */
    private static Set<String> differences(Map<String, String> one, Map<String, String> two) {
        return Stream.of(one.keySet(), two.keySet())
                .flatMap(Set::stream)
                .filter(name -> !Objects.equals(one.get(name), two.get(name)))
                .collect(toCollection(TreeSet::new));
    }

    private static Map<String, String> only(Map<String, String> all, String group) {
        Map<String, String> some = new TreeMap<>(all);
        some.keySet().removeIf(name -> !name.startsWith(group));
        return some;
    }

    @Test
    void the_large_account_weighs_what_it_is_said_to_and_passes_a_gigabyte_at_forty(DemoWorld shared) throws Exception {
        Path files = shared.hosting().files().root().resolve("hosting/" + DemoCustomers.LARGE_ACCOUNT + "/www");
        try (Stream<Path> all = Files.walk(files)) {
            assertThat(all.map(Path::toFile).mapToLong(File::length).sum())
                    .isGreaterThanOrEqualTo(bytes(shared.population()));
        }
        assertThat(bytes(Population.of(DemoWorld.SEED, SharedDemoWorld.TODAY, 40)))
                .isGreaterThan(1L << 30);
    }

    /** Of the large hosting account's files, as its order says. */
    private static long bytes(Population population) {
        return population.customer(DemoCustomers.LARGE_NUMBER).map(Customer::holdings).stream()
                .flatMap(holdings -> holdings.hosting().stream())
                .mapToLong(plan -> plan.kilobytes() * 1024L)
                .sum();
    }
}
