package si.vpogled.web.console;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import si.vpogled.inventory.Inventory;
import si.vpogled.inventory.ItemId;
import si.vpogled.law.RefusalGround;
import si.vpogled.letter.LetterKind;
import si.vpogled.request.Action;
import si.vpogled.request.History;
import si.vpogled.subject.ProofMethod;
import si.vpogled.web.page.Page;

/** The history in words. */
final class HistoryWords {
    private final Page page;
    private final SourceNames sources;
    private final Inventory inventory;
    private final HistoryMessages messages;
    private final FoundMessages found;
    private final CollectionWords collections;

    HistoryWords(Page page, SourceNames sources, Inventory inventory) {
        this.page = page;
        this.sources = sources;
        this.inventory = inventory;
        this.messages = page.messages(HistoryMessages.class);
        this.found = page.messages(FoundMessages.class);
        this.collections = new CollectionWords(sources.connectors(), inventory, page);
    }

    /**
     * One line of it.
     *
     * @param path in the answer; empty where it is about no place there
     */
    record Line(String at, String who, String what, String details, String path) {}

    Line line(History.Entry entry) {
        return new Line(
                page.time(entry.at()),
                who(entry),
                what(entry.action()),
                details(entry.detail()),
                entry.detail().getOrDefault("place", ""));
    }

    private String who(History.Entry entry) {
        return switch (entry.actorKind()) {
            case "subject" -> messages.actorSubject();
            case "staff" -> entry.actor();
            default -> messages.actorSystem();
        };
    }

    private String what(String key) {
        return Arrays.stream(Action.values())
                .filter(action -> action.key().equals(key))
                .findFirst()
                .map(this::what)
                .orElse(key);
    }

    private String what(Action action) {
        return switch (action) {
            case SUBMITTED -> messages.submitted();
            case CONFIRMED -> messages.confirmed();
            case NOT_CONFIRMED -> messages.notConfirmed();
            case IDENTITY_CHECKED -> messages.identityChecked();
            case ACCEPTED -> messages.accepted();
            case REFUSED -> messages.refused();
            case REOPENED -> messages.reopened();
            case WITHDRAWN -> messages.withdrawn();
            case EXTENDED -> messages.extended();
            case ASSIGNED -> messages.assigned();
            case NOTED -> messages.noted();
            case COLLECTED -> messages.collected();
            case CONNECTOR_RETRIED -> messages.connectorRetried();
            case ITEM_WITHHELD -> messages.itemWithheld();
            case ITEM_RESTORED -> messages.itemRestored();
            case WITHHOLDING_LOST -> messages.withholdingLost();
            case RELEASED -> messages.released();
            case ASSEMBLED -> messages.assembled();
            case NOT_ASSEMBLED -> messages.notAssembled();
            case ENDED_IN_PART -> messages.endedInPart();
            case PLANNED -> messages.planned();
            case VERDICT_CHANGED -> messages.verdictChanged();
            case PLAN_PROPOSED -> messages.planProposed();
            case PLAN_SENT_BACK -> messages.planSentBack();
            case PLAN_APPROVED -> messages.planApproved();
            case STEP_TAKEN -> messages.stepTaken();
            case STOPPED -> messages.stopped();
            case EXECUTED -> messages.executed();
            case CONTRADICTED -> messages.contradicted();
            case PROVED -> messages.proved();
            case REMAINDER_DUE -> messages.remainderDue();
            case RECIPIENT_TOLD -> messages.recipientTold();
            case RECIPIENT_ANSWERED -> messages.recipientAnswered();
            case SUPPLEMENT_COLLECTED -> messages.supplementCollected();
            case MESSAGE_SENT -> messages.messageSent();
            case MESSAGES_READ -> messages.messagesRead();
            case LETTER_SENT -> messages.letterSent();
            case LETTER_FAILING -> messages.letterFailing();
            case LETTER_DROPPED -> messages.letterDropped();
            case LETTER_UNDELIVERABLE -> messages.letterUndeliverable();
            case LETTER_READ -> messages.letterRead();
            case SIGNED_IN -> messages.signedIn();
            case SIGN_IN_LOCKED -> messages.signInLocked();
            case DOWNLOADED -> messages.downloaded();
            case DESTINATION_NAMED -> messages.destinationNamed();
            case TRANSMITTED -> messages.transmitted();
            case TRANSMISSION_FAILED -> messages.transmissionFailed();
            case VIEWED -> messages.viewed();
            case LISTED -> messages.listed();
            case SEARCHED -> messages.searched();
            case EXPORTED -> messages.exported();
            case DOWNLOAD_PROLONGED -> messages.downloadProlonged();
            case DOWNLOAD_ENDED -> messages.downloadEnded();
            case CLOSED -> messages.closed();
        };
    }

    private String details(Map<String, String> detail) {
        List<String> told = new ArrayList<>();
        detail.forEach((key, value) -> {
            if (!value.isEmpty()) {
                told.add(
                        key.equals("field")
                                ? collections.field(detail.getOrDefault("place", ""), value)
                                : detail(key, value));
            }
        });
        return told.stream().filter(text -> !text.isEmpty()).sorted().collect(Collectors.joining(" · "));
    }

    /** Facts that staff can use; the others are for machines. */
    private String detail(String key, String value) {
        try {
            return switch (key) {
                case "connector", "failed", "missing" -> sources.titles(List.of(value.split(", ")));
                case "item" -> item(value);
                case "recipient" -> value;
                case "ground" -> page.text(RefusalGround.of(value).text());
                case "method" -> page.messages(DecisionMessages.class).methodName(ProofMethod.of(value));
                case "due" -> page.day(LocalDate.parse(value));
                case "kind" ->
                    letter(LetterKind.valueOf(value.toUpperCase(Locale.ROOT).replace('-', '_')));
                case "bundle" -> messages.bundle(Integer.parseInt(value));
                case "entry" -> found.seenEntry(value);
                case "record" -> found.seenRecord(value);
                case "place" -> collections.title(value);
                case "assignee" -> value;
                case "what" -> seen(value);
                case "page" -> pageOfReport(value);
                case "service" -> page.text(inventory.service(value).name());
                case "attachments" -> value.equals("0") ? "" : messages.attachments(Integer.parseInt(value));
                case "times" -> value.equals("1") ? "" : value + " ×";
                default -> "";
            };
        } catch (IllegalArgumentException | DateTimeException _) {
            return value;
        }
    }

    private String item(String id) {
        return inventory
                .item(ItemId.parse(id))
                .map(item -> page.text(item.label()) + " ("
                        + page.text(inventory.service(item.id().service()).name()) + ")")
                .orElse(id);
    }

    /** Which page of the console; of what was found, the item tells. */
    private String seen(String what) {
        return switch (what) {
            case "case" -> messages.seenCase();
            case "messages" -> messages.seenMessages();
            case "history" -> messages.seenHistory();
            case "plan" -> messages.seenPlan();
            case "preview" -> messages.seenPreview();
            case "found" -> messages.seenFound();
            case "attachment" -> messages.attachment();
            default -> "";
        };
    }

    private String pageOfReport(String which) {
        return switch (which) {
            case "summary" -> messages.pageSummary();
            case "information" -> messages.pageInformation();
            case "completeness" -> messages.pageCompleteness();
            default -> messages.pageNumber(which);
        };
    }

    private String letter(LetterKind kind) {
        return switch (kind) {
            case CONFIRM -> messages.letterConfirm();
            case RECEIVED -> messages.letterReceived();
            case EXTENDED -> messages.letterExtended();
            case REFUSED -> messages.letterRefused();
            case WITHDRAWN -> messages.letterWithdrawn();
            case READY -> messages.letterReady();
            case READY_IN_PART -> messages.letterReadyInPart();
            case ENDED_IN_PART -> messages.letterEndedInPart();
            case ERASED -> messages.letterErased();
            case ERASED_IN_PART -> messages.letterErasedInPart();
            case MESSAGE -> messages.letterMessage();
            case SIGN_IN -> messages.letterSignIn();
        };
    }
}
