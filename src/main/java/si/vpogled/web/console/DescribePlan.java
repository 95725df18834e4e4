package si.vpogled.web.console;

import java.util.ArrayList;
import java.util.List;
import si.vpogled.collection.Connectors;
import si.vpogled.connector.Period;
import si.vpogled.connector.PlannedGroup;
import si.vpogled.connector.definition.ConnectorDefinition.CollectionDefinition;
import si.vpogled.erasure.ItemVerdict;
import si.vpogled.erasure.Plan;
import si.vpogled.erasure.PlanLine;
import si.vpogled.erasure.Plans;
import si.vpogled.fulfilment.ViewPlan;
import si.vpogled.inventory.Inventory;
import si.vpogled.inventory.ItemId;
import si.vpogled.request.Actor;
import si.vpogled.request.RequestCase;
import si.vpogled.request.Role;
import si.vpogled.request.State;
import si.vpogled.web.page.Page;

/** Puts the plan of an erasure into words for staff. */
record DescribePlan(Page page, PlanMessages messages, Connectors connectors, Inventory inventory) {
    DescribePlan(Page page, Connectors connectors, Inventory inventory) {
        this(page, page.messages(PlanMessages.class), connectors, inventory);
    }

    PlanView describe(ViewPlan.View view, Actor actor) {
        List<Plan> one = view.version().flatMap(Plans.Version::plan).stream().toList();
        return new PlanView(
                view.request(),
                view.version(),
                one.stream().flatMap(p -> p.lines().stream()).map(this::line).toList(),
                one.stream()
                        .flatMap(p -> p.noneHeld().stream())
                        .map(this::label)
                        .toList(),
                one.stream()
                        .flatMap(p -> p.referred().stream())
                        .map(this::label)
                        .toList(),
                view.certified(),
                view.notices(),
                may(view.request(), one, actor));
    }

    private static PlanView.May may(RequestCase request, List<Plan> plan, Actor actor) {
        boolean works = Role.work(actor.roles());
        boolean approver = actor.roles().contains(Role.APPROVER);
        boolean planned = request.state() instanceof State.Planned;
        boolean waiting = request.state() instanceof State.AwaitingApproval;
        boolean own = request.state() instanceof State.AwaitingApproval state && own(request, state, plan, actor);
        return new PlanView.May(
                works && (planned || waiting),
                works && planned,
                approver && waiting && !own,
                approver && waiting,
                approver && own,
                works);
    }

    private static boolean own(RequestCase request, State.AwaitingApproval state, List<Plan> plan, Actor actor) {
        return state.proposedBy().equals(actor.name())
                || request.assignee().filter(actor.name()::equals).isPresent()
                || plan.stream().anyMatch(one -> one.changedBy().contains(actor.name()));
    }

    private PlanView.Line line(PlanLine line) {
        return new PlanView.Line(
                line.key(),
                title(line),
                page.text(inventory.service(line.group().service()).name()),
                line.group().identifier().value(),
                period(line),
                line.records(),
                line.items().stream().map(this::item).toList(),
                happens(line));
    }

    private PlanView.Item item(ItemVerdict item) {
        return new PlanView.Item(
                item.item().toString(),
                inventory
                        .item(item.item())
                        .map(known -> page.text(known.label()))
                        .orElse(item.item().toString()),
                item.verdict().article(),
                item.verdict().text(),
                item.change().map(ItemVerdict.Change::by),
                item.change().map(ItemVerdict.Change::reason));
    }

    private String title(PlanLine line) {
        return connectors.named(line.connector()).stream()
                .flatMap(definition -> definition.collections().stream())
                .filter(collection -> collection.id().equals(line.group().collection()))
                .map(CollectionDefinition::title)
                .map(page::text)
                .findFirst()
                .orElse(line.group().collection());
    }

    private String period(PlanLine line) {
        return switch (line.group().period()) {
            case Period.Year year -> messages.ofYear(year.text());
            case Period.Undated _ -> messages.undated();
            case Period.All _ -> "";
        };
    }

    private List<String> happens(PlanLine line) {
        List<String> told = new ArrayList<>();
        line.now()
                .map(PlannedGroup::way)
                .ifPresent(way -> told.add(
                        switch (way) {
                            case ERASE -> messages.nowErase();
                            case ANONYMISE -> messages.nowAnonymise();
                        }));
        line.later().ifPresent(later -> told.add(messages.laterOn(page.day(later.day()))));
        if (told.isEmpty()) {
            told.add(messages.staysForNow());
        }
        if (line.undated()) {
            told.add(messages.lookUpDate());
        }
        return told;
    }

    private String label(ItemId id) {
        String service = page.text(inventory.service(id.service()).name());
        return inventory.item(id).map(item -> page.text(item.label())).orElse(id.name()) + " (" + service + ")";
    }
}
