package si.vpogled.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import si.vpogled.bundle.verify.VerifyBundle;
import si.vpogled.demo.DemoWorld;
import si.vpogled.demo.Journey;
import si.vpogled.demo.ServiceProcess;
import si.vpogled.demo.SharedDemoWorld;
import si.vpogled.demo.people.DemoCustomers;
import si.vpogled.demo.server.FaultyProxy;
import si.vpogled.testing.ProductionJar;
import si.vpogled.testing.S3Server;

/**
 * A source is away: the clerk decides, the answer names what is missing, and a supplement follows by itself. All that is
 * kept lies in a bucket.
 */
@ExtendWith(SharedDemoWorld.class)
class PartialAnswerIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String URL = "WEBSITE_BUILDER_URL";

    @TempDir
    Path folder;

    @Test
    void what_is_missing_is_named_and_supplemented_when_the_source_answers(DemoWorld world) throws IOException {
        int port = URI.create(world.environment().get(URL)).getPort();
        try (FaultyProxy proxy = FaultyProxy.to(port).conduct(new FaultyProxy.Conduct.Cut(0));
                S3Server bucket = S3Server.start(folder.resolve("s3"));
                ServiceProcess service = ServiceProcess.start(
                        ProductionJar.settings(world, "partial-service", settings(proxy, bucket)))) {
            service.awaitReady(ProductionJar.START);
            try (Journey journey = Journey.submit(
                    service.url(),
                    world.mail(),
                    new Journey.Person("Anton Kranjc", DemoCustomers.COMPANY_EMAIL),
                    List.of("websites", "domains"))) {
                journey.confirm().checkIdentity().accept().await("in-review", PATIENCE);
                assertThat(journey.staffView().toString()).contains("unavailable");

                journey.release("Sistem za spletne strani je nedosegljiv.").await("ready", PATIENCE);

                Path first = verified(journey.download(1, folder.resolve("1.zip")));
                assertThat(verdicts(first, "websites.user-data.site-content")).containsOnly("unreachable");
                assertThat(verdicts(first, "domains.legal-framework.name")).containsOnly("delivered");

                proxy.conduct(new FaultyProxy.Conduct.Pass());
                journey.await("in-review", PATIENCE).release().await("ready", PATIENCE);

                Path second = verified(journey.download(2, folder.resolve("2.zip")));
                assertThat(verdicts(second, "websites.user-data.site-content")).containsOnly("delivered");
                assertThat(verdicts(second, "domains.legal-framework.name")).containsOnly("delivered");
            }
            assertThat(bucket.kept()).anyMatch(key -> key.endsWith("/bundles/2-1.zip"));
        }
    }

    private static Map<String, String> settings(FaultyProxy proxy, S3Server bucket) {
        Map<String, String> settings = new HashMap<>(bucket.environment());
        settings.put("VPOGLED_STORE_DIRECTORY", "");
        settings.put(URL, "http://127.0.0.1:" + proxy.port());
        settings.put("VPOGLED_COLLECTION_TRIES", "2");
        settings.put("VPOGLED_COLLECTION_PAUSE", "PT0.1S");
        settings.put("VPOGLED_COLLECTION_SUPPLEMENT_EVERY", "PT2S");
        return settings;
    }

    private static Path verified(Path bundle) {
        assertThat(VerifyBundle.run(List.of(bundle.toString()), System.out)).isZero();
        return bundle;
    }

    private static List<String> verdicts(Path bundle, String item) throws IOException {
        try (ZipFile zip = new ZipFile(bundle.toFile());
                InputStream in = zip.getInputStream(zip.stream()
                        .filter(entry -> entry.getName().endsWith("/data/completeness.json"))
                        .findFirst()
                        .orElseThrow())) {
            JsonNode items = new ObjectMapper().readTree(in).get("items");
            return StreamSupport.stream(items.spliterator(), false)
                    .filter(one -> one.get("item").asText().equals(item))
                    .map(one -> one.get("verdict").asText())
                    .toList();
        }
    }
}
