package si.vpogled.inventory;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * Names one data item of one cell for ever: {@code shared-hosting.user-data.files}.
 *
 * @param service one of the inventory's services
 * @param row one of its rows
 * @param name the item's name within its cell
 */
public record ItemId(String service, String row, String name) implements Comparable<ItemId> {
    private static final Pattern PART = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    public ItemId {
        for (String part : new String[] {service, row, name}) {
            if (part == null || !PART.matcher(part).matches()) {
                throw new IllegalArgumentException("Not a part of an item id: " + part);
            }
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ItemId parse(String id) {
        String[] parts = id.split("\\.", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("An item id is service.row.name, not: " + id);
        }
        return new ItemId(parts[0], parts[1], parts[2]);
    }

    @JsonValue
    @Override
    public String toString() {
        return service + '.' + row + '.' + name;
    }

    @Override
    public int compareTo(ItemId other) {
        return toString().compareTo(other.toString());
    }
}
