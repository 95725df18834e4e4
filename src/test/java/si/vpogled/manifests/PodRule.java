package si.vpogled.manifests;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What holds for every pod of ours, a connector's Job included. */
public enum PodRule {
    NOT_ROOT("never runs as root") {
        @Override
        boolean keptBy(PodSpec pod) {
            return Boolean.TRUE.equals(pod.getSecurityContext().getRunAsNonRoot())
                    && eachSecurity(pod, one -> !Boolean.FALSE.equals(one.getRunAsNonRoot()))
                    && Stream.concat(
                                    Stream.ofNullable(pod.getSecurityContext().getRunAsUser()),
                                    containers(pod)
                                            .map(one -> one.getSecurityContext().getRunAsUser()))
                            .filter(Objects::nonNull)
                            .allMatch(user -> user > 0);
        }
    },
    NO_ESCALATION("cannot gain rights") {
        @Override
        boolean keptBy(PodSpec pod) {
            return eachSecurity(
                    pod,
                    one -> Boolean.FALSE.equals(one.getAllowPrivilegeEscalation())
                            && !Boolean.TRUE.equals(one.getPrivileged()));
        }
    },
    NO_CAPABILITIES("has no capabilities") {
        @Override
        boolean keptBy(PodSpec pod) {
            return eachSecurity(
                    pod,
                    one -> one.getCapabilities() != null
                            && one.getCapabilities().getDrop().equals(List.of("ALL"))
                            && one.getCapabilities().getAdd().isEmpty());
        }
    },
    READ_ONLY_ROOT("cannot write to its image") {
        @Override
        boolean keptBy(PodSpec pod) {
            return eachSecurity(pod, one -> Boolean.TRUE.equals(one.getReadOnlyRootFilesystem()));
        }
    },
    SECCOMP("is held to the runtime's list of system calls") {
        @Override
        boolean keptBy(PodSpec pod) {
            return Optional.ofNullable(pod.getSecurityContext().getSeccompProfile())
                            .filter(profile -> "RuntimeDefault".equals(profile.getType()))
                            .isPresent()
                    && eachSecurity(pod, one -> one.getSeccompProfile() == null);
        }
    },
    NOTHING_OF_THE_NODE("shares nothing with its node") {
        @Override
        boolean keptBy(PodSpec pod) {
            return Stream.of(pod.getHostNetwork(), pod.getHostPID(), pod.getHostIPC())
                            .noneMatch(Boolean.TRUE::equals)
                    && containers(pod)
                            .flatMap(one -> one.getPorts().stream())
                            .allMatch(port -> port.getHostPort() == null);
        }
    },
    PLAIN_VOLUMES("mounts settings, secrets, claims and empty folders alone") {
        @Override
        boolean keptBy(PodSpec pod) {
            return pod.getVolumes().stream().allMatch(PodRule::plain);
        }
    },
    WRITES_TO_ITS_OWN("can write to empty folders and claims alone") {
        @Override
        boolean keptBy(PodSpec pod) {
            Set<String> writable = pod.getVolumes().stream()
                    .filter(volume -> volume.getEmptyDir() != null || volume.getPersistentVolumeClaim() != null)
                    .map(Volume::getName)
                    .collect(Collectors.toSet());
            // a StatefulSet's claims are volumes of its pods that stand elsewhere
            Set<String> others = pod.getVolumes().stream().map(Volume::getName).collect(Collectors.toSet());
            return containers(pod)
                    .flatMap(one -> one.getVolumeMounts().stream())
                    .filter(mount -> others.contains(mount.getName()))
                    .allMatch(mount -> writable.contains(mount.getName()) || Boolean.TRUE.equals(mount.getReadOnly()));
        }
    },
    MEASURED("asks for what it needs and has a limit of memory") {
        @Override
        boolean keptBy(PodSpec pod) {
            return containers(pod).allMatch(PodRule::measured);
        }
    },
    NO_SERVICE_LINKS("learns nothing of other services by its environment") {
        @Override
        boolean keptBy(PodSpec pod) {
            return Boolean.FALSE.equals(pod.getEnableServiceLinks());
        }
    };

    private final String says;

    PodRule(String says) {
        this.says = says;
    }

    abstract boolean keptBy(PodSpec pod);

    /** What a pod breaks, in words. */
    public static List<String> broken(PodSpec pod) {
        return Stream.of(values())
                .filter(rule -> !rule.keptBy(pod))
                .map(PodRule::toString)
                .toList();
    }

    @Override
    public String toString() {
        return says;
    }

    static Stream<Container> containers(PodSpec pod) {
        return Stream.of(pod.getInitContainers(), pod.getContainers()).flatMap(List::stream);
    }

    private static boolean eachSecurity(PodSpec pod, Predicate<SecurityContext> rule) {
        return containers(pod).map(Container::getSecurityContext).allMatch(one -> one != null && rule.test(one));
    }

    private static boolean plain(Volume volume) {
        return Stream.of(
                        volume.getEmptyDir(),
                        volume.getConfigMap(),
                        volume.getSecret(),
                        volume.getPersistentVolumeClaim())
                .anyMatch(Objects::nonNull);
    }

    private static boolean measured(Container container) {
        return container.getResources() != null
                && container.getResources().getRequests().keySet().containsAll(Set.of("cpu", "memory"))
                && container.getResources().getLimits().containsKey("memory")
                && bytes(container.getResources().getRequests().get("memory"))
                        <= bytes(container.getResources().getLimits().get("memory"));
    }

    private static long bytes(Quantity quantity) {
        return Quantity.getAmountInBytes(quantity).longValueExact();
    }
}
