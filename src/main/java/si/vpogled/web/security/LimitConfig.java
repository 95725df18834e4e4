package si.vpogled.web.security;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** How often things may be done; the defaults are in {@code application.properties}. */
@ConfigMapping(prefix = "vpogled.limits")
interface LimitConfig {
    /** Requests sent. */
    Rates submission();

    /** Sign-in codes asked for. */
    Rates signIn();

    /** Codes and links tried. */
    Rates code();

    /** Wrong passwords of staff; a person is a name together with the network that it is tried from. */
    Rates staff();

    /** Wrong passwords for one name, from wherever. */
    Slowed staffName();

    /** Messages and attachments. */
    Rates message();

    /** What is never refused: whoever locks a colleague out so would have what they want. */
    interface Slowed {
        /** Up to here at once. */
        Rate rate();

        /** How long each further try takes longer. */
        Duration delay();
    }

    /** By whom. */
    interface Rates {
        /** An IPv4 address, or an IPv6 network of 64 bits. */
        Rate network();

        /** An e-mail address, a case. */
        Rate person();

        /** Everybody together. */
        Rate all();
    }
}
