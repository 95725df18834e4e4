package si.vpogled.web.security;

import io.vertx.ext.web.RoutingContext;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Where somebody asks from: an IPv4 address, or the 64 bits of IPv6 that one customer of a provider has. Behind a proxy
 * it is the proxy's word, where {@code quarkus.http.proxy} says that it is trusted; anybody else's word is not heard.
 */
final class Network {
    private static final int IPV6_NETWORK = 8;

    private Network() {}

    static String of(RoutingContext context) {
        return Optional.ofNullable(context.request().remoteAddress())
                .map(address -> address.hostAddress())
                .map(Network::of)
                .orElse("");
    }

    /**
     * @param literal an address in digits, so that nothing is looked up
     */
    static String of(String literal) {
        try {
            InetAddress address = InetAddress.getByName(literal.replaceFirst("%.*", ""));
            byte[] bytes = address.getAddress();
            return HexFormat.of()
                    .formatHex(address instanceof Inet6Address ? Arrays.copyOf(bytes, IPV6_NETWORK) : bytes);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("Not an address in digits", e);
        }
    }
}
