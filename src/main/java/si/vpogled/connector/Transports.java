package si.vpogled.connector;

import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** The transports on the class path, found by {@link ServiceLoader}. */
public final class Transports {
    private Transports() {}

    /** By their names; two of one name are a mistake of the installation. */
    public static Map<String, Transport> installed() {
        return ServiceLoader.load(Transport.class, Transport.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .collect(Collectors.toUnmodifiableMap(Transport::name, transport -> transport));
    }
}
