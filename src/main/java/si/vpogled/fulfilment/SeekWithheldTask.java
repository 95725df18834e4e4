package si.vpogled.fulfilment;

import com.nimbusds.jose.jwk.OctetKeyPair;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import si.vpogled.bundle.content.FoundExtract;
import si.vpogled.collection.CollectionEnded;
import si.vpogled.collection.Run;
import si.vpogled.collection.Runs;
import si.vpogled.collection.WithheldParts;
import si.vpogled.connector.extract.Part;
import si.vpogled.request.Action;
import si.vpogled.request.CaseException;
import si.vpogled.request.MoveCase;
import si.vpogled.request.State;
import si.vpogled.schedule.Schedule;
import si.vpogled.schedule.TaskHandler;
import si.vpogled.storage.keys.RequestKeys;

/**
 * After a connector was asked again, looks in what it brought for the parts that staff withheld before. What is not
 * found beyond doubt is theirs to decide anew, and until then the answer is not released.
 */
@ApplicationScoped
class SeekWithheldTask implements TaskHandler {
    static final String TASK = "seek-withheld";

    private final Runs runs;
    private final WithheldParts parts;
    private final RequestKeys keys;
    private final OpenFound extracts;
    private final MoveCase cases;
    private final Schedule schedule;

    SeekWithheldTask(
            Runs runs, WithheldParts parts, RequestKeys keys, OpenFound extracts, MoveCase cases, Schedule schedule) {
        this.runs = runs;
        this.parts = parts;
        this.keys = keys;
        this.extracts = extracts;
        this.cases = cases;
        this.schedule = schedule;
    }

    private record Sought(Run run, OctetKeyPair pair, List<WithheldParts.WithheldPart> parts) {}

    /** In the transaction of the last run's end. */
    void on(@Observes CollectionEnded ended, InstantSource clock) {
        if (outdated(ended.request()).values().stream().anyMatch(list -> !list.isEmpty())) {
            Instant now = clock.instant();
            schedule.at(now, TASK, ended.request() + "/" + now.toEpochMilli());
        }
    }

    @Override
    public String task() {
        return TASK;
    }

    @Override
    public Optional<Instant> run(String instance) throws IOException {
        UUID request = UUID.fromString(instance.split("/")[0]);
        List<Exception> failures = new ArrayList<>();
        for (Sought sought : QuarkusTransaction.requiringNew().call(() -> sought(request))) {
            try {
                Map<Part, Part> now = seek(sought);
                QuarkusTransaction.requiringNew().run(() -> note(request, sought, now));
            } catch (IOException | CaseException e) {
                failures.add(e); // what the other connectors brought is sought all the same
            }
        }
        if (!failures.isEmpty()) {
            IOException failed = new IOException(
                    "What was withheld cannot be sought in " + failures.size() + " extracts that cannot be read");
            failures.forEach(failed::addSuppressed);
            throw failed;
        }
        return Optional.empty();
    }

    /** Nothing where the case was closed meanwhile: its key may be shredded, and nothing is released any more. */
    private List<Sought> sought(UUID request) {
        if (cases.lock(request).state() instanceof State.Closed) {
            return List.of();
        }
        return outdated(request).entrySet().stream()
                .filter(run -> !run.getValue().isEmpty())
                .map(run -> new Sought(run.getKey(), keys.keyPair(request), run.getValue()))
                .toList();
    }

    private Map<Run, List<WithheldParts.WithheldPart>> outdated(UUID request) {
        List<WithheldParts.WithheldPart> all = parts.of(request);
        return runs.of(request).stream()
                .collect(Collectors.toMap(
                        run -> run,
                        run -> all.stream()
                                .filter(part -> part.outdated(List.of(run)))
                                .toList(),
                        (one, _) -> one,
                        LinkedHashMap::new));
    }

    private Map<Part, Part> seek(Sought sought) throws IOException {
        Map<Part, Part> now = new HashMap<>();
        Map<String, List<Part>> byEntry = sought.parts().stream()
                .map(WithheldParts.WithheldPart::part)
                .collect(Collectors.groupingBy(Part::entry));
        try (FoundExtract extract = extracts.of(sought.run(), sought.pair())) {
            for (Map.Entry<String, List<Part>> entry : byEntry.entrySet()) {
                now.putAll(extract.again(entry.getKey(), entry.getValue()));
            }
        }
        return now;
    }

    /** Unless the connector has brought something newer still. */
    private void note(UUID request, Sought sought, Map<Part, Part> now) {
        cases.lock(request);
        int attempt = sought.run().extract().orElseThrow().attempt();
        boolean current = runs.of(request).stream()
                .filter(run -> run.id().equals(sought.run().id()))
                .flatMap(run -> run.extract().stream())
                .anyMatch(extract -> extract.attempt() == attempt);
        if (current) {
            sought.parts()
                    .forEach(part -> Optional.ofNullable(now.get(part.part()))
                            .ifPresentOrElse(
                                    place -> parts.found(part.id(), attempt, place),
                                    () -> lost(request, part, attempt)));
        }
    }

    private void lost(UUID request, WithheldParts.WithheldPart part, int attempt) {
        parts.lost(part.id(), attempt);
        Map<String, String> detail = new HashMap<>(WithholdPart.detail(part.part()));
        detail.put("connector", part.source().connector());
        cases.note(request, Action.WITHHOLDING_LOST, detail);
    }
}
