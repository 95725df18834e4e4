package si.vpogled.request;

import java.util.Locale;
import java.util.Set;

/** What a member of staff may do: clerks and approvers decide, auditors read and change nothing. */
public enum Role {
    CLERK,
    APPROVER,
    AUDITOR;

    /** Whether somebody with these roles works on cases, or only reads them. */
    public static boolean work(Set<Role> roles) {
        return roles.contains(CLERK) || roles.contains(APPROVER);
    }

    /** The name in configuration and tokens. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
