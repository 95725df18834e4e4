package si.vpogled.law;

import java.time.LocalDate;
import java.util.Optional;
import si.vpogled.law.Circumstances.Asker;
import si.vpogled.law.Circumstances.Contract;
import si.vpogled.law.ErasureVerdict.Anonymise;
import si.vpogled.law.ErasureVerdict.Erase;
import si.vpogled.law.ErasureVerdict.Keeping;
import si.vpogled.law.ErasureVerdict.NotifyThirdParty;
import si.vpogled.law.ErasureVerdict.ReferToController;
import si.vpogled.law.ErasureVerdict.Restrict;
import si.vpogled.law.ErasureVerdict.WhileContractRuns;

/**
 * What the inventory says of an item's erasure, and the verdict that follows from it (GDPR Art. 17). It follows from
 * nothing else: the same facts give the same verdict, whoever looks.
 *
 * @param retention from which a record's last day follows
 * @param rotationDays after how many days the last copy is overwritten, where {@code retention} is rotation
 * @param processor whether the provider only processes it for the customer (GDPR Art. 4(8))
 */
public record ErasureRule(
        Treatment treatment, RetentionRule retention, Optional<Integer> rotationDays, boolean processor) {
    /**
     * @param today the calendar day in {@link TimeLimit#ZONE}
     */
    public ErasureVerdict verdict(Circumstances circumstances, LocalDate today) {
        if (processor && circumstances.asker() == Asker.SOMEBODY_ELSE) {
            return new ReferToController();
        }
        return switch (treatment) {
            case ERASE -> away(circumstances, new Erase());
            case ANONYMISE -> away(circumstances, new Anonymise());
            case KEEP_BY_LAW -> byLaw(circumstances, today);
            case WITH_CONTRACT -> withContract(circumstances);
            case ROTATION ->
                new Restrict(Keeping.UNTIL_ROTATION, retention, rotationDays.map(days -> today.plusDays(days)));
        };
    }

    private ErasureVerdict byLaw(Circumstances circumstances, LocalDate today) {
        Optional<LocalDate> last = circumstances.day().flatMap(retention::lastDay);
        if (last.isPresent() && last.get().isBefore(today)) {
            return away(circumstances, new Erase());
        }
        return new Restrict(Keeping.BY_LAW, retention, last);
    }

    private ErasureVerdict withContract(Circumstances circumstances) {
        ErasureVerdict afterwards = away(circumstances, new Erase());
        return circumstances.contract() == Contract.ENDED
                ? afterwards
                : new WhileContractRuns(afterwards, circumstances.contract() == Contract.UNKNOWN);
    }

    private ErasureVerdict away(Circumstances circumstances, ErasureVerdict where) {
        return switch (circumstances.reach()) {
            case ERASABLE -> where;
            case HELD_ELSEWHERE -> new NotifyThirdParty();
            case INSEPARABLE ->
                new Restrict(Keeping.INSEPARABLE, retention, circumstances.day().flatMap(retention::lastDay));
        };
    }
}
