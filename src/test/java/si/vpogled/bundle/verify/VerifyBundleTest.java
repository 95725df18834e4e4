package si.vpogled.bundle.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import si.vpogled.bundle.SampleBundle;

@Tag("slow")
class VerifyBundleTest {
    private static final String CHERRY = "data/shared-hosting/user-data/files/public_html/slike/češnja.txt";
    private static final String CONTACTS = "data/domains/service-fulfilment/contacts.json";

    @TempDir
    static Path folder;

    private static Path bundle;

    @BeforeAll
    static void assemble() throws IOException {
        bundle = SampleBundle.customer(folder);
    }

    @Test
    void aBundleAsItWasMadeHolds() {
        Result result = verify(bundle, "--lang", "en");

        assertThat(result.code()).isZero();
        assertThat(result.output()).contains("VP-7K3M-9QTX: VALID", "items of the inventory: 114", "delivered 13");
        assertThat(verify(bundle).output()).contains("VELJA");
    }

    @Test
    void aChangedFileIsNamed() throws IOException {
        assertFails(files -> files.get(CHERRY)[0] ^= 1, "spremenjeno: " + CHERRY);
    }

    @Test
    void aRemovedFileIsNamed() throws IOException {
        assertFails(files -> files.remove(CONTACTS), "manjka: " + CONTACTS);
    }

    @Test
    void anAddedFileIsNamed() throws IOException {
        assertFails(
                files -> files.put("data/vps/dodano.txt", new byte[1]),
                "dodano, ni na seznamu: data/vps/dodano.txt",
                "datoteke ne omenja noben odgovor: data/vps/dodano.txt");
        assertFails(files -> files.put("dodano.txt", new byte[1]), "dodano, ni na seznamu: dodano.txt");
    }

    @Test
    void aRenamedFileIsNamedTwice() throws IOException {
        assertFails(
                files -> files.put(CHERRY + ".bak", files.remove(CHERRY)),
                "manjka: " + CHERRY,
                "dodano, ni na seznamu: " + CHERRY + ".bak");
    }

    @Test
    void aManifestThatWasMadeToFitDoesNotPassTheSignature() throws IOException {
        assertFails(
                files -> {
                    files.get(CHERRY)[0] ^= 1;
                    rehash(files, CHERRY, "manifest-sha512.txt");
                    rehash(files, "manifest-sha512.txt", "tagmanifest-sha512.txt");
                },
                "podpis ni veljaven: tagmanifest-sha512.txt");
    }

    @Test
    void anItemThatLostItsVerdictIsNamed() throws IOException {
        assertFails(
                files -> files.put(
                        "data/completeness.json",
                        new String(files.get("data/completeness.json"), StandardCharsets.UTF_8)
                                .replaceFirst("\"verdict\" : \"delivered\"", "\"verdict\" : \"\"")
                                .getBytes(StandardCharsets.UTF_8)),
                "podatek brez odgovora: domains.legal-framework.name",
                "spremenjeno: data/completeness.json");
    }

    /** An answer cannot call itself complete and leave an account out. */
    @Test
    void anAnswerThatClaimsMoreThanItsItemsDoIsNamed() throws IOException {
        assertFails(
                files -> files.put(
                        "data/completeness.json",
                        new String(files.get("data/completeness.json"), StandardCharsets.UTF_8)
                                .replaceFirst(
                                        "\"how\" : \"copy\"", "\"how\" : \"copy\", \"settledFrom\" : \"2026-04-27\"")
                                .getBytes(StandardCharsets.UTF_8)),
                "povzetek se ne ujema: data/completeness.json (complete)");
    }

    @Test
    void aSignatureOfAnotherKeyIsRefused() throws IOException {
        Path keys = folder.resolve("jwks.json");
        Files.writeString(keys, "{\"keys\": []}");

        Result result = verify(bundle, "--key", keys.toString());

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.output()).contains("podpisnega ključa ni med danimi");
    }

    @Test
    void theKeyThatIsPublishedProvesIt() throws IOException {
        Path keys = folder.resolve("published.json");
        Files.write(keys, unpacked().get("jwks.json"));

        assertThat(verify(bundle, "--key", keys.toString()).output()).contains("Podpis je preverjen z danim ključem.");
    }

    @Test
    void whatIsNoSetOfKeysIsNamedAsSuch() throws IOException {
        Path keys = Files.writeString(folder.resolve("ni-json.json"), "<html>");

        for (Path none : List.of(keys, folder.resolve("ni-kljuca.json"))) {
            Result result = verify(bundle, "--key", none.toString());
            assertThat(result.code()).isEqualTo(2);
            assertThat(result.output()).contains("Ključev ni mogoče prebrati: " + none);
        }
    }

    @Test
    void aDeliveredItemThatStandsNowhereIsNamed() throws IOException {
        assertFails(
                files -> files.put(
                        "data/completeness.json",
                        new String(files.get("data/completeness.json"), StandardCharsets.UTF_8)
                                .replaceFirst("\"files\" : \\[[^\\]]+\\]", "\"files\" : [ ]")
                                .getBytes(StandardCharsets.UTF_8)),
                "izročena datoteka manjka: domains.legal-framework.name");
    }

    @Test
    void namesThatClimbOutAreNamed() throws IOException {
        assertFails(files -> files.put("../../zunaj.txt", new byte[1]), "nevarno ime: VP-7K3M-9QTX/../../zunaj.txt");
    }

    @Test
    void whatIsNoBundleCannotBeChecked() throws IOException {
        Path text = Files.writeString(folder.resolve("besedilo.txt"), "ni arhiv");

        assertThat(verify(text).code()).isEqualTo(2);
        assertThat(verify(folder.resolve("ni-je.zip")).code()).isEqualTo(2);
        assertThat(VerifyBundle.run(List.of(), new PrintStream(OutputStream.nullOutputStream())))
                .isEqualTo(2);
    }

    private record Result(int code, String output) {}

    private interface Tampering {
        void with(Map<String, byte[]> files);
    }

    private static Result verify(Path zip, String... options) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        List<String> arguments = new java.util.ArrayList<>(List.of(options));
        arguments.add(zip.toString());
        int code = VerifyBundle.run(arguments, new PrintStream(output, true, StandardCharsets.UTF_8));
        return new Result(code, output.toString(StandardCharsets.UTF_8));
    }

    private static void assertFails(Tampering tampering, String... named) throws IOException {
        Map<String, byte[]> files = unpacked();
        tampering.with(files);
        Path zip = Files.createTempFile(folder, "tampered", ".zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                out.putNextEntry(new ZipEntry("VP-7K3M-9QTX/" + file.getKey()));
                out.write(file.getValue());
            }
        }
        Result result = verify(zip);
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.output()).contains(named);
    }

    private static Map<String, byte[]> unpacked() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(bundle.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                files.put(
                        entry.getName().substring("VP-7K3M-9QTX/".length()),
                        zip.getInputStream(entry).readAllBytes());
            }
        }
        return files;
    }

    private static void rehash(Map<String, byte[]> files, String path, String manifest) {
        try {
            String hash = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-512").digest(files.get(path)));
            String lines = new String(files.get(manifest), StandardCharsets.UTF_8)
                    .replaceAll("(?m)^[0-9a-f]{128}  \\Q" + path + "\\E$", hash + "  " + path);
            files.put(manifest, lines.getBytes(StandardCharsets.UTF_8));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
