package si.vpogled.web.console;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import si.vpogled.collection.RunState;
import si.vpogled.collection.Withholdings;
import si.vpogled.connector.Outcome;
import si.vpogled.fulfilment.StaffCase;
import si.vpogled.inventory.Inventory;
import si.vpogled.inventory.Item;
import si.vpogled.inventory.ItemId;
import si.vpogled.request.Right;
import si.vpogled.web.page.CountMessages;
import si.vpogled.web.page.Page;

/** What was found, by service, row and item, as far as it is known. */
final class Findings {
    private final Page page;
    private final Inventory inventory;
    private final Right right;
    private final Map<ItemId, Outcome.ItemOutcome> outcomes = new HashMap<>();
    private final Map<String, RunState> runs = new HashMap<>();
    private final Map<ItemId, Withholdings.Withholding> withheld = new HashMap<>();

    Findings(Page page, Inventory inventory, StaffCase.View view) {
        this.page = page;
        this.inventory = inventory;
        this.right = view.progress().request().right();
        view.progress().runs().forEach(run -> {
            this.runs.put(run.connector(), run.state());
            run.outcome().ifPresent(outcome -> outcome.items().forEach(item -> outcomes.put(item.item(), item)));
        });
        view.inEffect().forEach(decision -> this.withheld.put(decision.item(), decision));
    }

    record ServiceFindings(String name, String id, List<OfRow> rows) {}

    record OfRow(String name, List<OfItem> items) {}

    /**
     * @param key of the outcome, for its colour
     * @param withheld why it is left out, where it is
     */
    record OfItem(String id, String label, String key, String outcome, Optional<Withholdings.Withholding> withheld) {
        public boolean found() {
            return key.equals("found");
        }
    }

    List<ServiceFindings> of(List<String> services) {
        return services.stream().map(this::service).toList();
    }

    private ServiceFindings service(String id) {
        return new ServiceFindings(
                page.text(inventory.service(id).name()),
                id,
                inventory.rows().stream()
                        .filter(row -> !inventory.cell(id, row.id()).items().isEmpty())
                        .map(row -> new OfRow(
                                page.text(row.name()),
                                inventory.cell(id, row.id()).items().stream()
                                        .map(this::item)
                                        .toList()))
                        .toList());
    }

    private OfItem item(Item item) {
        String key = key(item);
        return new OfItem(
                item.id().toString(),
                page.text(item.label()),
                key,
                words(key, item.id()),
                Optional.ofNullable(withheld.get(item.id())));
    }

    private String key(Item item) {
        if (right == Right.PORTABILITY && item.outsidePortability().isPresent()) {
            return "outside-right";
        }
        Outcome.ItemOutcome outcome = outcomes.get(item.id());
        if (outcome != null) {
            return switch (outcome.outcome()) {
                case FOUND -> "found";
                case NONE_HELD -> outcome.nothingToLookBy() ? "not-needed" : "none-held";
                case FAILED -> "failed";
            };
        }
        RunState state = runs.getOrDefault(item.connector(), RunState.WAITING);
        return switch (state) {
            case NOT_NEEDED -> "not-needed";
            case FAILED -> "failed";
            case WAITING, QUEUED, RUNNING, RETRYING, ANSWERED, CANCELLED -> "pending";
        };
    }

    private String words(String key, ItemId item) {
        DeskMessages messages = page.messages(DeskMessages.class);
        return switch (key) {
            case "found" ->
                messages.outcomeFound(page.counted(
                        outcomes.get(item).records(),
                        page.messages(CountMessages.class).records()));
            case "outside-right" -> messages.outcomeOutsideRight();
            case "none-held" -> messages.outcomeNoneHeld();
            case "failed" -> messages.outcomeFailed();
            case "not-needed" -> messages.outcomeNotNeeded();
            default -> messages.outcomePending();
        };
    }
}
