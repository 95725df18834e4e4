package si.vpogled.connector.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.logging.LogManager;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.Order;
import si.vpogled.connector.definition.ConnectorDefinition;
import si.vpogled.connector.definition.DefinitionLoader;
import si.vpogled.storage.DirectoryStore;
import si.vpogled.storage.Uploads;
import si.vpogled.storage.grant.GrantFile;
import si.vpogled.storage.grant.GrantedUploads;
import si.vpogled.yaml.InvalidFileException;

/**
 * One run as a process of its own: {@code java … si.vpogled.connector.job.ConnectorJob [order.json]}.
 *
 * <p>Its environment: {@code VPOGLED_ORDER} (the order's file, where no argument names it),
 * {@code VPOGLED_CONNECTORS_DIR} (definitions; without it those that come along), {@value #CHECKED} (the SHA-256 of a
 * definition that need not be checked once more, in hexadecimal), {@code VPOGLED_GRANT} (the file of
 * the {@link si.vpogled.storage.Grant} by which extract or outcome is written; without it {@code VPOGLED_STORE_DIRECTORY}, a
 * folder that is a store), {@code VPOGLED_SCRATCH_DIR} (temporary files; without it the system's),
 * {@code VPOGLED_SECRETS_DIR} or {@code VPOGLED_SECRET_…} (see {@link EnvironmentSecrets}), and what the definitions name
 * as <code>${NAME}</code>.
 *
 * <p>On standard output it tells in lines of JSON how far it is ({@link ProgressLine}), and last how many items it found,
 * or a test's report; on standard error what went wrong; and it ends with an {@link ExitCode}.
 */
public final class ConnectorJob {
    /** The SHA-256 of the definition that the service checked. */
    public static final String CHECKED = "VPOGLED_DEFINITION_CHECKED";

    private static final Duration FAREWELL = Duration.ofSeconds(15);

    private final Map<String, String> environment;
    private final PrintStream out;

    private ConnectorJob(Map<String, String> environment, PrintStream out) {
        this.environment = environment;
        this.out = out;
    }

    static void main(String[] arguments) {
        // the class path brings the service's log manager, and drivers log what they like: here neither has a say
        System.setProperty("java.util.logging.manager", LogManager.class.getName());
        LogManager.getLogManager().reset();
        // without this, libraries find every level open and make up lines that nobody gets
        System.setProperty("slf4j.provider", "org.slf4j.helpers.NOP_FallbackServiceProvider");
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        Thread main = Thread.currentThread();
        Thread farewell = new Thread(() -> stop(main), "stop");
        Runtime.getRuntime().addShutdownHook(farewell);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        ExitCode code = new ConnectorJob(System.getenv(), out).end(arguments, err);
        if (code != ExitCode.STOPPED) {
            Runtime.getRuntime().removeShutdownHook(farewell);
            System.exit(code.number());
        }
    }

    private static void stop(Thread main) {
        main.interrupt();
        try {
            main.join(FAREWELL);
        } catch (InterruptedException e) {
            // the process ends in any case
        }
    }

    private ExitCode end(String[] arguments, PrintStream err) {
        try {
            run(arguments);
            return ExitCode.ENDED;
        } catch (ConnectorException e) {
            err.println(e.getMessage());
            return ExitCode.of(e.kind());
        } catch (InvalidFileException e) {
            err.println(e.getMessage());
            return ExitCode.MISCONFIGURED;
        } catch (InterruptedException e) {
            err.println("Stopped; no extract was written");
            return ExitCode.STOPPED;
        } catch (IOException | RuntimeException | Error e) {
            // messages of what nobody foresaw may hold anything
            err.println("The job failed: " + e.getClass().getName());
            return ExitCode.DEFECT;
        }
    }

    private void run(String[] arguments) throws ConnectorException, InterruptedException, IOException {
        OrderFile.Shaped shaped = OrderFile.shaped(orderFile(arguments));
        FutureTask<Optional<ConnectorDefinition>> reading =
                beside(() -> definition(shaped.order().connector()));
        Order order = shaped.checked();
        ConnectorDefinition definition = read(reading)
                .orElseThrow(() -> misconfigured("There is no definition of the connector " + order.connector()));
        RunContext context = context(order);
        Object told = switch (order.operation()) {
            case COLLECT -> OutcomeCounts.of(new RunConnector().run(order, definition, context));
            case TEST ->
                new RunConnector()
                        .test(definition, Duration.ofSeconds(order.limits().seconds()), context);
            case FIND, ERASE, VERIFY, HOLD, RELEASE ->
                ErasureCounts.of(new RunErasure().run(order, definition, context));
        };
        tell(told);
    }

    /** While something else is done: of a job that is over in a second, half goes by before it asks anybody. */
    private static <T> FutureTask<T> beside(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Thread.ofPlatform().daemon().name("definition").start(task);
        return task;
    }

    private static <T> T read(FutureTask<T> task) throws InterruptedException {
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException wrong) {
                throw wrong;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private void tell(Object told) throws JsonProcessingException {
        out.println(JobJson.MAPPER.writeValueAsString(told));
    }

    private Path orderFile(String[] arguments) throws ConnectorException {
        if (arguments.length > 0) {
            return Path.of(arguments[0]);
        }
        return path("VPOGLED_ORDER").orElseThrow(() -> misconfigured("The environment does not set VPOGLED_ORDER"));
    }

    private Optional<ConnectorDefinition> definition(String connector) {
        return new DefinitionLoader()
                .only(connector, path("VPOGLED_CONNECTORS_DIR"), Optional.ofNullable(environment.get(CHECKED)));
    }

    private RunContext context(Order order) throws ConnectorException {
        InstantSource clock = InstantSource.system();
        Path scratch = Path.of(environment.getOrDefault("VPOGLED_SCRATCH_DIR", System.getProperty("java.io.tmpdir")));
        Uploads uploads = order.operation().writes() ? uploads(clock) : Uploads.NONE;
        return new RunContext(clock, uploads, environment, scratch, new TellProgress(out, clock));
    }

    private Uploads uploads(InstantSource clock) throws ConnectorException {
        Optional<Path> grant = path("VPOGLED_GRANT");
        Optional<Path> folder = path("VPOGLED_STORE_DIRECTORY");
        try {
            if (grant.isPresent()) {
                return new GrantedUploads(GrantFile.read(grant.get()), clock);
            }
            if (folder.isPresent()) {
                return new DirectoryStore(folder.get(), clock);
            }
        } catch (IOException e) {
            throw StoreFault.of(e);
        }
        throw misconfigured("The environment sets neither VPOGLED_GRANT nor VPOGLED_STORE_DIRECTORY:"
                + " there is nowhere to write the extract");
    }

    private Optional<Path> path(String variable) {
        return Optional.ofNullable(environment.get(variable))
                .filter(value -> !value.isBlank())
                .map(Path::of);
    }

    private static ConnectorException misconfigured(String message) {
        return new ConnectorException(FaultKind.MISCONFIGURED, message);
    }
}
