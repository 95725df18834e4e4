package si.vpogled.demo.backend.whois;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.IDN;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import si.vpogled.demo.backend.whois.Registrations.Registration;
import si.vpogled.demo.server.Ports;

/** WHOIS (RFC 3912) of the one registry that has no RDAP, {@code .example}: a line in, a text out. */
final class WhoisServer implements AutoCloseable {
    static final String TOP_LEVEL = "example";

    private final Registrations registrations;
    private final ServerSocket listener;

    WhoisServer(Registrations registrations) {
        this.registrations = registrations;
        try {
            listener = new ServerSocket(0, 50, InetAddress.getByName(Ports.HOST));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().name("whois").start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                Thread.ofVirtual().start(() -> answer(client));
            } catch (IOException e) {
                // closed: the loop ends
            }
        }
    }

    private void answer(Socket socket) {
        try (Socket client = socket;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
                OutputStream out = client.getOutputStream()) {
            client.setSoTimeout(10_000);
            String asked = Optional.ofNullable(in.readLine()).orElse("").strip().toLowerCase(Locale.ROOT);
            out.write(text(asked).replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // the client left
        }
    }

    private String text(String asked) {
        String name = asked.isEmpty() ? "" : IDN.toASCII(asked);
        return name.endsWith("." + TOP_LEVEL)
                ? registrations.find(name).map(this::text).orElse("No match for \"" + asked + "\".\n")
                : "No match for \"" + asked + "\".\n";
    }

    private String text(Registration registration) {
        StringBuilder text = new StringBuilder("%% Register domen .example\n\nDomain name: %s\nRegistered: %s\n"
                .formatted(registration.domain(), registration.registered()));
        for (Map<String, Object> contact : registrations.contacts(registration)) {
            text.append("\n[%s]\nName: %s\nAddress: %s, %s\nE-mail: %s\n"
                    .formatted(
                            contact.get("role"),
                            contact.get("name"),
                            contact.get("street"),
                            contact.get("town"),
                            contact.get("email")));
        }
        return text.toString();
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
