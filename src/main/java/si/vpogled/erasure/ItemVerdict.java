package si.vpogled.erasure;

import java.util.Optional;
import si.vpogled.inventory.ItemId;
import si.vpogled.law.ErasureVerdict;
import si.vpogled.law.ErasureVerdict.Keeping;
import si.vpogled.law.ErasureVerdict.Restrict;

/**
 * What becomes of one item of a group's records.
 *
 * @param records that have a value for it
 * @param ruled by the rules, from the facts alone
 * @param change what people made of that
 */
public record ItemVerdict(ItemId item, long records, ErasureVerdict ruled, Optional<Change> change) {
    /**
     * @param by who changed it
     * @param reason why, for whoever approves and for the subject
     */
    public record Change(ErasureVerdict wanted, String by, String reason) {}

    /** The verdict that counts. */
    public ErasureVerdict verdict() {
        return change.map(Change::wanted).orElse(ruled);
    }

    /** Whether nothing of it stays. */
    boolean goes() {
        return switch (verdict()) {
            case ErasureVerdict.Erase _, ErasureVerdict.Anonymise _ -> true;
            case Restrict _,
                    ErasureVerdict.ReferToController _,
                    ErasureVerdict.NotifyThirdParty _,
                    ErasureVerdict.WhileContractRuns _ -> false;
        };
    }

    /** Without the day by which a backup made today will be overwritten. */
    ItemVerdict timeless() {
        return ruled instanceof Restrict kept && kept.keeping() == Keeping.UNTIL_ROTATION
                ? new ItemVerdict(item, records, new Restrict(kept.keeping(), kept.rule(), Optional.empty()), change)
                : this;
    }

    ItemVerdict changed(Change to) {
        return new ItemVerdict(
                item,
                records,
                ruled,
                Optional.of(to).filter(one -> !one.wanted().equals(ruled)));
    }
}
