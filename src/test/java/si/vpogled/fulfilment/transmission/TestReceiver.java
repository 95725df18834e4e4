package si.vpogled.fulfilment.transmission;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A provider that takes answers in: it knows one token, says how much it has, and goes on from there. */
public final class TestReceiver implements AutoCloseable {
    public static final String TOKEN = "enkratni-zeton-42";
    private static final String PASSWORD = "changeit";

    public final List<String> asked = new CopyOnWriteArrayList<>();
    public volatile int putStatus = 201;
    public volatile int breakAfter = Integer.MAX_VALUE;
    public volatile boolean openToAll;
    private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
    private final HttpsServer server;
    private final Path folder;

    private TestReceiver(Path folder) throws Exception {
        this.folder = folder;
        if (!Files.exists(authority())) {
            Files.deleteIfExists(folder.resolve("keys.p12"));
            keytool(("-genkeypair -alias a -keyalg EC -dname CN=receiver -ext SAN=dns:localhost -validity 3650")
                    .split(" "));
            keytool("-exportcert", "-alias", "a", "-rfc", "-file", authority().toString());
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve("keys.p12"))) {
            store.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/uvoz", this::take);
        server.createContext("/drugam", exchange -> {
            exchange.getResponseHeaders().add("Location", "/uvoz");
            exchange.sendResponseHeaders(307, -1);
            exchange.close();
        });
        server.start();
    }

    public static TestReceiver start(Path folder) throws Exception {
        return new TestReceiver(folder);
    }

    public Path authority() {
        return folder.resolve("ca.pem");
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public synchronized byte[] taken() {
        return taken.toByteArray();
    }

    private synchronized void take(HttpExchange exchange) throws IOException {
        String token = exchange.getRequestHeaders().getFirst("Authorization");
        String range = exchange.getRequestHeaders().getFirst("Content-Range");
        asked.add(exchange.getRequestMethod() + (range == null ? "" : " " + range));
        if (!openToAll && !("Bearer " + TOKEN).equals(token)) {
            exchange.sendResponseHeaders(401, -1);
            exchange.close();
        } else if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().add("Upload-Offset", Integer.toString(taken.size()));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        } else {
            put(exchange);
        }
    }

    private void put(HttpExchange exchange) throws IOException {
        if (putStatus != 201) {
            exchange.getRequestBody().transferTo(java.io.OutputStream.nullOutputStream());
            exchange.sendResponseHeaders(putStatus, -1);
            exchange.close();
            return;
        }
        InputStream body = exchange.getRequestBody();
        byte[] part = body.readNBytes(breakAfter);
        taken.write(part);
        if (part.length == breakAfter) {
            breakAfter = Integer.MAX_VALUE;
            throw new IOException("broke off");
        }
        byte[] told = "Prejeto,\n hvala".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(201, told.length);
        exchange.getResponseBody().write(told);
        exchange.close();
    }

    private void keytool(String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keystore", folder.resolve("keys.p12").toString(), "-storepass", PASSWORD));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
        if (process.waitFor() != 0) {
            throw new IllegalStateException("keytool failed");
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
