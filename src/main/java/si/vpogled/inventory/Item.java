package si.vpogled.inventory;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import si.vpogled.law.ErasureRule;
import si.vpogled.law.RetentionRule;
import si.vpogled.law.Treatment;
import si.vpogled.text.Text;

/**
 * One data item of one cell, with all that an answer must be able to say of it (GDPR Art. 15(1)).
 *
 * @param id never changes, whatever the labels do
 * @param label short name for people
 * @param explanation one or two plain sentences
 * @param fideslang data category key of the fideslang taxonomy, {@code user.contact.email}
 * @param dpv W3C Data Privacy Vocabulary term, {@code pd:EmailAddress}
 * @param source where it comes from (Art. 15(1)(g)), where the words of its origin would not be true
 * @param origin provided by the subject, observed of them, or derived by the provider (decides Art. 20)
 * @param role the provider's own role for this item
 * @param legalBasis Art. 6(1) letter, and the statute where there is one
 * @param retention how long it is kept
 * @param recipients who else gets it, named (Art. 15(1)(c))
 * @param connector the connector that answers for it
 * @param condition under what circumstance the item exists at all
 * @param access how an access request treats it
 * @param portability how a portability request treats it
 * @param erasure how an erasure request treats it
 * @param secret a password, key or code: reported as held, never handed out
 * @param content hosted content: needs a second proof of identity
 */
public record Item(
        ItemId id,
        Text label,
        Text explanation,
        String fideslang,
        String dpv,
        Optional<Text> source,
        Origin origin,
        Role role,
        LegalBasis legalBasis,
        Retention retention,
        List<Recipient> recipients,
        String connector,
        Optional<Text> condition,
        Access access,
        Portability portability,
        Erasure erasure,
        boolean secret,
        boolean content) {
    public Item {
        recipients = List.copyOf(recipients);
    }

    /** What the law makes of an erasure request for it, as far as that follows from the inventory. */
    public ErasureRule erasureRule() {
        return new ErasureRule(erasure.treatment(), retention.rule(), retention.days(), role == Role.PROCESSOR);
    }

    /** Why GDPR Art. 20 does not cover it; empty where an answer to a portability request brings it. */
    public Optional<OutsidePortability> outsidePortability() {
        return OutsidePortability.of(this);
    }

    public enum Origin {
        @JsonProperty("provided")
        PROVIDED,
        @JsonProperty("observed")
        OBSERVED,
        @JsonProperty("derived")
        DERIVED
    }

    /** GDPR Art. 4(7) and (8). */
    public enum Role {
        @JsonProperty("controller")
        CONTROLLER,
        @JsonProperty("processor")
        PROCESSOR
    }

    /**
     * @param article letter of GDPR Art. 6(1), {@code a} to {@code f}
     * @param statute the law that obliges, where there is one
     */
    public record LegalBasis(String article, Optional<Text> statute) {}

    /**
     * @param rule from which each record's last day follows
     * @param days with {@link RetentionRule#ROTATION}, after how many days the last copy is gone
     * @param text the period in words
     */
    public record Retention(RetentionRule rule, Optional<Integer> days, Text text) {}

    /**
     * @param name the recipient by name
     * @param address postal address, empty where not known
     * @param country ISO 3166-1 alpha-2
     * @param purpose why it gets the item
     * @param safeguard outside the European Economic Area, what protects the data there (GDPR Art. 45, 46, 49)
     * @param domains endings of the domain names that a registry keeps; none where it gets the item whatever the domain
     * @param email where it is told of an erasure (GDPR Art. 19); empty where staff tell it in a way of its own
     */
    public record Recipient(
            String name,
            String address,
            String country,
            Text purpose,
            Optional<Text> safeguard,
            List<String> domains,
            Optional<String> email) {
        public Recipient {
            domains = domains == null ? List.of() : List.copyOf(domains);
        }

        /** Whether it is the registry that keeps the domain. */
        public boolean keeps(String domain) {
            return domains.stream().anyMatch(ending -> domain.endsWith('.' + ending));
        }
    }

    public enum Access {
        /** A copy is delivered. */
        @JsonProperty("copy")
        COPY,
        /** Told that it is held, and since when; never the value. */
        @JsonProperty("held-only")
        HELD_ONLY,
        /** A list of what there is (backups), not the content again. */
        @JsonProperty("listing")
        LISTING
    }

    public enum Portability {
        @JsonProperty("included")
        INCLUDED,
        @JsonProperty("outside-right")
        OUTSIDE_RIGHT
    }

    public enum Erasure {
        @JsonProperty("erase")
        ERASE,
        @JsonProperty("anonymise")
        ANONYMISE,
        @JsonProperty("keep-by-law")
        KEEP_BY_LAW,
        @JsonProperty("with-contract")
        WITH_CONTRACT,
        @JsonProperty("rotation")
        ROTATION;

        Treatment treatment() {
            return switch (this) {
                case ERASE -> Treatment.ERASE;
                case ANONYMISE -> Treatment.ANONYMISE;
                case KEEP_BY_LAW -> Treatment.KEEP_BY_LAW;
                case WITH_CONTRACT -> Treatment.WITH_CONTRACT;
                case ROTATION -> Treatment.ROTATION;
            };
        }
    }
}
