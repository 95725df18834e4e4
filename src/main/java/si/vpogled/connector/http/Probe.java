package si.vpogled.connector.http;

import java.util.Set;
import si.vpogled.connector.ConnectorException;

/**
 * Tests a source without reading anybody's data: the settings' test path is asked with GET, a read's own path with
 * HEAD and a value in each name that nobody has.
 */
final class Probe {
    private static final String NOBODY = "vpogled-test";

    /** What a backend may answer to a HEAD for nobody, though the path is right: none here, not of this form, no HEAD. */
    private static final Set<Integer> EXPECTED = Set.of(400, 404, 405, 410, 422, 501);

    private final HttpSettings settings;
    private final Exchange exchange;

    Probe(HttpSettings settings, Exchange exchange) {
        this.settings = settings;
        this.exchange = exchange;
    }

    void test(HttpRead read) throws ConnectorException {
        if (settings.check().path().isPresent()) {
            String path = settings.check().path().get();
            Ask ask = Ask.get(settings.at(path), path);
            ask(ask, Set.of());
        }
        if (settings.check().heads()) {
            Ask ask = Ask.head(
                    settings.at(read.target().filled(name -> NOBODY)),
                    read.target().path().text());
            boolean named = read.target().names().findAny().isPresent();
            ask(ask, named ? EXPECTED : Set.of(405, 501));
        }
    }

    private void ask(Ask ask, Set<Integer> expected) throws ConnectorException {
        try (Response response = exchange.send(ask, exchange.tries(), expected)) {
            if (Exchange.isAbsent(response.status()) && !expected.contains(response.status())) {
                throw Faults.status(ask, response.status());
            }
        }
    }
}
