package si.vpogled.bundle.completeness;

import java.time.LocalDate;
import java.util.List;
import si.vpogled.connector.FaultKind;
import si.vpogled.inventory.Item;
import si.vpogled.inventory.OutsidePortability;
import si.vpogled.text.Text;
import si.vpogled.text.Texts;

/** What each verdict says to the subject. */
final class Reasons {
    private static final Texts TEXTS = Texts.of("bundle");

    static final Text ARTICLE_12_6 = TEXTS.text("article.12-6");
    static final Text ARTICLE_20 = TEXTS.text("article.20");
    static final Text ARTICLE_28 = TEXTS.text("article.28");
    static final Text NOTHING_FOUND = TEXTS.text("reason.nothing-found");
    static final Text NOTHING_OF_YOURS = TEXTS.text("reason.nothing-of-yours");
    static final Text NOTHING_ELSE = TEXTS.text("reason.nothing-else");
    static final Text NOTHING_ELSE_OF_YOURS = TEXTS.text("reason.nothing-else-of-yours");
    static final Text ACCOUNTS_OPEN = TEXTS.text("open-accounts.what");
    static final Text NOTHING_TO_LOOK_BY = TEXTS.text("reason.nothing-to-look-by");
    static final Text STORED_BY_CUSTOMERS = TEXTS.text("reason.stored-by-customers");
    static final Text ACCOUNTS_UNKNOWN = TEXTS.text("reason.accounts-unknown");
    static final Text NOT_ASKED = TEXTS.text("reason.not-asked");
    static final Text INSEPARABLE = TEXTS.text("reason.inseparable");

    private Reasons() {}

    /**
     * Of files, which have no title of their own.
     *
     * @param of what they carry that might be handed out
     */
    static Text leftOutWhole(List<Item> of, List<Item> because) {
        return TEXTS.text("reason.left-out-whole", labels(of), labels(because));
    }

    private static Text labels(List<Item> items) {
        return Text.joined(", ", items.stream().map(Item::label).toList());
    }

    /** Why a portability request does not bring an item, and how an access request would. */
    static Text outside(OutsidePortability why, Item item) {
        Text byAccess = switch (item.secret() ? Item.Access.HELD_ONLY : item.access()) {
            case COPY -> TEXTS.text("reason.by-access");
            case HELD_ONLY -> TEXTS.text("reason.by-access-held");
            case LISTING -> TEXTS.text("reason.by-access-listed");
        };
        return TEXTS.text("reason.outside." + why.key(), byAccess);
    }

    /** What {@link #outside} rests on, with the statute that obliges. */
    static Text article(OutsidePortability why, Item item) {
        return switch (why) {
            case DERIVED, DUPLICATE, OBSERVED -> ARTICLE_20;
            case SECRET -> TEXTS.text("article.32");
            case PUBLIC_TASK -> TEXTS.text("article.20-3");
            case LEGAL_OBLIGATION, VITAL_INTERESTS, LEGITIMATE_INTEREST -> {
                Text basis = TEXTS.text("article.20-basis", item.legalBasis().article());
                yield item.legalBasis()
                        .statute()
                        .map(statute -> Text.joined("; ", List.of(basis, statute)))
                        .orElse(basis);
            }
        };
    }

    static Text delivered(Item.Access how) {
        return switch (how) {
            case COPY -> TEXTS.text("reason.copy");
            case HELD_ONLY -> TEXTS.text("reason.held-only");
            case LISTING -> TEXTS.text("reason.listing");
        };
    }

    /** What is delivered, while a part of it is withheld. */
    static Text inPart(Text delivered) {
        return TEXTS.text("reason.in-part", delivered);
    }

    /** What is delivered, while a system that may know of other accounts is silent. */
    static Text thereMayBeMore(Text delivered) {
        return TEXTS.text("reason.maybe-more", delivered);
    }

    /** What is delivered, while another account is left out. */
    static Text accountLeftOut(Text delivered, LocalDate settledFrom) {
        return TEXTS.text("reason.account-left-out", delivered, Text.of(settledFrom));
    }

    static Text identityOpen(LocalDate settledFrom) {
        return TEXTS.text("reason.identity-open", Text.of(settledFrom));
    }

    /** To the whole answer: what was left out, until when, and what to do. */
    static Text openAccounts(int count, LocalDate settledFrom) {
        Text day = Text.of(settledFrom);
        return count == 1 ? TEXTS.text("open-accounts.one", day) : TEXTS.text("open-accounts.many", day);
    }

    static Text unreachable(FaultKind kind) {
        return switch (kind) {
            case UNAVAILABLE -> TEXTS.text("reason.unreachable");
            case MISCONFIGURED, REFUSED, DEFECT -> TEXTS.text("reason.unusable");
        };
    }
}
