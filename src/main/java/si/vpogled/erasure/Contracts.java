package si.vpogled.erasure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import si.vpogled.connector.ErasureOutcome.Finding;
import si.vpogled.connector.RecordGroup;
import si.vpogled.law.Circumstances.Contract;
import si.vpogled.subject.IdentifierKind;

/**
 * How the contracts stand that records are needed for. A group whose records tell goes by them; another goes by those of
 * the same account, and where there are none, by what the customer ordered of the same service. What was found by an
 * address lies in another's account, whose contract nobody looked at.
 */
final class Contracts {
    private final List<Finding> telling;
    private final LocalDate today;

    /**
     * @param all that was found, by whatever connector
     * @param tells whether a group's records say until when a contract runs
     */
    Contracts(List<Finding> all, Predicate<RecordGroup> tells, LocalDate today) {
        this.telling =
                all.stream().filter(finding -> tells.test(finding.group())).toList();
        this.today = today;
    }

    Contract of(RecordGroup group) {
        List<Finding> sameService = telling.stream()
                .filter(other -> other.group().service().equals(group.service()))
                .toList();
        List<Predicate<Finding>> nearest = new ArrayList<>();
        nearest.add(other -> other.group().equals(group));
        nearest.add(other -> other.group().identifier().equals(group.identifier()));
        nearest.add(other -> group.identifier().type() != IdentifierKind.EMAIL
                && other.group().identifier().type() == IdentifierKind.CUSTOMER_NUMBER);
        return nearest.stream()
                .map(near -> sameService.stream().filter(near).toList())
                .filter(some -> !some.isEmpty())
                .findFirst()
                .map(this::together)
                .orElse(Contract.UNKNOWN);
    }

    private Contract together(List<Finding> some) {
        List<Optional<LocalDate>> ends =
                some.stream().map(Finding::contractUntil).toList();
        if (ends.stream().flatMap(Optional::stream).anyMatch(end -> !end.isBefore(today))) {
            return Contract.RUNS;
        }
        return ends.stream().allMatch(Optional::isPresent) ? Contract.ENDED : Contract.UNKNOWN;
    }
}
