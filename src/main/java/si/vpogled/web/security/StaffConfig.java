package si.vpogled.web.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.util.Map;
import java.util.Set;

/** Who works here. In the environment: {@code VPOGLED_STAFF__KLARA__PASSWORD}, {@code VPOGLED_STAFF__KLARA__ROLES}. */
@ConfigMapping(prefix = "vpogled.staff")
public interface StaffConfig {
    /** By user name, lower case. */
    @WithParentName
    Map<String, Member> members();

    interface Member {
        /** A bcrypt hash in modular crypt form, {@code $2…}; {@code htpasswd -nBC 12 klara} makes one. */
        String password();

        /** Any of clerk, approver, auditor. */
        Set<String> roles();
    }
}
