package si.vpogled.connector.http;

import java.util.HashSet;
import java.util.Set;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.http.HttpRead.Target;

/**
 * Whether an answer of 404 or 410 may be taken to mean that nothing is held. What stands before a backend gives the
 * same answer where the backend has gone or its paths have moved; so the test path must have answered first, once in
 * the life of a source, and the path itself must be one that the backend has, where it tells such.
 */
final class Presence {
    private final String connector;
    private final HttpSettings settings;
    private final Exchange exchange;
    private final Probe probe;
    private final Set<String> known = new HashSet<>();
    private boolean there;

    Presence(String connector, HttpSettings settings, Exchange exchange, Probe probe) {
        this.connector = connector;
        this.settings = settings;
        this.exchange = exchange;
        this.probe = probe;
    }

    /** @throws ConnectorException where it may not */
    void confirm(Ask absent, Target target) throws ConnectorException {
        if (!there) {
            answers(absent);
            there = true;
        }
        if (settings.check().heads() && !known.contains(target.path().text())) {
            probe.path(target);
            known.add(target.path().text());
        }
    }

    private void answers(Ask absent) throws ConnectorException {
        String what = "Connector " + connector + ": " + Faults.where(absent) + " answered that there is nothing";
        String path = settings.check()
                .path()
                .orElseThrow(() -> Faults.misconfigured(
                        what + ", and no test path tells whether the backend is there at all; set test.path"));
        Ask test = Ask.get(settings.at(path), path);
        try (Response response = exchange.send(test, exchange.tries())) {
            if (Exchange.isAbsent(response.status())) {
                throw new ConnectorException(
                        FaultKind.UNAVAILABLE,
                        what + ", and so did the test path " + path + " (" + response.status() + "), so it is not known"
                                + " what is held; check that the backend is up and that base-url is still right");
            }
        }
    }
}
