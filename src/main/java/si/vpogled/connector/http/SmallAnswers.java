package si.vpogled.connector.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.SourceContext;

/**
 * JSON documents at addresses of several servers, for transports of protocols that lie upon HTTP: paced, tried again
 * and bounded as {@link HttpTransport} does it, by the same settings ({@code timeouts}, {@code tries},
 * {@code requests-per-second}, {@code tls}).
 */
public final class SmallAnswers {
    private static final int MOST_REDIRECTS = 5;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final Exchange exchange;
    private final Redirects redirects;

    private SmallAnswers(Exchange exchange, Redirects redirects) {
        this.exchange = exchange;
        this.redirects = redirects;
    }

    /** Where an answer may lead. */
    public enum Redirects {
        /** To the same scheme, host and port. */
        WITHIN_ORIGIN,
        /** To any server as well, by https only. */
        TO_HTTPS
    }

    /**
     * @param settings of the source
     * @param first one of the servers
     */
    public static SmallAnswers of(ObjectNode settings, URI first, Redirects redirects, SourceContext context)
            throws ConnectorException {
        HttpSettings checked = HttpSettings.of(settings, first);
        Pace pace = Pace.of(checked, context, Thread::sleep, RandomGenerator.getDefault());
        Caller caller = Caller.of(checked, pace);
        return new SmallAnswers(new Exchange(caller, new Authentication.None(), pace, checked.tries()), redirects);
    }

    /**
     * A document as it is, unpacked.
     *
     * @param label the request for messages, nothing of the subject in it
     * @param accept media type; the answer's must be it, or other JSON
     * @param largest in bytes
     * @return empty where the server says that there is none (404, 410)
     * @throws ConnectorException as of a source
     */
    public Optional<byte[]> get(URI address, String label, String accept, int largest) throws ConnectorException {
        Ask ask = Ask.get(address, label).header("Accept", accept).header("Accept-Encoding", "gzip");
        Tries tries = exchange.tries();
        int followed = 0;
        while (true) {
            try (Response response = exchange.send(ask, tries, REDIRECTS)) {
                if (Exchange.isAbsent(response.status())) {
                    return Optional.empty();
                }
                if (!REDIRECTS.contains(response.status())) {
                    return Optional.of(whole(ask, response, largest));
                }
                if (followed++ == MOST_REDIRECTS) {
                    throw Faults.defect(ask, "redirects without end");
                }
                ask = ask.at(moved(ask, response));
            } catch (IOException e) {
                Exchange.retry(ask, e, tries);
            }
        }
    }

    private static byte[] whole(Ask ask, Response response, int largest) throws IOException, ConnectorException {
        try (Portions body = Json.body(ask, response).next(largest)) {
            return body.readAllBytes();
        } catch (Portions.TooLarge e) {
            throw Json.tooLarge(ask);
        }
    }

    private URI moved(Ask ask, Response response) throws ConnectorException {
        Optional<String> location = response.header("Location");
        Optional<URI> within = location.flatMap(reference -> Addresses.resolve(ask.uri(), reference));
        Optional<URI> secure = redirects == Redirects.TO_HTTPS
                ? location.flatMap(Addresses::parse)
                        .filter(uri -> Addresses.isHttp(uri) && uri.getScheme().equalsIgnoreCase("https"))
                : Optional.empty();
        return within.or(() -> secure)
                .orElseThrow(() -> Faults.misconfigured(Faults.where(ask)
                        + " redirects to another server, which is not followed; correct the server's address, or"
                        + " allow redirects"));
    }
}
