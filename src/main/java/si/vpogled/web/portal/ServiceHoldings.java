package si.vpogled.web.portal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import si.vpogled.inventory.Inventory;
import si.vpogled.inventory.Item;
import si.vpogled.text.Language;
import si.vpogled.text.Text;

/**
 * A service, and in short what is held of those who use it.
 *
 * @param count of the items that the inventory has for it
 * @param examples labels of those items that tell the service from others
 */
record ServiceHoldings(String id, Text name, Text description, int count, List<Text> examples) {
    private static final int EXAMPLES = 3;
    /** Also one like {@code E-mail}. */
    private static final Pattern WORD = Pattern.compile("\\p{Lu}-?\\p{Ll}");

    /** What most services have alike says nothing of one. */
    private static final int FEW = 2;

    ServiceHoldings {
        examples = List.copyOf(examples);
    }

    static List<ServiceHoldings> all(Inventory inventory) {
        Map<String, Long> services =
                inventory.items().stream().collect(Collectors.groupingBy(ServiceHoldings::name, Collectors.counting()));
        return inventory.services().stream()
                .map(service -> of(inventory, service, services))
                .toList();
    }

    private static ServiceHoldings of(
            Inventory inventory, Inventory.ServiceColumn service, Map<String, Long> services) {
        // the last row is of what people put there themselves, which they know best
        List<Item> items = IntStream.iterate(inventory.rows().size() - 1, row -> row >= 0, row -> row - 1)
                .mapToObj(row -> inventory
                        .cell(service.id(), inventory.rows().get(row).id())
                        .items())
                .flatMap(List::stream)
                .toList();
        List<Text> examples = items.stream()
                .sorted(Comparator.comparing(item -> services.get(name(item)) > FEW))
                .map(Item::label)
                .distinct()
                .limit(EXAMPLES)
                .toList();
        return new ServiceHoldings(service.id(), service.name(), service.description(), items.size(), examples);
    }

    private static String name(Item item) {
        return item.id().name();
    }

    /** The examples in one line, as they stand within a sentence. */
    public String examples(Language language) {
        return examples.stream().map(text -> lowered(text.in(language))).collect(Collectors.joining(", "));
    }

    /** Abbreviations stay as they are. */
    private static String lowered(String label) {
        boolean word = WORD.matcher(label).lookingAt();
        return word ? Character.toLowerCase(label.charAt(0)) + label.substring(1) : label;
    }
}
