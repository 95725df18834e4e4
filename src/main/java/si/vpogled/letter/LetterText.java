package si.vpogled.letter;

import io.quarkus.qute.Engine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;
import si.vpogled.inventory.Inventory;
import si.vpogled.law.RefusalGround;
import si.vpogled.law.Remedies;
import si.vpogled.request.AccessLinks;
import si.vpogled.request.Limits;
import si.vpogled.request.ReadCase;
import si.vpogled.request.RequestCase;
import si.vpogled.request.RequestConfig;
import si.vpogled.request.State;
import si.vpogled.text.Language;

/** Writes a letter from its template: the first line is the subject, the rest the body. */
@ApplicationScoped
class LetterText {
    private static final ZoneId ZONE = ZoneId.of("Europe/Ljubljana");

    private final Engine templates;
    private final ReadCase cases;
    private final AccessLinks links;
    private final Limits limits;
    private final Inventory inventory;
    private final LetterConfig config;

    private final RequestConfig periods;

    LetterText(
            Engine templates,
            ReadCase cases,
            AccessLinks links,
            Limits limits,
            Inventory inventory,
            LetterConfig config,
            RequestConfig periods) {
        this.templates = templates;
        this.cases = cases;
        this.links = links;
        this.limits = limits;
        this.inventory = inventory;
        this.config = config;
        this.periods = periods;
    }

    /**
     * @param host for the Message-ID
     */
    record Written(String to, String subject, String body, String host) {}

    /** Within a transaction, since a link may have to be made. */
    Written write(LetterEntity letter) {
        LetterKind kind = LetterKind.valueOf(letter.kind);
        RequestCase request = cases.byId(letter.request);
        String template = "letter/" + request.language().tag() + "/" + kind.template() + ".txt";
        String text = templates
                .getTemplate(template)
                .data("facts", facts(letter, kind, request))
                .render();
        String[] parts = text.strip().split("\\R", 2);
        return new Written(
                request.email(),
                parts[0].strip(),
                parts[1].strip() + "\n",
                config.baseUrl().getHost());
    }

    private LetterFacts facts(LetterEntity letter, LetterKind kind, RequestCase request) {
        Language language = request.language();
        return new LetterFacts(
                request,
                inventory.provider(),
                link(letter, kind, request),
                limits.of(request).explanation().in(language),
                until(request, language),
                refusal(request)
                        .map(refused ->
                                RefusalGround.of(refused.ground()).text().in(language))
                        .orElse(""),
                refusal(request)
                        .map(State.Ending.Refused::reason)
                        .or(() -> endInPart(request))
                        .or(() -> request.extension().map(RequestCase.Extension::reason))
                        .orElse(""),
                Remedies.text().in(language));
    }

    private String link(LetterEntity letter, LetterKind kind, RequestCase request) {
        return config.baseUrl()
                + switch (kind) {
                    case CONFIRM ->
                        "/confirm/" + token(letter, AccessLinks.Purpose.CONFIRM, periods.confirmationPeriod());
                    case SIGN_IN ->
                        "/sign-in/" + token(letter, AccessLinks.Purpose.SIGN_IN, periods.signInLinkPeriod());
                    case RECEIVED, EXTENDED, REFUSED, WITHDRAWN, READY, READY_IN_PART, ENDED_IN_PART ->
                        "/sign-in?reference=" + request.reference();
                };
    }

    private String token(LetterEntity letter, AccessLinks.Purpose purpose, Duration period) {
        return links.issue(letter.id, letter.request, purpose, letter.createdAt.plus(period));
    }

    private static String until(RequestCase request, Language language) {
        return switch (request.state()) {
            case State.Ready ready -> day(ready.availableUntil(), language);
            case State.AwaitingConfirmation waiting -> day(waiting.expiresAt(), language);
            case State.AwaitingDecision _, State.Collecting _, State.InReview _, State.Assembling _, State.Closed _ ->
                "";
        };
    }

    private static Optional<State.Ending.Refused> refusal(RequestCase request) {
        return request.state() instanceof State.Closed(Instant _, State.Ending.Refused refused)
                ? Optional.of(refused)
                : Optional.empty();
    }

    private static Optional<String> endInPart(RequestCase request) {
        return request.state() instanceof State.Closed(Instant _, State.Ending.AnsweredInPart ended)
                ? Optional.of(ended.reason())
                : Optional.empty();
    }

    private static String day(Instant at, Language language) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language.locale())
                .format(at.atZone(ZONE));
    }
}
