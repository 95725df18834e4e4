package si.vpogled.bundle.completeness;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import si.vpogled.bundle.plan.BundlePlan;
import si.vpogled.connector.Outcome;
import si.vpogled.inventory.Item;
import si.vpogled.inventory.ItemId;
import si.vpogled.inventory.OutsidePortability;
import si.vpogled.text.Text;

/** One item's verdict: what was decided first, then what was found, then what is known not to be there. */
final class DecideVerdict {
    private final BundlePlan plan;
    private final Carriers carriers;
    private final Map<ItemId, BundlePlan.Withholding> withholdings;
    private final Map<String, BundlePlan.Gap> gaps;
    private final Map<String, BundlePlan.Gap> hidden = new HashMap<>();
    private final Map<ItemId, Outcome.ItemOutcome> outcomes = new HashMap<>();
    private final Set<ItemId> leftOut;
    private final Optional<OpenAccounts> open;
    private final boolean stranger;

    DecideVerdict(BundlePlan plan, List<Outcome> outcomes, Carriers carriers) {
        this.plan = plan;
        this.carriers = carriers;
        withholdings = plan.withholdings().stream()
                .collect(Collectors.toMap(BundlePlan.Withholding::item, value -> value, (a, b) -> a));
        gaps = plan.gaps().stream().collect(Collectors.toMap(BundlePlan.Gap::connector, value -> value, (a, b) -> a));
        plan.gaps().forEach(gap -> gap.hides().forEach(connector -> hidden.putIfAbsent(connector, gap)));
        outcomes.forEach(outcome -> outcome.items().forEach(item -> this.outcomes.put(item.item(), item)));
        leftOut = outcomes.stream()
                .flatMap(outcome -> outcome.remarks().stream())
                .filter(Outcome.Remark::leftOut)
                .flatMap(remark -> remark.items().stream())
                .collect(Collectors.toUnmodifiableSet());
        open = OpenAccounts.of(outcomes);
        // while anything is silent, nobody is told that they have no account
        stranger = plan.gaps().isEmpty()
                && this.outcomes.values().stream().allMatch(item -> item.outcome() == Outcome.Found.NONE_HELD);
    }

    /** Empty where nothing was decided and nothing found out. */
    Optional<Verdict> verdict(Item item) {
        Optional<OutsidePortability> outside = Scope.outsideRight(plan, item);
        if (outside.isPresent()) {
            return outside.map(why ->
                    new Verdict.OutsideRight(Optional.of(Reasons.article(why, item)), Reasons.outside(why, item)));
        }
        if (withholdings.containsKey(item.id()) && found(item)) {
            BundlePlan.Withholding withholding = withholdings.get(item.id());
            return Optional.of(new Verdict.Withheld(
                    withholding.ground(), Optional.of(withholding.article()), withholding.reason()));
        }
        Optional<Outcome.ItemOutcome> told = Optional.ofNullable(outcomes.get(item.id()));
        if (told.isPresent()) {
            return switch (told.get().outcome()) {
                case FOUND -> delivered(item);
                case NONE_HELD -> notHeld(item, !told.get().nothingToLookBy());
                case FAILED -> unreachable(item);
            };
        }
        return plan.notNeeded().contains(item.connector()) ? notHeld(item, false) : unreachable(item);
    }

    /** Whether there is such data as far as anybody looked, whatever becomes of it. */
    boolean found(Item item) {
        Outcome.ItemOutcome told = outcomes.get(item.id());
        return told != null
                && switch (told.outcome()) {
                    case FOUND -> true;
                    case NONE_HELD -> false;
                    case FAILED -> carriers.brought(item.id());
                };
    }

    Optional<OpenAccounts> open() {
        return open;
    }

    private Optional<Verdict> delivered(Item item) {
        List<String> files = carriers.files(item.id());
        List<Verdict.Folder> folders = carriers.folders(item.id());
        List<PartLeftOut> parts = carriers.parts(item.id());
        if (files.isEmpty() && folders.isEmpty()) {
            return parts.stream().findFirst().map(DecideVerdict::withheld).or(() -> inseparable(item));
        }
        Optional<BundlePlan.Gap> silent = silent(item);
        if (silent.isPresent() && plan.partial().isEmpty()) {
            return Optional.empty();
        }
        Item.Access how = item.secret() ? Item.Access.HELD_ONLY : item.access();
        long records = Math.max(0, outcomes.get(item.id()).records() - carriers.withheld(item.id()));
        return Optional.of(new Verdict.Delivered(
                how,
                files,
                folders,
                records,
                carriers.keptUntil(item.id()),
                parts,
                silent,
                open.map(OpenAccounts::settledFrom),
                told(how, !parts.isEmpty(), silent.isPresent())));
    }

    private Text told(Item.Access how, boolean inPart, boolean silent) {
        Text told = inPart ? Reasons.inPart(Reasons.delivered(how)) : Reasons.delivered(how);
        Text more = silent ? Reasons.thereMayBeMore(told) : told;
        return open.map(accounts -> Reasons.accountLeftOut(more, accounts.settledFrom()))
                .orElse(more);
    }

    /** Nothing else of it was found. */
    private static Verdict withheld(PartLeftOut part) {
        return new Verdict.Withheld(part.ground(), Optional.of(part.article()), part.reason());
    }

    /** Found, but only in files that are left out for what else stands in them. */
    private Optional<Verdict> inseparable(Item item) {
        List<ItemId> because = carriers.leftOut().stream()
                .filter(leftOut -> leftOut.handedOut().contains(item.id()))
                .flatMap(leftOut -> leftOut.because().stream())
                .toList();
        if (because.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(because.stream()
                .filter(withholdings::containsKey)
                .map(withholdings::get)
                .findFirst()
                .<Verdict>map(withholding -> new Verdict.Withheld(
                        withholding.ground(), Optional.of(withholding.article()), Reasons.INSEPARABLE))
                .orElseGet(() -> new Verdict.OutsideRight(Optional.of(Reasons.ARTICLE_20), Reasons.INSEPARABLE)));
    }

    /** The silent system that may know of accounts at which nobody looked for the item. */
    private Optional<BundlePlan.Gap> silent(Item item) {
        return Optional.ofNullable(hidden.get(item.connector()));
    }

    private Optional<Verdict> notHeld(Item item, boolean searched) {
        Optional<BundlePlan.Gap> silent = silent(item);
        if (silent.isPresent()) {
            return plan.partial().flatMap(_ -> silent).map(gap -> unreachable(gap, item, Reasons.ACCOUNTS_UNKNOWN));
        }
        return Optional.of(nothing(item, searched));
    }

    private Verdict nothing(Item item, boolean searched) {
        if (open.isPresent()) {
            return new Verdict.Withheld(
                    OpenAccounts.GROUND,
                    Optional.of(Reasons.ARTICLE_12_6),
                    Reasons.identityOpen(open.get().settledFrom()));
        }
        boolean customers = item.content() && item.role() == Item.Role.PROCESSOR;
        if (customers && (stranger || !searched)) {
            return new Verdict.ReferToController(Optional.of(Reasons.ARTICLE_28), Reasons.STORED_BY_CUSTOMERS);
        }
        if (searched && leftOut.contains(item.id())) {
            return new Verdict.NoneHeld(true, true, customers ? Reasons.NOTHING_ELSE_OF_YOURS : Reasons.NOTHING_ELSE);
        }
        if (customers) {
            return new Verdict.NoneHeld(true, false, Reasons.NOTHING_OF_YOURS);
        }
        return new Verdict.NoneHeld(searched, false, searched ? Reasons.NOTHING_FOUND : Reasons.NOTHING_TO_LOOK_BY);
    }

    private Optional<Verdict> unreachable(Item item) {
        Optional<BundlePlan.Gap> own = Optional.ofNullable(gaps.get(item.connector()))
                .filter(_ -> plan.partial().isPresent());
        if (own.isPresent() && !own.get().asked() && silent(item).isPresent()) {
            return silent(item).map(gap -> unreachable(gap, item, Reasons.NOT_ASKED));
        }
        return own.map(
                gap -> unreachable(gap, item, Reasons.unreachable(gap.fault().kind())));
    }

    private Verdict unreachable(BundlePlan.Gap gap, Item item, Text reason) {
        return new Verdict.Unreachable(gap, carriers.files(item.id()), carriers.folders(item.id()), reason);
    }
}
