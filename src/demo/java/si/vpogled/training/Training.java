package si.vpogled.training;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import si.vpogled.demo.Journey;
import si.vpogled.demo.people.DemoCustomers;
import si.vpogled.demo.server.Folders;

/**
 * Lets both programs do a day's work, writes what classes that took into a cache for each, and starts each from its cache
 * once. Called with the folder of the programs and the folder for the caches.
 */
public final class Training {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int TERMINATED = 143;
    private static final String SERVICE = "http://127.0.0.1:8080";
    private static final String LIVE = "http://127.0.0.1:9000/q/health/live";
    private static final String READY = "http://127.0.0.1:9000/q/health/ready";
    private static final List<String> PAGES =
            List.of("/", "/request", "/inventory", "/sign-in", "/console", "/console/sign-in", "/api/v1/openapi");

    private final Path scripts;
    private final Path caches;
    private final TrainingWorld world;

    private Training(Path scripts, Path caches, TrainingWorld world) {
        this.scripts = scripts;
        this.caches = caches;
        this.world = world;
    }

    static void main(String[] arguments) throws Exception {
        Path folder = Folders.temporary("training");
        try (TrainingWorld world = new TrainingWorld(folder)) {
            Training training =
                    new Training(Path.of(arguments[0]), Files.createDirectories(Path.of(arguments[1])), world);
            training.job();
            training.service();
        }
        Folders.delete(folder);
    }

    private void job() throws IOException, InterruptedException {
        EntryPoint job = EntryPoint.of(scripts, caches, "connector-job", world.folder());
        Path definitions = Files.createDirectories(world.folder().resolve("connectors"));
        Map<String, String> environment =
                world.job(resource("order.json", world.folder()), resource("training.yaml", definitions));
        job.await(job.trained(environment), 0);
        if (!Files.readString(job.log()).contains("\"failed\":0")) {
            throw new IllegalStateException("The job did not find all: " + Files.readString(job.log()));
        }
        // an extract is written once
        Folders.delete(Path.of(environment.get("VPOGLED_STORE_DIRECTORY")));
        job.await(job.fromCache(environment), 0);
    }

    private void service() throws IOException, InterruptedException {
        EntryPoint service = EntryPoint.of(scripts, caches, "service", world.folder());
        Process trained = service.trained(world.service());
        awaitReady(trained, service);
        work();
        trained.destroy();
        service.await(trained, TERMINATED);
        Process fromCache = service.fromCache(world.service());
        awaitReady(fromCache, service);
        fromCache.destroy();
        service.await(fromCache, TERMINATED);
    }

    private void work() throws IOException, InterruptedException {
        for (String page : PAGES) {
            int status = status(SERVICE + page);
            if (status >= 500) {
                throw new IllegalStateException(page + " answers " + status);
            }
        }
        status(LIVE);
        status("http://127.0.0.1:9000/q/metrics");
        var person = new Journey.Person("Čebelarstvo Kranjc", DemoCustomers.COMPANY_EMAIL);
        try (Journey journey = Journey.submit(SERVICE, world.mail(), person, List.of("domains"))) {
            journey.finish(PATIENCE).signIn().download(1, world.folder().resolve("bundle.zip"));
        }
    }

    private static void awaitReady(Process process, EntryPoint service) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (status(READY) != 200) {
            if (process.waitFor(100, TimeUnit.MILLISECONDS) || System.nanoTime() > end) {
                process.destroyForcibly();
                throw new IllegalStateException("The service did not start:\n" + Files.readString(service.log()));
            }
        }
    }

    /** 0 where nobody answers. */
    private static int status(String address) throws InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return 0;
        }
    }

    private static Path resource(String name, Path folder) throws IOException {
        Path file = folder.resolve(name);
        try (InputStream in = Training.class.getResourceAsStream("/training/" + name)) {
            Files.copy(in, file);
        }
        return file;
    }
}
