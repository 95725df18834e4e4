package si.vpogled.web.api.staff;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import si.vpogled.collection.Connectors;
import si.vpogled.collection.Run;
import si.vpogled.connector.Fault;
import si.vpogled.connector.Outcome;
import si.vpogled.inventory.Inventory;
import si.vpogled.inventory.ItemId;
import si.vpogled.request.State;
import si.vpogled.text.Language;
import si.vpogled.text.Text;
import si.vpogled.web.words.FaultWords;
import si.vpogled.web.words.RunWords;

/** Puts a source's work into words for staff. */
@ApplicationScoped
class TellRuns {
    private final Connectors connectors;
    private final Inventory inventory;

    TellRuns(Connectors connectors, Inventory inventory) {
        this.connectors = connectors;
        this.inventory = inventory;
    }

    CaseFile.SourceRun tell(Run run, State state, Language language) {
        return new CaseFile.SourceRun(
                run.connector(),
                title(run.connector(), language),
                run.state().key(),
                RunWords.forStaff(run.state()).in(language),
                run.attempt(),
                run.records(),
                run.bytes(),
                run.started(),
                run.ended(),
                run.retryAt(),
                run.fault().map(fault -> trouble(fault, FaultWords.advice(fault.kind(), state), language)),
                run.outcome().map(outcome -> items(outcome, state, language)).orElse(List.of()),
                run.outcome().map(TellRuns::doubts).orElse(List.of()),
                run.outcome().map(outcome -> remarks(outcome, language)).orElse(List.of()));
    }

    static CaseFile.Trouble trouble(Fault fault, Text advice, Language language) {
        return new CaseFile.Trouble(
                fault.kind().name().toLowerCase(Locale.ROOT),
                FaultWords.label(fault.kind()).in(language),
                fault.message(),
                advice.in(language));
    }

    String title(String connector, Language language) {
        return connectors
                .named(connector)
                .map(definition -> definition.title().in(language))
                .orElse(connector);
    }

    String label(ItemId item, Language language) {
        return inventory.item(item).map(found -> found.label().in(language)).orElse(item.toString());
    }

    private List<CaseFile.ItemFound> items(Outcome outcome, State state, Language language) {
        return outcome.items().stream()
                .map(item -> new CaseFile.ItemFound(
                        item.item().toString(),
                        label(item.item(), language),
                        item.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        item.records(),
                        Optional.of(!item.nothingToLookBy()).filter(_ -> item.outcome() == Outcome.Found.NONE_HELD),
                        item.fault().map(fault -> trouble(fault, FaultWords.advice(fault.kind(), state), language))))
                .toList();
    }

    private static List<CaseFile.Doubt> doubts(Outcome outcome) {
        return outcome.doubts().stream()
                .map(doubt -> new CaseFile.Doubt(
                        new CaseFile.TypedValue(
                                doubt.identifier().kind(), doubt.identifier().value()),
                        doubt.contactChanged(),
                        doubt.settledFrom()))
                .toList();
    }

    private static List<CaseFile.Remark> remarks(Outcome outcome, Language language) {
        return outcome.remarks().stream()
                .map(remark -> new CaseFile.Remark(remark.text().in(language), remark.count()))
                .toList();
    }
}
