package si.vpogled.connector.job;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.Eraser;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.Source;
import si.vpogled.connector.Visitor;
import si.vpogled.connector.extract.UnreadableContentException;

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

    /** Writes to the extract what is being read; an interruption waits until that is done. */
    void write(SourceThread.Write write) throws ConnectorException, UnreadableContentException {
        try {
            thread.write(write);
        } catch (UnreadableContentException e) {
            throw e;
        } catch (IOException e) {
            // the meter stops a write by an exception of its own
            stop.check();
            throw new WriteFailure(e);
        }
    }

    InputStream content(InputStream content) {
        return thread.content(content);
    }

    void read(String source, ObjectNode read, Source.Bindings bindings, Visitor visitor) throws ConnectorException {
        ask(source, open -> open.read(read, bindings, visitor));
    }

    interface Question {
        void ask(Source source) throws ConnectorException;
    }

    void ask(String source, Question question) throws ConnectorException {
        use(source, () -> question.ask(sources.get(source)));
    }

    interface Change {
        void make(Eraser eraser) throws ConnectorException;
    }

    /** Has a backend change something, with the credentials for erasing. */
    void change(String source, Change change) throws ConnectorException {
        use(source, () -> change.make(sources.eraser(source)));
    }

    private void use(String source, SourceThread.Use use) throws ConnectorException {
        stop.check();
        try {
            thread.use(use);
        } catch (ConnectorException e) {
            // once the run stops, what fails does so because of that
            throw named(source, stop.raised().orElse(e));
        } catch (WriteFailure e) {
            throw e;
        } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
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
