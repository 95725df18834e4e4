package si.vpogled.collection.kubernetes;

import io.fabric8.kubernetes.client.KubernetesClientException;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import si.vpogled.collection.Connectors;
import si.vpogled.collection.Launcher;
import si.vpogled.collection.kubernetes.FollowJob.Assignment;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.Fault;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.Order;
import si.vpogled.connector.definition.ConnectorDefinition;
import si.vpogled.connector.definition.ConnectorDefinition.JobDefinition;
import si.vpogled.connector.job.TestReport;
import si.vpogled.storage.Grant;

/** Has runs carried out as Jobs of a cluster. How many there are at once is the database's to keep, not the cluster's. */
@Singleton
@Identifier("kubernetes")
class KubernetesLauncher implements Launcher {
    /** Until a test's process begins. */
    private static final Duration START = Duration.ofSeconds(60);

    private final Connectors connectors;
    private final BroughtExtract extracts;
    private final GrantExtract grants;
    private final KubernetesConfig config;
    private final InstantSource clock;
    private final ClusterJobs jobs;

    KubernetesLauncher(
            Connectors connectors,
            BroughtExtract extracts,
            GrantExtract grants,
            ClusterJobs jobs,
            KubernetesConfig config,
            InstantSource clock) {
        this.connectors = connectors;
        this.extracts = extracts;
        this.grants = grants;
        this.jobs = jobs;
        this.config = config;
        this.clock = clock;
        requireImages();
    }

    private void requireImages() {
        boolean missing = connectors.all().stream()
                .anyMatch(definition ->
                        definition.job().flatMap(JobDefinition::image).isEmpty());
        if (missing && config.image().isEmpty()) {
            throw new IllegalStateException("vpogled.kubernetes.image (VPOGLED_KUBERNETES_IMAGE) must name the image of"
                    + " connectors' jobs: it is that of the service");
        }
    }

    @Override
    public boolean goesOnAlone() {
        return true;
    }

    @Override
    public Report launch(Order order, Progress progress) throws InterruptedException {
        Optional<ConnectorDefinition> definition = connectors.named(order.connector());
        if (definition.isEmpty()) {
            return Report.failed(Connectors.undefined(order.connector()));
        }
        // it may have ended while no process of the service was there to see it
        Optional<Report> there = extracts.report(order, definition.get());
        if (there.isPresent()) {
            tidy(() -> jobs.forget(order));
            return there.get();
        }
        try {
            return launch(order, definition.get(), progress);
        } catch (ConnectorException e) {
            return Report.failed(new Fault(e.kind(), e.getMessage()));
        }
    }

    /** @throws ConnectorException where the store lets nobody write */
    private Report launch(Order order, ConnectorDefinition definition, Progress progress)
            throws InterruptedException, ConnectorException {
        Grant grant = grants.of(order, jobs.time(order));
        Optional<Standing> end = follow(new Assignment(order, definition, Optional.of(grant)), progress);
        tidy(() -> leave(order, end));
        // a process may fail, or its Job be deleted, after the extract was written: it is whole where it is there
        return end.map(standing -> extracts.report(order, definition).orElseGet(() -> without(standing)))
                .orElseGet(() -> failed(FaultKind.UNAVAILABLE, "The run was overtaken, or is no longer wanted"));
    }

    private Optional<Standing> follow(Assignment run, Progress progress) throws InterruptedException {
        return new FollowJob(jobs, config, clock, run).toItsEnd(progress);
    }

    private void leave(Order order, Optional<Standing> end) {
        boolean over = switch (end.orElseGet(Standing.Underway::new)) {
            case Standing.Ended _ -> true;
            case Standing.Failed failed -> failed.over();
            case Standing.Underway _ -> false;
        };
        if (over) {
            jobs.forget(order);
        } else {
            jobs.remove(order);
        }
    }

    /** What cannot be tidied now goes by itself: a Job after its time, and its Secret with it. */
    private static void tidy(Runnable tidying) throws InterruptedException {
        try {
            tidying.run();
        } catch (KubernetesClientException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
    }

    private static Report without(Standing standing) {
        return switch (standing) {
            case Standing.Failed failed -> Report.failed(failed.fault());
            case Standing.Ended _, Standing.Underway _ ->
                failed(FaultKind.DEFECT, "The job ended as if all were well, and wrote no extract to the store");
        };
    }

    private static Report failed(FaultKind kind, String message) {
        return Report.failed(new Fault(kind, message));
    }

    @Override
    public void end(UUID run) throws InterruptedException {
        tidy(() -> jobs.removeAll(run));
    }

    @Override
    public TestReport test(ConnectorDefinition definition, Duration time) throws InterruptedException {
        Instant started = clock.instant();
        Order order = TestOrder.of(definition, time);
        Instant until = started.plus(time).plus(START);
        try {
            Optional<Standing> end = follow(
                    new Assignment(order, definition, Optional.empty()),
                    (_, _) -> clock.instant().isBefore(until));
            return TestReport.told(end.isPresent() ? said(order, end.get()) : late(time));
        } catch (ConnectorException e) {
            return TestReport.failed(definition.connector(), started, clock.instant(), e);
        } finally {
            tidy(() -> jobs.remove(order));
        }
    }

    private String said(Order order, Standing standing) throws ConnectorException {
        if (standing instanceof Standing.Failed failed) {
            throw new ConnectorException(failed.fault().kind(), failed.fault().message());
        }
        try {
            return jobs.said(order);
        } catch (KubernetesClientException e) {
            Fault fault = ClusterFault.of(e).orElse(ClusterFault.away(config.patience()));
            throw new ConnectorException(fault.kind(), fault.message());
        }
    }

    private static String late(Duration time) throws ConnectorException {
        throw new ConnectorException(
                FaultKind.UNAVAILABLE,
                "The test's Job did not begin and end within " + Words.of(time.plus(START)) + ": the cluster is busy");
    }
}
