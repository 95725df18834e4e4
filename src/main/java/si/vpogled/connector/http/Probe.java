package si.vpogled.connector.http;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.http.HttpRead.Target;

/**
 * Tests a source without reading anybody's data: the settings' test path is asked with GET, a read's own path with
 * HEAD and a value in each name that nobody has. That nobody of that name is there looks like a path that is not
 * there; a backend that answers OPTIONS for the paths it has, and only for these, tells the two apart.
 */
final class Probe {
    private static final String NOBODY = "vpogled-test";
    private static final String NOWHERE = "/vpogled-test-nowhere";

    /** What a backend may answer to a HEAD for nobody, though the path is right: none here, not of this form, no HEAD. */
    private static final Set<Integer> EXPECTED = Set.of(400, 404, 405, 410, 422, 501);

    /** Answers to OPTIONS that say nothing of the path. */
    private static final Set<Integer> UNTOLD = Set.of(400, 401, 403, 405, 406, 415, 422, 429, 500, 501);

    private static final int NO_METHOD = 405;

    private final HttpSettings settings;
    private final Exchange exchange;
    private Optional<Boolean> tellsPaths = Optional.empty();

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
            paths(read);
        }
    }

    private void ask(Ask ask, Set<Integer> expected) throws ConnectorException {
        try (Response response = exchange.send(ask, exchange.tries(), expected)) {
            if (Exchange.isAbsent(response.status()) && !expected.contains(response.status())) {
                throw Faults.status(ask, response.status());
            }
        }
    }

    private void paths(HttpRead read) throws ConnectorException {
        for (Target target : targets(read)) {
            path(target);
        }
    }

    /** That the backend has a path, where it tells which it has. */
    void path(Target target) throws ConnectorException {
        if (tellsPaths() && !target.path().text().isEmpty()) {
            Ask ask = Ask.options(
                    settings.at(target.path().path(name -> NOBODY)),
                    target.path().text());
            if (known(ask) == Known.NO) {
                throw Faults.misconfigured(target.path().text() + " at " + Addresses.origin(ask.uri())
                        + " is not a path that the backend has, though it has others; correct the read's path");
            }
        }
    }

    /** The read's own, and those asked for each of its records. */
    private static List<Target> targets(HttpRead read) {
        Stream<Target> further = Stream.concat(
                read.detail().stream().map(HttpRead.Detail::target),
                read.file().stream().filter(file -> file.url().isEmpty()).map(HttpRead.FileRead::target));
        return Stream.concat(Stream.of(read.target()), further)
                .filter(target -> !target.path().text().isEmpty())
                .toList();
    }

    private boolean tellsPaths() throws ConnectorException {
        if (tellsPaths.isEmpty()) {
            Optional<String> path = settings.check().path();
            tellsPaths = Optional.of(path.isPresent()
                    && known(Ask.options(settings.at(path.get()), path.get())) == Known.YES
                    && known(Ask.options(settings.at(NOWHERE), NOWHERE)) == Known.NO);
        }
        return tellsPaths.get();
    }

    private enum Known {
        YES,
        NO,
        UNTOLD
    }

    private Known known(Ask ask) throws ConnectorException {
        try (Response response = exchange.send(ask, exchange.tries(), UNTOLD)) {
            int status = response.status();
            if (Exchange.isAbsent(status)) {
                return Known.NO;
            }
            return status / 100 == 2 || status == NO_METHOD ? Known.YES : Known.UNTOLD;
        }
    }
}
