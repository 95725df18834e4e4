package si.vpogled.web.api.staff;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import si.vpogled.collection.Connectors;
import si.vpogled.connector.definition.ConnectorDefinition.CollectionDefinition;
import si.vpogled.erasure.ErasureGroups;
import si.vpogled.erasure.ItemVerdict;
import si.vpogled.erasure.Notices;
import si.vpogled.erasure.Plan;
import si.vpogled.erasure.PlanLine;
import si.vpogled.erasure.Plans;
import si.vpogled.fulfilment.ViewPlan;
import si.vpogled.inventory.ItemId;
import si.vpogled.law.ErasureVerdict;
import si.vpogled.text.Language;

/** Puts the plan of an erasure into the shape of the API. */
@ApplicationScoped
class TellPlan {
    private final Connectors connectors;
    private final TellRuns runs;

    TellPlan(Connectors connectors, TellRuns runs) {
        this.connectors = connectors;
        this.runs = runs;
    }

    ErasurePlanView tell(ViewPlan.View view, Plans.Version version, Language language) {
        Optional<Plan> plan = version.plan();
        return new ErasurePlanView(
                view.request().reference(),
                view.request().state().key(),
                version.hash(),
                version.number(),
                version.madeAt(),
                version.madeBy(),
                version.proposedBy(),
                version.approvedBy(),
                plan.stream()
                        .flatMap(one -> one.lines().stream())
                        .map(line -> line(line, language))
                        .toList(),
                ids(plan.map(Plan::noneHeld)),
                ids(plan.map(Plan::referred)),
                plan.map(Plan::openAccounts).orElse(0),
                plan.map(Plan::recipients).orElse(List.of()),
                plan.flatMap(Plan::backupsUntil),
                view.groups().stream().map(TellPlan::progress).toList(),
                view.notices().stream().map(TellPlan::notice).toList());
    }

    private static List<String> ids(Optional<List<ItemId>> items) {
        return items.orElse(List.of()).stream().map(ItemId::toString).toList();
    }

    private ErasurePlanView.Line line(PlanLine line, Language language) {
        return new ErasurePlanView.Line(
                line.key(),
                line.connector(),
                line.group().collection(),
                title(line, language),
                line.group().service(),
                new CaseFile.TypedValue(
                        line.group().identifier().kind(),
                        line.group().identifier().value()),
                line.group().period().text(),
                line.records(),
                line.items().stream().map(item -> decision(item, language)).toList(),
                line.now().map(planned -> key(planned.way())),
                line.later().map(PlanLine.Later::day),
                line.undated());
    }

    private String title(PlanLine line, Language language) {
        return connectors.named(line.connector()).stream()
                .flatMap(definition -> definition.collections().stream())
                .filter(collection -> collection.id().equals(line.group().collection()))
                .map(CollectionDefinition::title)
                .map(title -> title.in(language))
                .findFirst()
                .orElse(line.group().collection());
    }

    private ErasurePlanView.ItemDecision decision(ItemVerdict item, Language language) {
        ErasureVerdict verdict = item.verdict();
        return new ErasurePlanView.ItemDecision(
                item.item().toString(),
                runs.label(item.item(), language),
                item.records(),
                key(verdict),
                verdict.article().in(language),
                verdict.text().in(language),
                until(verdict),
                item.change().map(ItemVerdict.Change::by),
                item.change().map(ItemVerdict.Change::reason));
    }

    /** As in the plan's document. */
    private static String key(ErasureVerdict verdict) {
        return switch (verdict) {
            case ErasureVerdict.Erase _ -> "erase";
            case ErasureVerdict.Anonymise _ -> "anonymise";
            case ErasureVerdict.Restrict _ -> "restrict";
            case ErasureVerdict.ReferToController _ -> "refer-to-controller";
            case ErasureVerdict.NotifyThirdParty _ -> "notify-third-party";
            case ErasureVerdict.WhileContractRuns _ -> "while-contract-runs";
        };
    }

    private static Optional<LocalDate> until(ErasureVerdict verdict) {
        return verdict instanceof ErasureVerdict.Restrict kept ? kept.lastDay() : Optional.empty();
    }

    private static ErasurePlanView.Notice notice(Notices.Notice notice) {
        return new ErasurePlanView.Notice(
                notice.id().toString(),
                notice.recipient(),
                notice.ordered(),
                notice.text(),
                notice.byMail(),
                notice.told(),
                notice.toldBy(),
                notice.answer().map(Notices.Answer::text),
                notice.answer().map(Notices.Answer::at),
                notice.answer().map(Notices.Answer::by));
    }

    private static ErasurePlanView.Progress progress(ErasureGroups.Group group) {
        return new ErasurePlanView.Progress(
                group.connector(),
                group.collection(),
                group.service(),
                group.period(),
                key(group.way()),
                group.records(),
                group.erased(),
                key(group.state()),
                group.due(),
                group.proved());
    }

    private static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
