package si.vpogled.connector;

/**
 * A server that a source speaks to.
 *
 * @param source the definition's
 * @param name tells servers of one source apart
 * @param port of 127.0.0.1
 * @param http whether it speaks HTTP
 * @param halfWay after how many bytes of one connection's answers the data of {@link OverANetwork#cutOff} are under
 *     way; fewer than the largest answer has, so that trying it again does not bring it through
 */
public record Remote(String source, String name, int port, boolean http, long halfWay) {
    private static final long HALF_WAY = 100_000;

    public static Remote of(String source, int port) {
        return new Remote(source, source, port, false, HALF_WAY);
    }

    public static Remote overHttp(String source, int port) {
        return new Remote(source, source, port, true, HALF_WAY);
    }

    public Remote named(String server) {
        return new Remote(source, server, port, http, halfWay);
    }

    public Remote halfWay(long bytes) {
        return new Remote(source, name, port, http, bytes);
    }

    @Override
    public String toString() {
        return name;
    }
}
