package si.vpogled.collection.kubernetes;

import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.job.ExitCode;

/** What it means that a job's process ended as it did. */
final class EndedContainer {
    private static final Set<String> NEVER_BEGAN = Set.of("StartError", "ContainerCannotRun");
    /** As shells number it: not there, or no program. */
    private static final Set<Integer> NO_PROGRAM = Set.of(126, 127);
    /** Ended by a signal. */
    private static final int SIGNAL = 128;

    private EndedContainer() {}

    static Standing why(ContainerStateTerminated ended) {
        int code = ended.getExitCode() == null ? 0 : ended.getExitCode();
        Optional<FaultKind> said = ExitCode.fault(code);
        if (said.isPresent()) {
            return Standing.over(
                    said.get(),
                    Words.lastLine(ended.getMessage())
                            .orElse("The job ended with exit code " + code + " and did not say why"));
        }
        if ("OOMKilled".equals(ended.getReason())) {
            return Standing.over(
                    FaultKind.MISCONFIGURED,
                    "The job needed more memory than it may have: raise job.limits.memory of the connector's"
                            + " definition");
        }
        if (NO_PROGRAM.contains(code) || NEVER_BEGAN.contains(String.valueOf(ended.getReason()))) {
            return Standing.over(
                    FaultKind.MISCONFIGURED,
                    "The job's program could not be started: is it in the image, and is job.command of the"
                            + " definition right?");
        }
        if (code > SIGNAL || ended.getSignal() != null) {
            return Standing.over(FaultKind.UNAVAILABLE, "The job's process was killed before it came to its end");
        }
        return Standing.over(
                FaultKind.DEFECT,
                "The job ended with exit code " + code + ", which is none of " + codes() + ": the connector is wrong");
    }

    private static List<Integer> codes() {
        return List.of(ExitCode.values()).stream().map(ExitCode::number).toList();
    }
}
