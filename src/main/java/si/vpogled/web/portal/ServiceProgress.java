package si.vpogled.web.portal;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import si.vpogled.collection.Connectors;
import si.vpogled.collection.Run;
import si.vpogled.collection.RunState;
import si.vpogled.inventory.Inventory;
import si.vpogled.web.page.Page;
import si.vpogled.web.words.RunWords;

/** How far the collection is, by the services that the subject knows; which systems hold what is the provider's affair. */
final class ServiceProgress {
    /** What tells most about a service of which several systems hold something, first. */
    private static final List<RunState> TELLING = List.of(
            RunState.FAILED,
            RunState.RETRYING,
            RunState.RUNNING,
            RunState.QUEUED,
            RunState.WAITING,
            RunState.ANSWERED,
            RunState.CANCELLED,
            RunState.NOT_NEEDED);

    private final Page page;
    private final Inventory inventory;
    private final Connectors connectors;
    private final List<Run> runs;

    ServiceProgress(Page page, Inventory inventory, Connectors connectors, List<Run> runs) {
        this.page = page;
        this.inventory = inventory;
        this.connectors = connectors;
        this.runs = runs;
    }

    /**
     * How far one service is.
     *
     * @param key of the state, for its colour
     */
    record Line(String service, String key, String state) {}

    List<Line> lines(List<String> services) {
        return services.stream().map(this::line).toList();
    }

    /** How many services are done, of how many. */
    String summary(List<String> services) {
        long done = services.stream().filter(this::done).count();
        return page.messages(CaseMessages.class).servicesDone(page.number(done), page.number(services.size()));
    }

    private Line line(String service) {
        Set<RunState> states = states(service);
        RunState telling = telling(states);
        return new Line(
                page.text(inventory.service(service).name()),
                telling.key(),
                words(service, page.text(RunWords.forSubject(telling))));
    }

    /** With how many parts are there already, where there are several and some are still to come. */
    private String words(String service, String state) {
        long all = of(service).size();
        long ended = of(service).stream().filter(ServiceProgress::answered).count();
        return all > 1 && ended > 0 && ended < all
                ? page.messages(CaseMessages.class).partsDone(state, page.number(ended), page.number(all))
                : state;
    }

    private RunState telling(Set<RunState> states) {
        boolean between = states.contains(RunState.ANSWERED)
                && (states.contains(RunState.WAITING) || states.contains(RunState.QUEUED));
        RunState most = TELLING.stream().filter(states::contains).findFirst().orElse(RunState.WAITING);
        return between && (most == RunState.WAITING || most == RunState.QUEUED) ? RunState.RUNNING : most;
    }

    private boolean done(String service) {
        return !of(service).isEmpty() && of(service).stream().allMatch(ServiceProgress::answered);
    }

    private static boolean answered(Run run) {
        return run.state() == RunState.ANSWERED || run.state() == RunState.NOT_NEEDED;
    }

    private Set<RunState> states(String service) {
        return of(service).stream().map(Run::state).collect(Collectors.toSet());
    }

    /** The runs of the systems that hold something of a service. */
    private List<Run> of(String service) {
        return runs.stream().filter(run -> serves(run.connector(), service)).toList();
    }

    private boolean serves(String connector, String service) {
        return connectors.named(connector).stream()
                .flatMap(definition -> definition.items().stream())
                .anyMatch(item -> item.service().equals(service));
    }
}
