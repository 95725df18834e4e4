package si.vpogled.storage.s3;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Stands between a client and an HTTP server, and spoils the next requests of a method as it is told to. */
final class UnreliableWire implements AutoCloseable {
    private static final Pattern LENGTH = Pattern.compile("(?im)^content-length: *(\\d+)");
    private static final String ERROR =
            "<?xml version=\"1.0\"?><Error><Code>%s</Code><Message>No, for a reason.</Message></Error>";

    private final int server;
    private final ServerSocket socket;
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final Map<String, Deque<Fault>> faults = new ConcurrentHashMap<>();

    private UnreliableWire(int server) throws IOException {
        this.server = server;
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    static UnreliableWire to(int server) throws IOException {
        return new UnreliableWire(server);
    }

    /** What becomes of one request. */
    sealed interface Fault {
        record None() implements Fault {}

        /** Answered with 503 by somebody in between. */
        record SlowDown() implements Fault {}

        /** Answered with 501, as by a store that does not know a header. */
        record NotImplemented() implements Fault {}

        /** The connection is reset after so many bytes of the request's body. */
        record CutRequest(long after) implements Fault {}

        /** One bit of this byte of the request's body is another. */
        record FlipRequest(long at) implements Fault {}

        /** The connection is reset after so many bytes of the answer; 1 means that it was done, and nobody hears of it. */
        record CutAnswer(long after) implements Fault {}

        /** One bit of this byte of the answer is another. */
        record FlipAnswer(long at) implements Fault {}
    }

    void spoil(String method, Fault... next) {
        faults.computeIfAbsent(method, _ -> new ConcurrentLinkedDeque<>()).addAll(List.of(next));
    }

    void mend() {
        faults.clear();
    }

    int port() {
        return socket.getLocalPort();
    }

    /** The heads of requests of a method, in their order. */
    List<String> heads(String method) {
        return heads.stream().filter(head -> head.startsWith(method + " ")).toList();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException e) {
                // closed
            }
        }
    }

    /** One request for each connection. */
    private void serve(Socket client) {
        try (client;
                Socket upstream = new Socket(InetAddress.getLoopbackAddress(), server)) {
            String head = head(client.getInputStream());
            if (head.isEmpty()) {
                return;
            }
            heads.add(head);
            Deque<Fault> spoiled = faults.getOrDefault(head.split(" ", 2)[0], new ConcurrentLinkedDeque<>());
            Fault fault = spoiled.isEmpty() ? new Fault.None() : spoiled.poll();
            if (fault instanceof Fault.SlowDown) {
                refuse(client, head, "503 Slow Down", "SlowDown");
            } else if (fault instanceof Fault.NotImplemented) {
                refuse(client, head, "501 Not Implemented", "NotImplemented");
            } else if (request(head, client, upstream, fault)) {
                answer(upstream.getInputStream(), client, fault);
            }
        } catch (IOException e) {
            // one of both went
        }
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int ends = 0;
        while (ends < 4) {
            int one = in.read();
            if (one < 0) {
                return "";
            }
            head.write(one);
            ends = one == "\r\n\r\n".charAt(ends) ? ends + 1 : one == '\r' ? 1 : 0;
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    private static long length(String head) {
        Matcher length = LENGTH.matcher(head);
        return length.find() ? Long.parseLong(length.group(1)) : 0;
    }

    private static void refuse(Socket client, String head, String status, String code) throws IOException {
        client.getInputStream().skipNBytes(length(head));
        String error = ERROR.formatted(code);
        client.getOutputStream()
                .write(("HTTP/1.1 " + status
                                + "\r\nContent-Type: application/xml\r\nConnection: close\r\nContent-Length: "
                                + error.length() + "\r\n\r\n" + error)
                        .getBytes(StandardCharsets.ISO_8859_1));
    }

    private static boolean request(String head, Socket client, Socket upstream, Fault fault) throws IOException {
        OutputStream out = upstream.getOutputStream();
        String closing =
                head.replaceFirst("(?im)^connection: .*\\r\\n", "").replaceFirst("\r\n", "\r\nConnection: close\r\n");
        out.write(closing.getBytes(StandardCharsets.ISO_8859_1));
        long left = length(head);
        byte[] piece = new byte[8192];
        for (long at = 0; left > 0; ) {
            int count = client.getInputStream().read(piece, 0, (int) Math.min(piece.length, left));
            if (count < 0) {
                return false;
            }
            if (fault instanceof Fault.CutRequest(long after) && at + count >= after) {
                reset(client);
                return false;
            }
            if (fault instanceof Fault.FlipRequest(long place)) {
                flip(piece, place - at, count);
            }
            out.write(piece, 0, count);
            at += count;
            left -= count;
        }
        return true;
    }

    private static void answer(InputStream in, Socket client, Fault fault) throws IOException {
        byte[] piece = new byte[8192];
        long at = 0;
        for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
            if (fault instanceof Fault.CutAnswer(long after) && at + count >= after) {
                client.getOutputStream().write(piece, 0, (int) (after - at));
                reset(client);
                return;
            }
            if (fault instanceof Fault.FlipAnswer(long place)) {
                flip(piece, place - at, count);
            }
            client.getOutputStream().write(piece, 0, count);
            at += count;
        }
    }

    private static void flip(byte[] piece, long place, int count) {
        if (place >= 0 && place < count) {
            piece[(int) place] ^= 1;
        }
    }

    private static void reset(Socket client) throws IOException {
        client.setSoLinger(true, 0);
        client.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
