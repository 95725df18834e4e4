package si.vpogled.demo.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Stands between a client and a backend on 127.0.0.1 and misbehaves on demand. What is said of bytes counts the
 * answers of one connection; a change of conduct holds from the next bytes on, for open connections as well.
 */
public final class FaultyProxy implements AutoCloseable {
    /** How answers are passed on; what the client sends always reaches the backend. */
    public sealed interface Conduct {
        /** As they come. */
        record Pass() implements Conduct {}

        /** Each piece of up to 8 KiB a while later. */
        record Delay(Duration time) implements Conduct {}

        /** The connection is reset after so many bytes; 0 means at once. */
        record Cut(long after) implements Conduct {}

        /** Noise instead of the answer after so many bytes. */
        record Garbage(long after) implements Conduct {}

        /** Nothing is passed on, and nothing closed. */
        record Silence() implements Conduct {}
    }

    private volatile InetSocketAddress backend;
    private final ServerSocket server;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicLong asked = new AtomicLong();
    private volatile Conduct conduct = new Conduct.Pass();

    private FaultyProxy(InetSocketAddress backend) throws IOException {
        this.backend = backend;
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("faulty-proxy").start(this::accept);
    }

    /** A proxy to a port of 127.0.0.1, passing everything on until told otherwise. */
    public static FaultyProxy to(int port) throws IOException {
        return new FaultyProxy(local(port));
    }

    private static InetSocketAddress local(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    /** Leads to another port from now on; connections that are open are closed, so that none goes on to the former. */
    public void lead(int port) throws IOException {
        backend = local(port);
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    public int port() {
        return server.getLocalPort();
    }

    public FaultyProxy conduct(Conduct conduct) {
        this.conduct = conduct;
        return this;
    }

    /** Connections that are open now, counted on the client's side. */
    public int connections() {
        return sockets.size() / 2;
    }

    /** Bytes that clients have sent to the backend until now. */
    public long asked() {
        return asked.get();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Socket upstream = new Socket();
                sockets.add(client);
                sockets.add(upstream);
                upstream.connect(backend);
                Thread.ofVirtual().start(() -> pump(client, upstream, false));
                Thread.ofVirtual().start(() -> pump(upstream, client, true));
            } catch (IOException e) {
                // Closed, or the backend is away: the client sees its connection end.
            }
        }
    }

    private void pump(Socket from, Socket to, boolean answer) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[8192];
            long passed = 0;
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (answer) {
                    misbehave(out, buffer, n, passed, to);
                } else {
                    out.write(buffer, 0, n);
                    asked.addAndGet(n);
                }
                passed += n;
            }
        } catch (IOException | InterruptedException e) {
            // Either end has gone; both are closed now.
        } finally {
            sockets.remove(from);
            sockets.remove(to);
        }
    }

    private void misbehave(OutputStream out, byte[] buffer, int n, long passed, Socket client)
            throws IOException, InterruptedException {
        switch (conduct) {
            case Conduct.Pass() -> out.write(buffer, 0, n);
            case Conduct.Delay(Duration time) -> {
                pause(time);
                out.write(buffer, 0, n);
            }
            case Conduct.Silence() -> closed.await();
            case Conduct.Cut(long after) -> {
                out.write(buffer, 0, clean(n, passed, after));
                if (passed + n >= after) {
                    client.setSoLinger(true, 0);
                    throw new IOException("cut");
                }
            }
            case Conduct.Garbage(long after) -> {
                int clean = clean(n, passed, after);
                byte[] noise = new byte[n - clean];
                new Random(passed).nextBytes(noise);
                System.arraycopy(noise, 0, buffer, clean, noise.length);
                out.write(buffer, 0, n);
            }
        }
    }

    private static int clean(int n, long passed, long after) {
        return (int) Math.clamp(after - passed, 0L, n);
    }

    private void pause(Duration time) throws IOException, InterruptedException {
        if (closed.await(time.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new IOException("closed");
        }
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
