package si.vpogled.connector.job;

import com.fasterxml.jackson.databind.node.ObjectNode;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.Source;
import si.vpogled.connector.Visitor;

/** Asks a source, and makes one kind of fault of whatever goes wrong in it. */
final class Reading {
    private final OpenSources sources;
    private final SourceThread thread;
    private final StopSign stop;

    Reading(OpenSources sources, SourceThread thread, StopSign stop) {
        this.sources = sources;
        this.thread = thread;
        this.stop = stop;
    }

    void check() throws ConnectorException {
        stop.check();
    }

    void read(String source, ObjectNode read, Source.Bindings bindings, Visitor visitor) throws ConnectorException {
        ask(source, open -> open.read(read, bindings, visitor));
    }

    interface Question {
        void ask(Source source) throws ConnectorException;
    }

    void ask(String source, Question question) throws ConnectorException {
        stop.check();
        try {
            thread.use(() -> question.ask(sources.get(source)));
        } catch (ConnectorException e) {
            // once the run stops, what fails does so because of that
            throw named(source, stop.raised().orElse(e));
        } catch (WriteFailure e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            stop.check();
            throw named(
                    source,
                    new ConnectorException(
                            FaultKind.DEFECT,
                            "The connector cannot cope with what it was answered ("
                                    + e.getClass().getSimpleName() + ")"));
        }
        stop.check();
    }

    private ConnectorException named(String source, ConnectorException e) {
        return stop.raised().isPresent()
                ? e
                : new ConnectorException(e.kind(), "Source " + source + ": " + e.getMessage());
    }
}
