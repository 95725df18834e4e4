package si.vpogled.connector.extract;

import ezvcard.VCard;
import ezvcard.VCardVersion;
import ezvcard.io.text.VCardWriter;
import ezvcard.property.Address;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/** Contacts as vCard 4 (RFC 6350). */
final class ContactWriter implements Closeable {
    private final Map<String, String> properties;
    private final VCardWriter writer;

    /** @param properties vCard property of each field that has one */
    ContactWriter(Map<String, String> properties, OutputStream out) {
        this.properties = properties;
        this.writer = new VCardWriter(out, VCardVersion.V4_0);
        writer.setAddProdId(false);
    }

    void write(Map<String, Object> values) throws IOException {
        VCard card = new VCard();
        values.forEach((field, value) -> {
            if (properties.containsKey(field)) {
                add(card, properties.get(field), value.toString());
            }
        });
        if (card.getFormattedName() == null) {
            card.setFormattedName(
                    card.getEmails().isEmpty()
                            ? "?"
                            : card.getEmails().getFirst().getValue());
        }
        writer.write(card);
    }

    private static void add(VCard card, String property, String value) {
        switch (property) {
            case "FN" -> card.setFormattedName(value);
            case "EMAIL" -> card.addEmail(value);
            case "TEL" -> card.addTelephoneNumber(value);
            case "ORG" -> card.setOrganization(value);
            case "TITLE" -> card.addTitle(value);
            case "NOTE" -> card.addNote(value);
            case "URL" -> card.addUrl(value);
            case "ADR" -> card.addAddress(address(value));
            default -> card.addExtendedProperty(property, value);
        }
    }

    private static Address address(String text) {
        Address address = new Address();
        address.setStreetAddress(text);
        return address;
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
