package si.vpogled.erasure;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import si.vpogled.request.Action;
import si.vpogled.request.Actor;
import si.vpogled.request.History;

/**
 * Whose case it is, so that somebody else approves its plan: whoever it was ever given to, and whoever has had a hand in
 * the plan since it was last looked what there is, though their verdict was changed back.
 *
 * @param versions of the plan, oldest first
 */
record OwnCase(
        String proposedBy,
        Optional<String> assignee,
        Plan plan,
        List<Plans.Version> versions,
        List<History.Entry> history) {
    boolean isOf(Actor actor) {
        return Stream.of(Stream.of(proposedBy), assignee.stream(), plan.changedBy().stream(), makers(), assignees())
                .flatMap(names -> names)
                .anyMatch(actor.name()::equals);
    }

    private Stream<String> makers() {
        return versions.reversed().stream()
                .map(Plans.Version::madeBy)
                .takeWhile(by -> !by.equals(Actor.system().name()));
    }

    private Stream<String> assignees() {
        return history.stream()
                .filter(entry -> entry.action().equals(Action.ASSIGNED.key()))
                .flatMap(entry -> Stream.ofNullable(entry.detail().get("assignee")));
    }
}
