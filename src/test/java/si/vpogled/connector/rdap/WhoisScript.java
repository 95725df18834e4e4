package si.vpogled.connector.rdap;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A WHOIS server that answers what a test says. */
final class WhoisScript implements AutoCloseable {
    private final ServerSocket server;
    private final Function<String, byte[]> answers;
    final List<String> questions = new CopyOnWriteArrayList<>();

    WhoisScript(Function<String, byte[]> answers) {
        this.answers = answers;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::serve);
    }

    static WhoisScript text(String answer) {
        return new WhoisScript(question -> answer.getBytes(StandardCharsets.UTF_8));
    }

    String address() {
        return "127.0.0.1:" + server.getLocalPort();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket client = server.accept()) {
                String question = new BufferedReader(
                                new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))
                        .readLine();
                if (question != null) {
                    questions.add(question);
                    client.getOutputStream().write(answers.apply(question));
                }
            } catch (IOException e) {
                // the client has gone, or the test is over
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
