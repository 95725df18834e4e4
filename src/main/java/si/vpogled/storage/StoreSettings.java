package si.vpogled.storage;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where the settings of a store are read from: the service's configuration, or the environment of a job. */
@FunctionalInterface
public interface StoreSettings {
    /** @param name such as {@code vpogled.store.kind} */
    Optional<String> find(String name);

    static StoreSettings of(Map<String, String> environment) {
        return name -> Optional.ofNullable(environment.get(variable(name))).filter(value -> !value.isBlank());
    }

    /** The environment variable of a setting, such as {@code VPOGLED_STORE_KIND}. */
    static String variable(String name) {
        return name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /** @param what completes "VPOGLED_… must …" */
    default String required(String name, String what) throws StoreException {
        return find(name).orElseThrow(() -> wrong(name, what));
    }

    /** @param what completes "VPOGLED_… must …" */
    static StoreException wrong(String name, String what) {
        return new StoreException(StoreException.Kind.MISCONFIGURED, variable(name) + " must " + what);
    }
}
