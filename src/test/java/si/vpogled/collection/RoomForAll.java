package si.vpogled.collection;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import si.vpogled.connector.definition.ConnectorDefinition;
import si.vpogled.request.MoveCase;
import si.vpogled.storage.keys.RequestKeys;

/** Begins runs as the service does, with room for each: what others have under way takes no place from a test. */
@ApplicationScoped
class RoomForAll {
    private static final int ANY = 10_000;

    private final Runs.Rows runs;
    private final MoveCase cases;
    private final Connectors connectors;
    private final KnownIdentifiers known;
    private final RequestKeys keys;
    private final CollectionConfig config;

    RoomForAll(
            Runs.Rows runs,
            MoveCase cases,
            Connectors connectors,
            KnownIdentifiers known,
            RequestKeys keys,
            CollectionConfig config) {
        this.runs = runs;
        this.cases = cases;
        this.connectors = connectors;
        this.known = known;
        this.keys = keys;
        this.config = config;
    }

    BeginRun begin() {
        Connectors wide =
                new Connectors(connectors.all().stream().map(RoomForAll::wide).toList());
        SetLimits limits = new SetLimits(ANY, config.tries(), config.pause(), config.longestPause());
        RunRoom room = new RunRoom(runs.getEntityManager(), wide, limits, InstantSource.system());
        return new BeginRun(runs, cases, wide, known, keys, room);
    }

    private static ConnectorDefinition wide(ConnectorDefinition definition) {
        return new ConnectorDefinition(
                definition.version(),
                definition.connector(),
                definition.title(),
                definition.needs(),
                definition.yields(),
                ANY,
                definition.limits(),
                definition.sources(),
                definition.identify(),
                definition.collections(),
                definition.job(),
                definition.hold());
    }
}
