package si.vpogled.web.security;

import io.smallrye.config.ConfigMapping;

/** How often things may be done; the defaults are in {@code application.properties}. */
@ConfigMapping(prefix = "vpogled.limits")
interface LimitConfig {
    /** Requests sent. */
    Rates submission();

    /** Sign-in codes asked for. */
    Rates signIn();

    /** Codes and links tried. */
    Rates code();

    /** Wrong passwords of staff. */
    Rates staff();

    /** Messages and attachments. */
    Rates message();

    /** By whom. */
    interface Rates {
        /** An IPv4 address, or an IPv6 network of 64 bits. */
        Rate network();

        /** An e-mail address, a name of staff, a case. */
        Rate person();

        /** Everybody together. */
        Rate all();
    }
}
