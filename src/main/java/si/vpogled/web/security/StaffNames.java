package si.vpogled.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import si.vpogled.staff.Colleagues;

/**
 * Whom cases can be given to: clerks and approvers whom the configuration names, and those whom the identity provider
 * signed in. Who only audits has none.
 */
@ApplicationScoped
public class StaffNames {
    private final Staff configured;
    private final Colleagues seen;

    StaffNames(Staff configured, Colleagues seen) {
        this.configured = configured;
        this.seen = seen;
    }

    public boolean work(String name) {
        return configured.works(name) || seen.work(name);
    }

    /** All names, in order. */
    public List<String> working() {
        return Stream.concat(configured.working().stream(), seen.working().stream())
                .distinct()
                .sorted()
                .toList();
    }
}
