package si.vpogled.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import si.vpogled.bundle.completeness.IncompleteException;
import si.vpogled.bundle.content.UnreadableExtractException;
import si.vpogled.connector.extract.Entry;
import si.vpogled.text.Language;

@Tag("slow")
class AssembleBundleTest {
    @TempDir
    Path folder;

    @Test
    void theLayoutIsTheGoldenOne() throws IOException {
        UnpackedBundle bundle = UnpackedBundle.of(SampleCases.customer(folder).bundle());

        String layout = String.join("\n", bundle.files().keySet()) + "\n";
        assertThat(layout).isEqualTo(golden("bundle-layout.txt"));
        assertThat(bundle.text("bag-info.txt").replaceAll("(Bag-Size|Payload-Oxum): .*", "$1: …"))
                .isEqualTo(golden("bag-info.txt"));
        assertThat(bundle.text("bagit.txt")).isEqualTo("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
    }

    @Test
    void whatComesBackIsWhatIsDownloaded() throws Exception {
        TestCase customer = SampleCases.customer(folder);
        AssembledBundle assembled = customer.assemble();

        Path zip = folder.resolve("own.zip");
        customer.decrypt(assembled, zip);

        assertThat(assembled.key()).isEqualTo(customer.plan().key());
        assertThat(assembled.verdicts())
                .containsOnly(entry("delivered", 13), entry("none-held", 97), entry("refer-to-controller", 4));
        assertThat(assembled.entries()).isEqualTo(UnpackedBundle.of(zip).files().size());
        assertThat(assembled.size()).isEqualTo(Files.size(zip));
        assertThat(assembled.sha256())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(zip))));
    }

    /** The commands are those that the bundle's own README.txt gives. */
    @Test
    void theCommandsOfItsReadmeProveIt() throws Exception {
        for (Language language : Language.values()) {
            Path own = Files.createDirectories(folder.resolve(language.tag()));
            Path zip = SampleCases.customer(own).in(language).bundle();
            run(own, "unzip -q " + zip);
            String commands = Files.readString(own.resolve("VP-7K3M-9QTX/README.txt"))
                    .lines()
                    .filter(line -> line.startsWith("  "))
                    .collect(Collectors.joining("\n"));

            assertThat(run(own.resolve("VP-7K3M-9QTX"), "set -eo pipefail\n" + commands))
                    .contains("Signature Verified Successfully");
        }
    }

    @Test
    void everyJsonFileFollowsItsSchemaAndTheCustomersOwnFollowNone() throws IOException {
        UnpackedBundle bundle = UnpackedBundle.of(SampleCases.customer(folder)
                .extract(
                        "website-builder",
                        draft -> draft.whole(
                                "site-content",
                                "podatki.json",
                                Entry.Kind.FILE,
                                "application/json",
                                "{ni JSON",
                                "websites.user-data.site-content"))
                .withhold("domains.legal-framework.address", "Razlog")
                .bundle());

        assertThat(JsonSchemas.check(bundle, "data/websites/user-data/site-content/podatki.json"::equals))
                .hasSizeGreaterThan(12)
                .contains("jwks.json", "data/completeness.json", "data/schemas/rdap.schema.json");
        assertThat(bundle.text("README.txt")).contains("data/schemas", "so vaše", "are your own");
    }

    @Test
    void aBundleWithAnItemThatHasNoVerdictIsNotMade() throws IOException {
        TestCase without = new TestCase(folder).nothingIn("billing", "whois-domain", "dostavljalec", "website-builder");

        assertThatThrownBy(without::bundle)
                .isInstanceOfSatisfying(
                        IncompleteException.class,
                        incomplete -> assertThat(incomplete.items())
                                .isNotEmpty()
                                .allMatch(item -> TestCase.INVENTORY
                                        .item(item)
                                        .orElseThrow()
                                        .connector()
                                        .equals("hosting")));
        assertThat(without.store.exists(without.plan().key())).isFalse();
    }

    @Test
    void aDamagedExtractStopsItAndLeavesNothing() throws IOException {
        TestCase customer = SampleCases.customer(folder);
        Path extract = Files.walk(folder.resolve("store"))
                .filter(file -> file.toString().endsWith(".extract"))
                .findFirst()
                .orElseThrow();
        byte[] bytes = Files.readAllBytes(extract);
        bytes[bytes.length / 2] ^= 1;
        Files.write(extract, bytes);

        assertThatThrownBy(customer::assemble).isInstanceOf(IOException.class);
        assertThat(customer.store.exists(customer.plan().key())).isFalse();
    }

    @Test
    void aFlippedByteOfARecordNamesWhoseExtractItIs() throws IOException {
        TestCase customer = SampleCases.customer(folder);
        customer.alter("billing", "invoices.json", bytes -> bytes[bytes.length / 2] ^= 1);

        assertThatThrownBy(customer::assemble)
                .isInstanceOfSatisfying(
                        UnreadableExtractException.class,
                        unreadable -> assertThat(unreadable.connector()).isEqualTo("billing"));
    }

    @Test
    void aCollectionWhoseHeadIsNoJsonNamesWhoseExtractItIs() throws IOException {
        TestCase customer = SampleCases.customer(folder)
                .extract(
                        "website-builder",
                        draft -> draft.whole(
                                "contact-forms",
                                "obrazci.json",
                                Entry.Kind.RECORDS,
                                "application/json",
                                "{ni JSON",
                                "websites.user-data.contact-forms"));

        assertThatThrownBy(customer::assemble)
                .isInstanceOfSatisfying(
                        UnreadableExtractException.class,
                        unreadable -> assertThat(unreadable.connector()).isEqualTo("website-builder"));
    }

    private static String golden(String name) throws IOException {
        return new String(
                AssembleBundleTest.class.getResourceAsStream("/golden/" + name).readAllBytes(), StandardCharsets.UTF_8);
    }

    private static String run(Path where, String command) throws Exception {
        Process process = new ProcessBuilder("bash", "-c", command)
                .directory(where.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
