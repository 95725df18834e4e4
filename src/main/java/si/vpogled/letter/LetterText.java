package si.vpogled.letter;

import io.quarkus.qute.Engine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import java.util.function.Supplier;
import si.vpogled.inventory.Inventory;
import si.vpogled.law.Remedies;
import si.vpogled.request.AccessLinks;
import si.vpogled.request.ReadCase;
import si.vpogled.request.RequestCase;
import si.vpogled.request.SignInSecrets;
import si.vpogled.text.Language;

/** Writes a letter from its template: the first line is the subject, the rest the body. */
@ApplicationScoped
class LetterText {
    private static final ZoneId ZONE = ZoneId.of("Europe/Ljubljana");

    private final Engine templates;
    private final ReadCase cases;
    private final AccessLinks links;
    private final SignInSecrets signIn;
    private final Inventory inventory;
    private final LetterConfig config;

    LetterText(
            Engine templates,
            ReadCase cases,
            AccessLinks links,
            SignInSecrets signIn,
            Inventory inventory,
            LetterConfig config) {
        this.templates = templates;
        this.cases = cases;
        this.links = links;
        this.signIn = signIn;
        this.inventory = inventory;
        this.config = config;
    }

    /**
     * @param host for the Message-ID
     */
    record Written(String to, String subject, String body, String host) {}

    /** Within a transaction, since a link may have to be made. */
    Written write(LetterEntity letter) {
        return write(letter, Supplier::get);
    }

    /** As it was sent, but for the secrets of its link and code. */
    Written writeAgain(LetterEntity letter) {
        return write(letter, _ -> "…");
    }

    private Written write(LetterEntity letter, Secret secret) {
        LetterKind kind = LetterKind.valueOf(letter.kind);
        RequestCase request = cases.byId(letter.request);
        String template = "letter/" + request.language().tag() + "/" + kind.template() + ".txt";
        String text = templates
                .getTemplate(template)
                .data("facts", facts(letter, kind, request, secret))
                .render();
        String[] parts = text.strip().split("\\R", 2);
        return new Written(
                request.email(),
                parts[0].strip(),
                parts[1].strip() + "\n",
                config.baseUrl().getHost());
    }

    private LetterFacts facts(LetterEntity letter, LetterKind kind, RequestCase request, Secret secret) {
        Language language = request.language();
        return new LetterFacts(
                request,
                inventory.provider(),
                link(letter, kind, request, secret),
                kind == LetterKind.SIGN_IN ? secret.or(() -> signIn.code(UUID.fromString(letter.about))) : "",
                GoodFor.told(signIn.period(), language),
                letter.facts.limit(),
                letter.facts.until().map(at -> day(at, language)).orElse(""),
                letter.facts.ground(),
                letter.facts.reason(),
                Remedies.text().in(language));
    }

    private String link(LetterEntity letter, LetterKind kind, RequestCase request, Secret secret) {
        return config.baseUrl()
                + switch (kind) {
                    case CONFIRM -> "/confirm/" + secret.or(() -> confirmation(letter));
                    case SIGN_IN -> "/sign-in/" + secret.or(() -> signIn.link(UUID.fromString(letter.about)));
                    case RECEIVED,
                            EXTENDED,
                            REFUSED,
                            WITHDRAWN,
                            READY,
                            READY_IN_PART,
                            ENDED_IN_PART,
                            ERASED,
                            ERASED_IN_PART,
                            MESSAGE -> "/sign-in?reference=" + request.reference();
                };
    }

    private String confirmation(LetterEntity letter) {
        return links.issue(
                letter.id,
                letter.request,
                AccessLinks.Purpose.CONFIRM,
                letter.facts.until().orElseThrow());
    }

    /** The secret itself, or what stands for it. */
    private interface Secret {
        String or(Supplier<String> itself);
    }

    /** In Slovenian by numbers: the name of a month would have to be declined. */
    private static String day(Instant at, Language language) {
        String pattern = switch (language) {
            case SL -> "d. M. yyyy";
            case EN -> "d MMMM yyyy";
        };
        return DateTimeFormatter.ofPattern(pattern, language.locale()).format(at.atZone(ZONE));
    }
}
