package si.vpogled.web.security;

/** What is limited in how often it may be done. */
public enum Limit {
    SUBMISSION,
    SIGN_IN,
    CODE,
    STAFF,
    MESSAGE;

    LimitConfig.Rates rates(LimitConfig config) {
        return switch (this) {
            case SUBMISSION -> config.submission();
            case SIGN_IN -> config.signIn();
            case CODE -> config.code();
            case STAFF -> config.staff();
            case MESSAGE -> config.message();
        };
    }
}
