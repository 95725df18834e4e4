package si.vpogled.web.console;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import si.vpogled.collection.Attempts;
import si.vpogled.collection.Connectors;
import si.vpogled.collection.Run;
import si.vpogled.fulfilment.CaseProgress;
import si.vpogled.fulfilment.StaffCase;
import si.vpogled.inventory.Inventory;
import si.vpogled.law.RefusalGround;
import si.vpogled.request.AcceptRequest;
import si.vpogled.request.Actor;
import si.vpogled.request.IdentityProofs;
import si.vpogled.request.RequestCase;
import si.vpogled.request.State;
import si.vpogled.subject.Assurance;
import si.vpogled.web.page.Page;
import si.vpogled.web.words.StateWords;

/** Reads what a member of staff sees of a case. */
@ApplicationScoped
class ReadDesk {
    private final StaffCase cases;
    private final AcceptRequest accept;
    private final Inventory inventory;
    private final Connectors connectors;
    private final Attempts attempts;
    private final InstantSource clock;

    ReadDesk(
            StaffCase cases,
            AcceptRequest accept,
            Inventory inventory,
            Connectors connectors,
            Attempts attempts,
            InstantSource clock) {
        this.cases = cases;
        this.accept = accept;
        this.inventory = inventory;
        this.connectors = connectors;
        this.attempts = attempts;
        this.clock = clock;
    }

    DeskView read(String reference, Actor actor, Page page, Map<String, String> entered) {
        StaffCase.View view = cases.view(reference, actor);
        RequestCase request = view.progress().request();
        SourceNames sources = new SourceNames(connectors, page);
        CollectionWords collections = new CollectionWords(connectors, inventory, page);
        HistoryWords words = new HistoryWords(page, sources, inventory);
        DeskView.Identity identity = identity(request, view.proofs(), page);
        Doings may = Doings.of(view.progress(), actor, identity.sufficient(), clock.instant());
        List<Run> runs = view.progress().runs();
        return new DeskView(
                request,
                StateWords.label(request.state()),
                ending(request.state(), page),
                services(request, page),
                view.progress().limit(),
                Due.of(request, page, clock),
                identity,
                lines(request, runs, page),
                runs.stream()
                        .flatMap(run -> run.outcome().stream())
                        .flatMap(outcome -> outcome.doubts().stream())
                        .toList(),
                runs.isEmpty() ? List.of() : new Findings(page, inventory, view).of(request.services()),
                view.parts().stream()
                        .map(part -> PartLine.of(part, runs, request.right(), page, collections))
                        .toList(),
                view.progress().bundles(),
                view.progress().undelivered(),
                view.notes(),
                view.history().reversed().stream()
                        .limit(HistoryPages.LINES)
                        .map(words::line)
                        .toList(),
                view.history().size() > HistoryPages.LINES,
                may,
                sources.titles(may.missing()),
                view.version(),
                entered);
    }

    /** How far the runs are, and nothing personal. */
    Progress progress(String reference, Actor actor, Page page) {
        CaseProgress.Progress progress = cases.progress(reference, actor);
        return new Progress(progress.request().state().key(), lines(progress.request(), progress.runs(), page));
    }

    /** What changes by itself. */
    record Progress(String state, List<RunLine> runs) {}

    private List<RunLine> lines(RequestCase request, List<Run> runs, Page page) {
        SourceNames sources = new SourceNames(connectors, page);
        Map<UUID, List<Attempts.Attempt>> ended = attempts.of(request.id());
        return runs.stream()
                .map(run -> RunLine.of(run, request.state(), ended.getOrDefault(run.id(), List.of()), sources, page))
                .toList();
    }

    private String services(RequestCase request, Page page) {
        return request.services().stream()
                .map(service -> page.text(inventory.service(service).name()))
                .collect(Collectors.joining(", "));
    }

    private DeskView.Identity identity(RequestCase request, List<IdentityProofs.Proof> proofs, Page page) {
        Assurance reached =
                Assurance.of(proofs.stream().map(IdentityProofs.Proof::method).toList());
        Assurance needed = accept.needed(request.right(), request.services());
        return new DeskView.Identity(words(reached, page), words(needed, page), reached.suffices(needed), proofs);
    }

    private static String words(Assurance assurance, Page page) {
        DeskMessages messages = page.messages(DeskMessages.class);
        return switch (assurance) {
            case NONE -> messages.assuranceNone();
            case LOW -> messages.assuranceLow();
            case SUBSTANTIAL -> messages.assuranceSubstantial();
        };
    }

    private static String ending(State state, Page page) {
        DeskMessages messages = page.messages(DeskMessages.class);
        return state instanceof State.Closed closed
                ? switch (closed.ending()) {
                    case State.Ending.Answered _ -> messages.endedAnswered();
                    case State.Ending.Erased _ -> messages.endedErased();
                    case State.Ending.AnsweredInPart _ -> messages.endedInPart();
                    case State.Ending.Refused refused ->
                        messages.endedRefused(
                                page.text(RefusalGround.of(refused.ground()).text()));
                    case State.Ending.Withdrawn _ -> messages.endedWithdrawn();
                    case State.Ending.NotConfirmed _ -> messages.endedNotConfirmed();
                }
                : "";
    }
}
