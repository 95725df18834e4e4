package si.vpogled.web.portal;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import si.vpogled.bundle.completeness.LeftOut;
import si.vpogled.bundle.shelf.BundleShelf;
import si.vpogled.collection.Connectors;
import si.vpogled.connector.definition.ConnectorDefinition;
import si.vpogled.fulfilment.CaseProgress;
import si.vpogled.fulfilment.transmission.Transmission;
import si.vpogled.inventory.Inventory;
import si.vpogled.law.RefusalGround;
import si.vpogled.law.Remedies;
import si.vpogled.law.TimeLimit;
import si.vpogled.request.History;
import si.vpogled.request.RequestCase;
import si.vpogled.request.Right;
import si.vpogled.request.State;
import si.vpogled.text.Text;
import si.vpogled.web.page.Page;
import si.vpogled.web.words.StateWords;

/** A case as its subject sees it. */
final class CaseView {
    private final Page page;
    private final CaseProgress.Progress progress;
    private final Beside beside;
    private final Inventory inventory;
    private final Connectors connectors;

    CaseView(Page page, CaseProgress.Progress progress, Beside beside, Inventory inventory, Connectors connectors) {
        this.page = page;
        this.progress = progress;
        this.beside = beside;
        this.inventory = inventory;
        this.connectors = connectors;
    }

    /** What else there is to a case than how far it is. */
    record Beside(List<History.Entry> history, List<Transmission> transmissions, boolean awaitsProof) {
        Beside {
            history = List.copyOf(history);
            transmissions = List.copyOf(transmissions);
        }
    }

    /** Why it was refused. */
    record Refusal(Text ground, Text article, String reason) {}

    RequestCase request() {
        return progress.request();
    }

    public String reference() {
        return request().reference();
    }

    public Right right() {
        return request().right();
    }

    public String name() {
        return request().name();
    }

    public String email() {
        return request().email();
    }

    public String message() {
        return request().message();
    }

    public String services() {
        return names(request().services().stream());
    }

    private String names(Stream<String> services) {
        return services.map(service -> page.text(inventory.service(service).name()))
                .collect(Collectors.joining(", "));
    }

    public String now() {
        return page.text(StateWords.explanation(request(), !bundles().isEmpty()));
    }

    /** Whether the subject has still to prove who they are, by more than their address. */
    public boolean awaitsProof() {
        return beside.awaitsProof();
    }

    public String stateKey() {
        return request().state().key();
    }

    /** Whether it goes on by itself, so that looking again soon is worth it. */
    public boolean moving() {
        return switch (request().state()) {
            case State.Collecting _, State.Assembling _, State.Executing _, State.Proving _ -> true;
            case State.AwaitingConfirmation _,
                    State.AwaitingDecision _,
                    State.InReview _,
                    State.Planned _,
                    State.AwaitingApproval _,
                    State.Ready _,
                    State.Remaining _,
                    State.Closed _ -> false;
        };
    }

    /** Whether it is certified what was erased. */
    public boolean certified() {
        return request().state() instanceof State.Remaining
                || request().state() instanceof State.Closed(var _, State.Ending.Erased _);
    }

    /** Whether an answer is still to come. */
    public boolean open() {
        return !decided() && !(request().state() instanceof State.Closed);
    }

    /** Whether there is an answer, or a refusal, to complain about. */
    public boolean decided() {
        return switch (request().state()) {
            case State.Ready _, State.Remaining _ -> true;
            case State.Closed(var _, State.Ending ending) -> decided(ending);
            case State.AwaitingConfirmation _,
                    State.AwaitingDecision _,
                    State.Collecting _,
                    State.InReview _,
                    State.Assembling _,
                    State.Planned _,
                    State.AwaitingApproval _,
                    State.Executing _,
                    State.Proving _ -> false;
        };
    }

    private static boolean decided(State.Ending ending) {
        return switch (ending) {
            case State.Ending.Answered _,
                    State.Ending.AnsweredInPart _,
                    State.Ending.Erased _,
                    State.Ending.Refused _ -> true;
            case State.Ending.Withdrawn _, State.Ending.NotConfirmed _ -> false;
        };
    }

    public boolean withdrawable() {
        return request().state() instanceof State.Withdrawable && !History.erased(beside.history());
    }

    public List<Timeline.Step> timeline() {
        return new Timeline(right(), request().state(), progress.limit(), beside.history(), page).steps();
    }

    /** Every service of the request, while its data are collected. */
    public List<ServiceProgress.Line> progress() {
        return collecting() ? byService().lines(request().services()) : List.of();
    }

    /** How many of several services are done; empty where nothing is collected. */
    public String summary() {
        return collecting() && request().services().size() > 1
                ? byService().summary(request().services())
                : "";
    }

    private boolean collecting() {
        return request().state() instanceof State.Collecting;
    }

    private ServiceProgress byService() {
        return new ServiceProgress(page, inventory, connectors, progress.runs());
    }

    /** What we hold and an answer does not hand out, by ground. */
    public List<LeftOutGroups.Group> leftOut(BundleShelf.Bundle bundle) {
        return groups(bundle, LeftOut::held);
    }

    /** What others answer for. */
    public List<LeftOutGroups.Group> referred(BundleShelf.Bundle bundle) {
        return groups(bundle, LeftOut::referred);
    }

    /** What the right does not cover. */
    public List<LeftOutGroups.Group> outside(BundleShelf.Bundle bundle) {
        return groups(bundle, LeftOut::outside);
    }

    /** Accounts at which nobody looked. */
    public List<LeftOutGroups.Group> openAccounts(BundleShelf.Bundle bundle) {
        return groups(bundle, LeftOut::open);
    }

    private List<LeftOutGroups.Group> groups(BundleShelf.Bundle bundle, Predicate<LeftOut> which) {
        return new LeftOutGroups(page, inventory)
                .of(bundle.leftOut().stream().filter(which).toList());
    }

    private String title(String connector) {
        return connectors
                .named(connector)
                .map(ConnectorDefinition::title)
                .map(page::text)
                .orElse(connector);
    }

    /** The names of connectors. */
    public List<String> names(List<String> missing) {
        return missing.stream().map(this::title).toList();
    }

    /** Sources that an answer in part still lacks, after its time to download is over. */
    public List<String> stillMissing() {
        return request().state() instanceof State.Ready ready && bundles().isEmpty()
                ? ready.partial().map(State.Partial::missing).map(this::names).orElse(List.of())
                : List.of();
    }

    public List<BundleShelf.Bundle> bundles() {
        return progress.bundles();
    }

    public boolean portability() {
        return right() == Right.PORTABILITY;
    }

    /** The answer that can be sent to another controller now: the newest, which holds all of the earlier ones. */
    public Optional<BundleShelf.Bundle> transmittable() {
        return portability() ? bundles().stream().reduce((_, newest) -> newest) : Optional.empty();
    }

    /** What was sent, and is being sent, to others. */
    public List<Transmission> transmissions() {
        return beside.transmissions();
    }

    /** Why it failed, unless that passes and it is tried again by itself. */
    public String fault(Transmission transmission) {
        CaseMessages messages = page.messages(CaseMessages.class);
        return transmission
                .fault()
                .map(reason ->
                        transmission.ended().isEmpty() ? messages.transmitAgain() : messages.transmitFault(reason))
                .orElse("");
    }

    public String fileName(BundleShelf.Bundle bundle) {
        return reference() + "-" + bundle.number() + ".zip";
    }

    public Optional<Refusal> refusal() {
        return request().state() instanceof State.Closed(var _, State.Ending.Refused refused)
                ? Optional.of(refusal(refused))
                : Optional.empty();
    }

    private static Refusal refusal(State.Ending.Refused refused) {
        RefusalGround ground = RefusalGround.of(refused.ground());
        return new Refusal(ground.text(), ground.article(), refused.reason());
    }

    public TimeLimit limit() {
        return progress.limit();
    }

    public String extensionReason() {
        return request().extension().map(RequestCase.Extension::reason).orElse("");
    }

    public Text complaint() {
        return Remedies.COMPLAINT;
    }

    public Text court() {
        return Remedies.COURT;
    }
}
