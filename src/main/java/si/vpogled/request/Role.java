package si.vpogled.request;

import java.util.Locale;

/** What a member of staff may do: clerks and approvers decide, auditors read and change nothing. */
public enum Role {
    CLERK,
    APPROVER,
    AUDITOR;

    /** The name in configuration and tokens. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
