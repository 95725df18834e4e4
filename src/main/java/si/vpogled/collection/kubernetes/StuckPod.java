package si.vpogled.collection.kubernetes;

import io.fabric8.kubernetes.api.model.ContainerStateWaiting;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import si.vpogled.connector.FaultKind;

/** Tells of a pod that waits whether it waits in vain. */
final class StuckPod {
    private static final Set<String> NO_IMAGE_EVER = Set.of("InvalidImageName", "ErrImageNeverPull");
    private static final Set<String> NO_IMAGE = Set.of("ErrImagePull", "ImagePullBackOff", "RegistryUnavailable");
    private static final Set<String> NO_CONTAINER =
            Set.of("CreateContainerConfigError", "CreateContainerError", "RunContainerError");
    /** What registries say where it is not they who are away. */
    private static final Pattern REFUSED = Pattern.compile(
            "not found|manifest unknown|does not exist|denied|unauthorized|forbidden", Pattern.CASE_INSENSITIVE);

    private final Duration pending;
    private final Duration pull;

    StuckPod(KubernetesConfig config) {
        this.pending = config.pending();
        this.pull = config.pull();
    }

    /** Empty where it runs, or may still begin to. */
    Optional<Standing> why(Pod pod, Instant now) {
        if (!JobState.phase(pod).equals("Pending")) {
            return Optional.empty();
        }
        boolean longEnough = !since(pod).plus(pull).isAfter(now);
        Optional<Standing> container = waiting(pod).flatMap(waiting -> why(pod, waiting, longEnough));
        return container.isPresent() || JobState.made(pod).plus(pending).isAfter(now)
                ? container
                : Optional.of(inVain(pod));
    }

    private Optional<Standing> why(Pod pod, ContainerStateWaiting waiting, boolean longEnough) {
        String reason = String.valueOf(waiting.getReason());
        String said = String.valueOf(waiting.getMessage());
        String image = pod.getSpec().getContainers().getFirst().getImage();
        if (NO_IMAGE_EVER.contains(reason)
                || NO_IMAGE.contains(reason)
                        && longEnough
                        && REFUSED.matcher(said).find()) {
            return Optional.of(Standing.stuck(
                    FaultKind.MISCONFIGURED,
                    "The image " + image
                            + " cannot be pulled: is there one of that name, and may the cluster have it?"));
        }
        if (NO_IMAGE.contains(reason) && longEnough) {
            return Optional.of(Standing.stuck(
                    FaultKind.UNAVAILABLE,
                    "The image " + image + " could not be pulled within " + Words.of(pull)
                            + ": its registry does not answer"));
        }
        return NO_CONTAINER.contains(reason) && longEnough
                ? Optional.of(Standing.stuck(
                        FaultKind.MISCONFIGURED,
                        "The job's container cannot be made (" + reason + "): are the image's user, its command and"
                                + " all Secrets and ConfigMaps that it names right?"))
                : Optional.empty();
    }

    private Standing inVain(Pod pod) {
        return JobState.condition(pod, "PodScheduled", "True").isPresent()
                ? Standing.stuck(
                        FaultKind.MISCONFIGURED,
                        "The job has a place in the cluster and did not start within " + Words.of(pending)
                                + ": is what it mounts there" + secrets(pod) + "?")
                : Standing.stuck(
                        FaultKind.UNAVAILABLE,
                        "The cluster had no room for the job within " + Words.of(pending)
                                + ": it needs more nodes, or the job's requests are too high");
    }

    private static String secrets(Pod pod) {
        return pod.getSpec().getVolumes().stream()
                .flatMap(volume -> Stream.ofNullable(volume.getSecret()))
                .filter(secret -> secret.getItems().isEmpty())
                .map(secret -> ", such as the Secret " + secret.getSecretName())
                .findFirst()
                .orElse("");
    }

    private static Optional<ContainerStateWaiting> waiting(Pod pod) {
        return Stream.ofNullable(pod.getStatus())
                .flatMap(status -> status.getContainerStatuses().stream())
                .flatMap(status -> Stream.ofNullable(status.getState()))
                .flatMap(state -> Stream.ofNullable(state.getWaiting()))
                .findFirst();
    }

    /** When it was given a place; until then no image is pulled. */
    private static Instant since(Pod pod) {
        return JobState.condition(pod, "PodScheduled", "True")
                .map(PodCondition::getLastTransitionTime)
                .map(Instant::parse)
                .orElseGet(() -> JobState.made(pod));
    }
}
