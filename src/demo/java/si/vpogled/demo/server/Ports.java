package si.vpogled.demo.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Free ports of the loopback interface. */
public final class Ports {
    public static final String HOST = "127.0.0.1";

    private static final int LEAST = 10_000;
    /** Linux' own; other systems begin later. */
    private static final int LEAST_OF_CONNECTIONS = 32_768;

    private static final int TRIES = 1_000;

    private Ports() {}

    /** This one where it is free, else any that is. */
    public static int preferably(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName(HOST))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            return free();
        }
    }

    /**
     * A port that was free a moment ago, and is none of those that systems give to connections: one of these would be taken
     * again before a server is there.
     */
    public static int free() {
        for (int tries = 0; tries < TRIES; tries++) {
            int port = ThreadLocalRandom.current().nextInt(LEAST, LEAST_OF_CONNECTIONS);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName(HOST))) {
                return socket.getLocalPort();
            } catch (IOException e) {
                // somebody has it
            }
        }
        throw new IllegalStateException("No port of " + HOST + " from " + LEAST + " on is free");
    }
}
