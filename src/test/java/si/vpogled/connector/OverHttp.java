package si.vpogled.connector;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * What a connector promises some of whose servers speak HTTP: an answer that says all is well, and is not the one
 * that was asked for, is a defect, and never an answer without anything in it.
 */
public interface OverHttp extends OverANetwork {
    Set<FaultKind> NOT_THERE = Set.of(FaultKind.UNAVAILABLE, FaultKind.MISCONFIGURED);

    @ParameterizedTest
    @ArgumentsSource(EachRemote.OverHttp.class)
    default void aPageForPeopleIsNoAnswer(Remote remote) throws Exception {
        isADefect(remote, "text/html; charset=utf-8", "<!doctype html><title>Prijava</title><h1>Dobrodošli</h1>");
    }

    @ParameterizedTest
    @ArgumentsSource(EachRemote.OverHttp.class)
    default void aPageForPeopleThatCallsItselfJsonIsNoAnswer(Remote remote) throws Exception {
        isADefect(remote, "application/json", "<!doctype html><title>Prijava</title>");
    }

    @ParameterizedTest
    @ArgumentsSource(EachRemote.OverHttp.class)
    default void anObjectOfAnotherShapeIsNoAnswer(Remote remote) throws Exception {
        isADefect(remote, "application/json", "{\"ok\": false, \"message\": \"Vzdrževanje\"}");
    }

    @ParameterizedTest
    @ArgumentsSource(EachRemote.OverHttp.class)
    default void anEmptyObjectIsNoAnswer(Remote remote) throws Exception {
        isADefect(remote, "application/json", "{}");
    }

    @ParameterizedTest
    @ArgumentsSource(EachRemote.OverHttp.class)
    default void recordsOfAnotherShapeAreNoAnswer(Remote remote) throws Exception {
        isADefect(remote, "application/json", "[{\"something\": 1}, {\"else\": null}]");
    }

    /** Where records are expected a level below. */
    @ParameterizedTest
    @ArgumentsSource(EachRemote.OverHttp.class)
    default void recordsOfAnotherShapeAtTheirPlaceAreNoAnswer(Remote remote) throws Exception {
        String records = "[{\"something\": 1}]";
        isADefect(
                remote,
                "application/json",
                "{\"data\": %1$s, \"items\": %1$s, \"sites\": %1$s, \"contacts\": %1$s}".formatted(records));
    }

    @ParameterizedTest
    @ArgumentsSource(EachRemote.OverHttp.class)
    default void aListOfNoRecordsIsNoAnswer(Remote remote) throws Exception {
        isADefect(remote, "application/json", "[1, \"dve\", [3]]");
    }

    /** As what stands before a backend answers when the backend has gone, or its paths have moved. */
    @ParameterizedTest
    @ArgumentsSource(EachRemote.OverHttp.class)
    default void thatNothingIsAnywhereIsNoAnswer(Remote remote) throws Exception {
        boolean json = definition().sources().stream()
                .anyMatch(source -> source.id().equals(remote.source())
                        && source.transport().equals("http"));
        Dependence dependence = new Dependence(definition(), remote.source());
        for (int answered = 0; json && answered < 2; answered++) {
            boolean asked = answered == 0
                    || dependence.identifies(one()) && !dependence.read(one()).isEmpty();
            if (asked) {
                try (BesideThePoint server =
                        new BesideThePoint(remote.port(), answered, 404, "text/plain", "404 page not found")) {
                    Extracts.failsAlone(this, remote.source(), environment(remote, server.port()), NOT_THERE);
                }
            }
        }
    }

    private void isADefect(Remote remote, String mediaType, String body) throws Exception {
        isADefect(remote, 0, mediaType, body);
        Dependence dependence = new Dependence(definition(), remote.source());
        if (dependence.identifies(one()) && !dependence.read(one()).isEmpty()) {
            // who it is, is still answered rightly
            isADefect(remote, 1, mediaType, body);
        }
    }

    private void isADefect(Remote remote, int after, String mediaType, String body) throws Exception {
        try (BesideThePoint server = new BesideThePoint(remote.port(), after, 200, mediaType, body)) {
            Extracts.failsAlone(this, remote.source(), environment(remote, server.port()), Set.of(FaultKind.DEFECT));
        }
    }
}
