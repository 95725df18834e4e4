package si.vpogled.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import si.vpogled.request.Actor;
import si.vpogled.request.History;
import si.vpogled.request.Role;

/** Nobody approves a case of their own. */
class OwnCaseTest {
    private static final Plan PLAN = new WritePlan(Planned.INVENTORY, Planned.CONNECTORS, Planned.TODAY)
            .write(Planned.request("domains"), Map.of(), true, Optional.empty());
    private static final String SYSTEM = Actor.system().name();

    @Test
    void whoProposedThePlanDoesNotApproveIt() {
        assertThat(isOf("klara", List.of(), List.of())).isTrue();
        assertThat(isOf("andrej", List.of(), List.of())).isFalse();
    }

    @Test
    void whoChangedAVerdictAndChangedItBackHadAHandInThePlan() {
        assertThat(isOf("andrej", List.of(by(SYSTEM), by("andrej"), by("klara")), List.of()))
                .isTrue();
    }

    @Test
    void whatWasPlannedAnewSinceIsNotTheirsForThat() {
        assertThat(isOf("andrej", List.of(by(SYSTEM), by("andrej"), by(SYSTEM), by("klara")), List.of()))
                .isFalse();
    }

    @Test
    void whoGaveTheCaseBackHadIt() {
        List<History.Entry> history = List.of(assigned("andrej"), assigned("klara"), assigned(""));

        assertThat(isOf("andrej", List.of(), history)).isTrue();
        assertThat(isOf("ana", List.of(), history)).isFalse();
    }

    private static boolean isOf(String name, List<Plans.Version> versions, List<History.Entry> history) {
        return new OwnCase("klara", Optional.empty(), PLAN, versions, history)
                .isOf(Actor.staff(name, Set.of(Role.APPROVER)));
    }

    private static Plans.Version by(String name) {
        return new Plans.Version(
                1, "0".repeat(64), Optional.empty(), Instant.EPOCH, name, Optional.empty(), Optional.empty());
    }

    private static History.Entry assigned(String to) {
        return new History.Entry(Instant.EPOCH, "staff", "klara", "assigned", Map.of("assignee", to));
    }
}
