package si.vpogled.demo;

import io.quarkus.elytron.security.common.BcryptUtil;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Who works in the demo's console; passwords are as plain as a demo's may be. */
public record DemoStaff(String name, String password, String role) {
    public static final DemoStaff CLERK = new DemoStaff("klara", "klara-demo", "clerk");
    public static final DemoStaff APPROVER = new DemoStaff("oskar", "oskar-demo", "approver");
    public static final DemoStaff AUDITOR = new DemoStaff("rezka", "rezka-demo", "auditor");
    public static final List<DemoStaff> ALL = List.of(CLERK, APPROVER, AUDITOR);

    /** The least work for whoever guesses: everybody knows these passwords, and they are proved often. */
    private static final int COST = 4;

    /** How the service is told of them. */
    public static Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>();
        for (DemoStaff one : ALL) {
            String prefix = "VPOGLED_STAFF__" + one.name().toUpperCase(Locale.ROOT) + "__";
            environment.put(prefix + "PASSWORD", BcryptUtil.bcryptHash(one.password(), COST));
            environment.put(prefix + "ROLES", one.role());
        }
        return environment;
    }
}
