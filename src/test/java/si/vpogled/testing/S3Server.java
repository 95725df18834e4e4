package si.vpogled.testing;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import si.vpogled.demo.server.Folders;

/** A real S3 server over a folder, with one bucket and one who may use it. */
public final class S3Server implements AutoCloseable {
    public static final String BUCKET = "vpogled";
    private static final String ACCESS_KEY = "vpogled-test";
    private static final String SECRET_KEY = "only-for-tests-0123456789";

    /** Where nobody set a level, every one is open, and Jetty makes up a line for each byte. */
    private static final List<Logger> QUIET =
            Stream.of("org.gaul", "software.amazon").map(Logger::getLogger).toList();

    static {
        QUIET.forEach(logger -> logger.setLevel(Level.WARNING));
    }

    private final S3Proxy server;
    private final Path folder;

    private S3Server(S3Proxy server, Path folder) {
        this.server = server;
        this.folder = folder;
    }

    /** Requests name the bucket in their path. */
    public static S3Server start(Path folder) {
        return start(folder, _ -> {});
    }

    /** Requests name the bucket in their host, below {@link NamesOfTests#OURS}, and so do all others. */
    public static S3Server startForVirtualHosts(Path folder) {
        return start(folder, builder -> builder.virtualHost(NamesOfTests.OURS));
    }

    /**
     * Speaks TLS as well.
     *
     * @param keys a PKCS #12 file
     */
    public static S3Server startSecure(Path folder, Path keys, String password) {
        return start(
                folder,
                builder -> builder.secureEndpoint(URI.create("https://127.0.0.1:0"))
                        .keyStore(keys.toString(), password));
    }

    private static S3Server start(Path folder, Consumer<S3Proxy.Builder> more) {
        try {
            Files.createDirectories(folder);
            bucket(folder.resolve(BUCKET));
            S3Proxy.Builder builder = S3Proxy.builder()
                    .blobStore(
                            new FilesystemNio2BlobStore(folder.toAbsolutePath().toString()))
                    .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, ACCESS_KEY, SECRET_KEY)
                    .endpoint(URI.create("http://127.0.0.1:0"));
            more.accept(builder);
            S3Proxy server = builder.build();
            server.start();
            return new S3Server(server, folder.resolve(BUCKET));
        } catch (Exception e) {
            throw new IllegalStateException("The S3 server does not start", e);
        }
    }

    /** What the system lets others read, the server lets anybody list. */
    private static void bucket(Path folder) throws IOException {
        Files.createDirectory(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    /** Takes all objects away. */
    public void empty() throws IOException {
        Folders.delete(folder);
        bucket(folder);
    }

    public int port() {
        return server.getPort();
    }

    public int securePort() {
        return server.getSecurePort();
    }

    /** What settings a store has that lies here. */
    public Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("VPOGLED_STORE_KIND", "s3");
        environment.put("VPOGLED_STORE_S3_ENDPOINT", "http://127.0.0.1:" + port());
        environment.put("VPOGLED_STORE_S3_BUCKET", BUCKET);
        environment.put("VPOGLED_STORE_S3_ACCESS_KEY", ACCESS_KEY);
        environment.put("VPOGLED_STORE_S3_SECRET_KEY", SECRET_KEY);
        environment.put("VPOGLED_STORE_S3_PART_SIZE", "5M");
        return environment;
    }

    /** The bucket's own folder. */
    public Path folder() {
        return folder;
    }

    /** Every file that it keeps, parts of uploads that are not done among them. */
    public Set<String> kept() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .collect(Collectors.toSet());
        }
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The S3 server does not stop", e);
        }
    }
}
