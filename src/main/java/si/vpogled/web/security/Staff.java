package si.vpogled.web.security;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import si.vpogled.request.Role;

/** The members of staff. Configuration that cannot be right stops the start. */
@Startup
@Singleton
public class Staff {
    private static final String MODULAR_CRYPT = "\\$2[aby]\\$\\d\\d\\$[./A-Za-z0-9]{53}";
    private static final int LONGEST_PASSWORD = 72;
    /** Of random bytes that nobody kept; to make one anew would take a part of the start. */
    private static final String OF_NOBODY = "$2y$10$efKbroCerhxuCLmG3odB9udxamkW76/ofsbyFfQzayDA7N3uCoqMS";

    private final Map<String, Member> members = new HashMap<>();
    /** Somebody who does not exist, so that an unknown name takes as long as a wrong password. */
    private final String nobody;

    private final ProvedPasswords proved = new ProvedPasswords();

    Staff(StaffConfig config) {
        config.members().forEach((name, member) -> members.put(name, Member.of(name, member)));
        nobody = members.values().stream().map(Member::hash).findFirst().orElse(OF_NOBODY);
    }

    private record Member(String hash, Set<Role> roles) {
        static Member of(String name, StaffConfig.Member configured) {
            String hash = configured.password().strip();
            if (!hash.matches(MODULAR_CRYPT)) {
                throw new IllegalStateException("vpogled.staff." + name
                        + ".password is not a bcrypt hash ($2y$12$…). Make one with: htpasswd -nBC 12 " + name);
            }
            return new Member(
                    // the same algorithm; of the three names, the library that compares knows two
                    hash.replaceFirst("^\\$2b", "\\$2y"),
                    configured.roles().stream().map(key -> role(name, key)).collect(Collectors.toSet()));
        }

        private static Role role(String name, String key) {
            return Arrays.stream(Role.values())
                    .filter(role -> role.key().equals(key.strip().toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(
                            "vpogled.staff." + name + ".roles: " + key + " is not clerk, approver or auditor"));
        }
    }

    /** Whether this password was found right before, which takes no time to see again. */
    boolean proved(String name, char[] password) {
        return members.containsKey(name) && proved.holds(name, password);
    }

    /** The roles of somebody who knows the password; empty for anybody else, after the same time. */
    Optional<Set<Role>> rolesByPassword(String name, char[] password) {
        Optional<Set<Role>> roles = checked(Optional.ofNullable(members.get(name)), password);
        roles.ifPresent(_ -> proved.keep(name, password));
        return roles;
    }

    private Optional<Set<Role>> checked(Optional<Member> found, char[] password) {
        boolean right = password.length <= LONGEST_PASSWORD
                & BcryptUtil.matches(
                        new String(password, 0, Math.min(password.length, LONGEST_PASSWORD)),
                        found.map(Member::hash).orElse(nobody));
        return right ? found.map(Member::roles) : Optional.empty();
    }

    /** The roles that somebody has now. */
    Optional<Set<Role>> roles(String name) {
        return Optional.ofNullable(members.get(name)).map(Member::roles);
    }

    /** Whether somebody of this name works here. */
    public boolean knows(String name) {
        return members.containsKey(name);
    }

    /** Whether somebody of this name works on cases. */
    boolean works(String name) {
        return roles(name).filter(Role::work).isPresent();
    }

    /** The names of those who work on cases, in order. */
    List<String> working() {
        return members.keySet().stream().filter(this::works).sorted().toList();
    }
}
