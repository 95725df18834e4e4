package si.vpogled.connector.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.http.HttpRead.Absence;

/** From a request to its answer: waits, tries again, follows redirects within the origin, renews a token once. */
final class Exchange {
    private static final int MOST_REDIRECTS = 5;

    private final Caller caller;
    private final Authentication authentication;
    private final Pace pace;
    private final int tries;

    Exchange(Caller caller, Authentication authentication, Pace pace, int tries) {
        this.tries = tries;
        this.caller = caller;
        this.authentication = authentication;
        this.pace = pace;
    }

    Instant now() {
        return pace.now();
    }

    /** A new count of tries, for one request or for one page or file over several. */
    Tries tries() {
        return new Tries(pace, tries);
    }

    /**
     * Sends until there is an answer to work with.
     *
     * @return an answer of 2xx, 404 or 410
     */
    Response send(Ask ask, Tries tries) throws ConnectorException {
        return send(ask, tries, Set.of());
    }

    /** @param accepted statuses to be returned too */
    Response send(Ask ask, Tries tries, Set<Integer> accepted) throws ConnectorException {
        Ask current = ask;
        boolean renewed = false;
        int redirects = 0;
        while (true) {
            Optional<Response> tried = attempt(current, tries);
            if (tried.isEmpty()) {
                continue;
            }
            Response response = tried.get();
            int status = response.status();
            if (status / 100 == 2 || isAbsent(status) || accepted.contains(status)) {
                return response;
            }
            response.close();
            if (isRedirect(status) && redirects++ < MOST_REDIRECTS && ask.form().isEmpty()) {
                current = current.at(moved(current, response));
            } else if (status == 401 && !renewed && authentication.renew()) {
                renewed = true;
            } else if (isPassing(status)) {
                tries.again(Faults.status(ask, status), response.retryAfter(pace.now()));
            } else {
                throw Faults.status(ask, status);
            }
        }
    }

    /** A small answer as a whole, or nothing where it may be absent and is. */
    Optional<JsonNode> whole(Ask ask, int largest, Absence absence) throws ConnectorException {
        Tries tries = tries();
        while (true) {
            try (Response response = send(ask, tries)) {
                if (!isAbsent(response.status())) {
                    return Optional.of(Json.whole(ask, response, largest));
                }
                if (absence == Absence.NONE) {
                    return Optional.empty();
                }
                throw Faults.status(ask, response.status());
            } catch (IOException e) {
                retry(ask, e, tries);
            }
        }
    }

    static boolean isAbsent(int status) {
        return status == 404 || status == 410;
    }

    /** Waits for another try after a connection failed, where that may help. */
    static void retry(Ask ask, IOException e, Tries tries) throws ConnectorException {
        ConnectorException fault = Faults.io(ask, e);
        if (!Faults.passing(fault, e)) {
            throw fault;
        }
        tries.again(fault, Optional.empty());
    }

    private Optional<Response> attempt(Ask ask, Tries tries) throws ConnectorException {
        pace.slot();
        try {
            return Optional.of(caller.call(ask, authentication.address(ask.uri()), authentication.headers()));
        } catch (IOException e) {
            retry(ask, e, tries);
            return Optional.empty();
        }
    }

    private static URI moved(Ask ask, Response response) throws ConnectorException {
        return response.header("Location")
                .flatMap(location -> Addresses.resolve(ask.uri(), location))
                .orElseThrow(() -> Faults.misconfigured(ask.label() + " at " + Addresses.origin(ask.uri())
                        + " redirects to another origin, which is not followed; correct base-url"));
    }

    private static boolean isRedirect(int status) {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    private static boolean isPassing(int status) {
        return status == 408 || status == 425 || status == 429 || status >= 502 && status <= 504;
    }
}
