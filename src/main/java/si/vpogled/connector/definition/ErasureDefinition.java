package si.vpogled.connector.definition;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import si.vpogled.connector.PlannedGroup.Way;
import si.vpogled.law.Circumstances.Reach;
import si.vpogled.text.Text;

/**
 * How records of a collection go, or why they do not.
 *
 * @param erase by what means whole records go, as the transport's schema says
 * @param anonymise by what means that goes which tells the person
 * @param items names of the items of which no value is left after that
 * @param contractUntil where in each row the day stands until which the contract runs that the record is of
 * @param cannot why neither is possible
 */
public record ErasureDefinition(
        Optional<ObjectNode> erase,
        Optional<ObjectNode> anonymise,
        List<String> items,
        Optional<String> contractUntil,
        Optional<Cannot> cannot) {
    public ErasureDefinition {
        erase = erase == null ? Optional.empty() : erase;
        anonymise = anonymise == null ? Optional.empty() : anonymise;
        items = items == null ? List.of() : List.copyOf(items);
        contractUntil = contractUntil == null ? Optional.empty() : contractUntil;
        cannot = cannot == null ? Optional.empty() : cannot;
    }

    /** By what means records go so; empty where they cannot. */
    public Optional<ObjectNode> means(Way way) {
        return switch (way) {
            case ERASE -> erase;
            case ANONYMISE -> anonymise;
        };
    }

    /** What a verdict must know of it. */
    public Reach reach() {
        return cannot.map(Cannot::instead).map(Instead::reach).orElse(Reach.ERASABLE);
    }

    /**
     * @param instead what is done in its place
     * @param reason for the subject and for staff
     */
    public record Cannot(Instead instead, Text reason) {}

    /** What is done in the place of an erasure. */
    public enum Instead {
        /** Whoever holds it is told (GDPR Art. 19). */
        @JsonProperty("notify")
        NOTIFY,
        /** It is used for nothing else until it goes by itself. */
        @JsonProperty("restrict")
        RESTRICT,
        /** Newer copies overwrite it. */
        @JsonProperty("rotation")
        ROTATION;

        Reach reach() {
            return switch (this) {
                case NOTIFY -> Reach.HELD_ELSEWHERE;
                case RESTRICT, ROTATION -> Reach.INSEPARABLE;
            };
        }
    }
}
