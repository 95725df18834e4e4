package si.vpogled.bundle.information;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import si.vpogled.bundle.completeness.OpenAccounts;
import si.vpogled.inventory.Inventory;
import si.vpogled.inventory.Item;
import si.vpogled.inventory.ItemId;
import si.vpogled.text.Language;
import si.vpogled.text.Text;

/**
 * {@code information.json}, {@code information.schema.json}: of an answer to an access request what Art. 15(1)-(2) wants
 * told, of one to a portability request what Art. 20 does.
 *
 * @param purposes Art. 15(1)(a), for each cell of the inventory where something was found
 * @param services Art. 15(1)(b), (d), (g), item by item
 * @param recipients Art. 15(1)(c), each by name, once; none in an answer to a portability request
 * @param rights Art. 15(1)(e)
 * @param complaint Art. 15(1)(f)
 * @param automatedDecisions Art. 15(1)(h); only in an answer to an access request
 * @param transfers Art. 15(2); only in an answer to an access request
 * @param portability Art. 20; only in an answer to a portability request
 * @param unreachable items that the systems in question could say nothing of yet
 * @param openAccounts at which nobody looked, so that nothing is said of them
 */
@JsonPropertyOrder({"$schema", "version"})
public record Information(
        int version,
        String reference,
        Language language,
        Instant created,
        String inventoryVersion,
        Inventory.Provider controller,
        List<Purpose> purposes,
        List<ServicePart> services,
        List<RecipientPart> recipients,
        List<Right> rights,
        Complaint complaint,
        Optional<AutomatedDecisions> automatedDecisions,
        Optional<Transfers> transfers,
        Optional<Portability> portability,
        List<ItemId> unreachable,
        Optional<OpenAccounts> openAccounts) {
    /** Whether nothing was found and nothing is open. */
    public boolean none() {
        return services.isEmpty() && unreachable.isEmpty() && openAccounts.isEmpty();
    }

    @JsonProperty("$schema")
    public String schema() {
        return "schemas/information.schema.json";
    }

    public record Purpose(String service, Text serviceName, String row, Text rowName, Text purpose, List<Text> bases) {}

    public record ServicePart(String service, Text name, List<Category> categories) {}

    /**
     * @param category key of the fideslang taxonomy
     * @param dpv term of the W3C Data Privacy Vocabulary
     * @param origin who it comes from
     * @param source where it comes from, in words
     * @param keptUntil the last day on which the longest-kept record that was found is kept, where a date ends that
     * @param recipients by name
     */
    public record Category(
            ItemId item,
            Text label,
            Text explanation,
            String category,
            String dpv,
            Item.Origin origin,
            Text source,
            Item.Role role,
            Text basis,
            Text retention,
            Optional<LocalDate> keptUntil,
            List<String> recipients) {}

    /**
     * @param countryName of {@code country}, in words
     * @param third whether the country lies outside the European Economic Area
     * @param safeguard what protects the data there (Art. 15(2)); only of third countries
     * @param items that it gets
     */
    public record RecipientPart(
            String name,
            String address,
            String country,
            Text countryName,
            boolean third,
            Optional<Text> safeguard,
            List<Text> purposes,
            List<ItemId> items) {}

    public record Right(Text article, Text text) {}

    /** @param days for a complaint against this answer, from its receipt (ZVOP-2 Art. 14(2)) */
    public record Complaint(
            String authority,
            String address,
            String email,
            String phone,
            String web,
            int days,
            Text text,
            Text court) {}

    public record AutomatedDecisions(boolean exist, Text text) {}

    /**
     * @param scope what the answer holds (Art. 20(1))
     * @param formats in which it holds it
     * @param transmission that it is transmitted directly on request (Art. 20(2)), and that nothing is erased by that (Art. 20(3))
     * @param outside what it does not hold, and why
     */
    public record Portability(Text scope, Text formats, Text transmission, List<Outside> outside) {}

    /** @param items by id, for one reason */
    public record Outside(Text reason, Optional<Text> article, List<ItemId> items) {}

    /** @param recipients in third countries, by name */
    public record Transfers(List<String> recipients, Text text) {}
}
