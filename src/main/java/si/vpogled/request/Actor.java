package si.vpogled.request;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * Who does something.
 *
 * @param name of a member of staff; empty for the others, whose name is on the case
 */
public record Actor(Kind kind, String name, Set<Role> roles) {
    public Actor {
        roles = Set.copyOf(roles);
    }

    public enum Kind {
        SUBJECT,
        STAFF,
        SYSTEM;

        /** As the history has it. */
        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static Actor subject() {
        return new Actor(Kind.SUBJECT, "", Set.of());
    }

    public static Actor system() {
        return new Actor(Kind.SYSTEM, "", Set.of());
    }

    public static Actor staff(String name, Set<Role> roles) {
        return new Actor(Kind.STAFF, name, roles);
    }

    /** Refuses a member of staff who has none of the roles. */
    public void require(Role... anyOf) {
        if (Arrays.stream(anyOf).noneMatch(roles::contains)) {
            throw new CaseException(CaseException.Problem.ROLE_REQUIRED, anyOf[0].key());
        }
    }
}
