package si.vpogled.bundle.content;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import si.vpogled.bundle.json.CollectionReader;
import si.vpogled.bundle.plan.Cut;

/**
 * Contacts (RFC 6350) without what is withheld: card by card, beside the records of which each is one. A property goes
 * where its value is a withheld one, whichever property that is; cards that nothing goes from stay byte for byte.
 */
final class ContactCards {
    private static final String END = "END:VCARD";
    /** Name and parameters, up to the colon that is not quoted. */
    private static final Pattern HEAD = Pattern.compile("^[^:\"]*(?:\"[^\"]*\"[^:\"]*)*:");

    private final BufferedReader cards;
    private final Writer out;

    ContactCards(InputStream cards, OutputStream out) {
        this.cards = new BufferedReader(new InputStreamReader(cards, StandardCharsets.UTF_8));
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }

    /** @param records with all that they hold */
    void without(Cut cut, CollectionReader records) throws IOException {
        for (Optional<ObjectNode> record = records.next(); record.isPresent(); record = records.next()) {
            List<String> card = next();
            if (card.isEmpty()) {
                throw new MisfitException();
            }
            long number = records.number();
            if (cut.record(number).isEmpty()) {
                Set<String> fields = new TreeSet<>(cut.columns().keySet());
                fields.addAll(cut.cells(number).keySet());
                write(fields.isEmpty() ? card : without(values(record.get(), fields), card));
            }
        }
        if (!next().isEmpty()) {
            throw new MisfitException();
        }
        out.flush();
    }

    private static Set<String> values(ObjectNode record, Collection<String> fields) {
        return fields.stream()
                .filter(record::has)
                .map(field -> bare(record.get(field).asText()))
                .collect(Collectors.toSet());
    }

    /** The lines of the next card, folded lines joined to one; none at the end. */
    private List<String> next() throws IOException {
        List<String> card = new ArrayList<>();
        for (String line = cards.readLine(); line != null; line = cards.readLine()) {
            if (line.startsWith(" ") && !card.isEmpty()) {
                card.set(card.size() - 1, card.getLast() + "\r\n" + line);
            } else if (!line.isEmpty()) {
                card.add(line);
            }
            if (line.equals(END)) {
                return card;
            }
        }
        return card;
    }

    private static List<String> without(Set<String> values, List<String> card) {
        List<String> kept = new ArrayList<>(card);
        if (kept.removeIf(line -> values.contains(bare(value(line))))
                && kept.stream().noneMatch(line -> line.startsWith("FN:") || line.startsWith("FN;"))) {
            // a card has a name, even where none may be told (RFC 6350 section 6.2.1)
            kept.add(Math.min(2, kept.size()), "FN:?");
        }
        return kept;
    }

    private static String value(String line) {
        String unfolded = line.replace("\r\n ", "");
        return HEAD.matcher(unfolded).replaceFirst("");
    }

    /** What is left of a text without all that escaping and structure put in or took out. */
    private static String bare(String text) {
        String letters = text.replaceAll("\\\\[nN]", "").replaceAll("[^\\p{L}\\p{N}]", "");
        return letters.isEmpty() ? text.strip() : letters;
    }

    private void write(List<String> card) throws IOException {
        for (String line : card) {
            out.write(line);
            out.write("\r\n");
        }
    }
}
