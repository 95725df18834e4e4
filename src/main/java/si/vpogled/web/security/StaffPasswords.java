package si.vpogled.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import si.vpogled.request.Role;

/**
 * Passwords of staff, with a limit on wrong ones: by network, and by name together with network, so that nobody locks a
 * colleague out from elsewhere. Many for one name from everywhere only slow down who tries it.
 */
@ApplicationScoped
class StaffPasswords {
    private final Staff staff;
    private final RateLimits limits;

    StaffPasswords(Staff staff, RateLimits limits) {
        this.staff = staff;
        this.limits = limits;
    }

    /** The roles of somebody who knows the password; empty for anybody else. A right one costs nothing. */
    Optional<Set<Role>> roles(String name, char[] password, String network) {
        if (staff.proved(name, password)) {
            return staff.roles(name);
        }
        String there = name + " " + network;
        limits.take(Limit.STAFF, network, there);
        limits.slow(name);
        Optional<Set<Role>> roles = staff.rolesByPassword(name, password);
        roles.ifPresent(_ -> {
            limits.giveBack(Limit.STAFF, network, there);
            limits.giveBack(name);
        });
        return roles;
    }
}
