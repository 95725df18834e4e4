package si.vpogled.connector.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.Eraser;
import si.vpogled.connector.Source;
import si.vpogled.connector.SourceContext;
import si.vpogled.connector.Transport;

/** JSON over HTTP, as a definition describes it. Nothing is asked before the first read or test. */
public final class HttpTransport implements Transport {
    private final Pause pause;
    private final RandomGenerator jitter;

    public HttpTransport() {
        this(Thread::sleep, RandomGenerator.getDefault());
    }

    HttpTransport(Pause pause, RandomGenerator jitter) {
        this.pause = pause;
        this.jitter = jitter;
    }

    @Override
    public String name() {
        return "http";
    }

    @Override
    public String settingsSchema() {
        return "/schema/transport-http-settings.schema.json";
    }

    @Override
    public String readSchema() {
        return "/schema/transport-http-read.schema.json";
    }

    @Override
    public Set<String> names(ObjectNode read) {
        return HttpRead.of(read).names();
    }

    @Override
    public Optional<String> objection(ObjectNode settings, ObjectNode read) {
        return HttpRead.of(read).believesAbsence()
                        && settings.path("test").path("path").isMissingNode()
                ? Optional.of("not-found: none needs test.path in the source's settings: a 404 is taken to mean that"
                        + " nothing is held only where the test path answers")
                : Optional.empty();
    }

    /** What would be downloaded is listed only. */
    @Override
    public ObjectNode withoutContents(ObjectNode read) {
        return read.has("file") ? read.deepCopy().without("file") : read;
    }

    @Override
    public Optional<String> erasureSchema() {
        return Optional.of("/schema/transport-http-erasure.schema.json");
    }

    @Override
    public Set<String> erasureNames(ObjectNode means) {
        return Call.of(means).names();
    }

    @Override
    public Source open(ObjectNode settings, SourceContext context) throws ConnectorException {
        HttpSettings checked = HttpSettings.of(settings);
        return new HttpSource(context.connector(), checked, exchange(checked, context));
    }

    @Override
    public Eraser openEraser(ObjectNode settings, SourceContext context) throws ConnectorException {
        HttpSettings checked = HttpSettings.of(settings);
        Exchange exchange = exchange(checked, context);
        return new HttpEraser(checked, exchange, new HttpSource(context.connector(), checked, exchange));
    }

    private Exchange exchange(HttpSettings checked, SourceContext context) throws ConnectorException {
        Pace pace = Pace.of(checked, context, pause, jitter);
        Caller caller = Caller.of(checked, pace);
        Exchange open = new Exchange(caller, new Authentication.None(), pace, checked.tries());
        Authentication authentication = Credentials.of(checked.auth(), context.secrets(), open);
        return new Exchange(caller, authentication, pace, checked.tries());
    }
}
