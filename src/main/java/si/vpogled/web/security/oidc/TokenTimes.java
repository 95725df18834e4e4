package si.vpogled.web.security.oidc;

import com.nimbusds.jwt.JWTParser;
import io.quarkus.oidc.AuthorizationCodeTokens;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import si.vpogled.web.security.SessionEnd;

/**
 * Until when tokens are good.
 *
 * @param signedIn nobody has to do anything until then
 * @param renewable fresh tokens can be had until then, by whoever is at work after {@code signedIn}
 */
record TokenTimes(Instant signedIn, Instant renewable) {
    /**
     * @param extension for how long the browser keeps a session after its tokens are over
     */
    static TokenTimes of(AuthorizationCodeTokens tokens, Duration extension) {
        // what cannot be read, as of a version that kept it otherwise, is over
        Instant signedIn = expires(tokens.getIdToken()).orElse(Instant.EPOCH);
        if (tokens.getRefreshToken() == null) {
            return new TokenTimes(signedIn, signedIn);
        }
        Instant forgotten = signedIn.plus(extension);
        Instant renewable =
                expires(tokens.getRefreshToken()).filter(forgotten::isAfter).orElse(forgotten);
        return new TokenTimes(signedIn, renewable.isAfter(signedIn) ? renewable : signedIn);
    }

    /**
     * Empty where it is over.
     *
     * @param until the session's end, however busy somebody is
     */
    Optional<SessionEnd> end(Instant until, Instant now) {
        SessionEnd end = SessionEnd.of(renewable, until, now);
        // before the tokens are over, using the session does not make it longer
        boolean extendable = end.extendable() && renewable.isAfter(signedIn) && !now.isBefore(signedIn);
        return Optional.of(new SessionEnd(end.seconds(), extendable)).filter(one -> one.seconds() > 0);
    }

    /** Empty where it does not say: a refresh token need not be a JWT. */
    private static Optional<Instant> expires(String token) {
        try {
            return Optional.ofNullable(JWTParser.parse(token).getJWTClaimsSet())
                    .map(claims -> claims.getExpirationTime())
                    .map(Date::toInstant);
        } catch (ParseException _) {
            return Optional.empty();
        }
    }
}
