package si.vpogled.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import si.vpogled.staff.Colleagues;

/** Whom cases can be given to: whom the configuration names, and whom the identity provider signed in. */
@ApplicationScoped
public class StaffNames {
    private final Staff configured;
    private final Colleagues seen;

    StaffNames(Staff configured, Colleagues seen) {
        this.configured = configured;
        this.seen = seen;
    }

    public boolean knows(String name) {
        return configured.knows(name) || seen.knows(name);
    }

    /** All names, in order. */
    public List<String> all() {
        return Stream.concat(configured.names().stream(), seen.names().stream())
                .distinct()
                .sorted()
                .toList();
    }
}
