package si.vpogled.web.security;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** The token of a session at the console, to be looked up. */
final class StaffSessionRequest extends BaseAuthenticationRequest {
    private final String token;
    private final boolean used;

    StaffSessionRequest(String token, boolean used) {
        this.token = token;
        this.used = used;
    }

    String token() {
        return token;
    }

    /** Whether somebody is at work, or only a page that looks again by itself. */
    boolean used() {
        return used;
    }
}
