package si.vpogled.connector;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import si.vpogled.inventory.ItemId;

/**
 * A group of records, and what an approved plan makes of it.
 *
 * @param items for {@link Way#ANONYMISE} the items of which no value is to be left; for {@link Way#ERASE} those that
 *     its records hold, told for the reader
 * @param records how many there were when the plan was made, less what earlier steps erased: whoever meets more stops
 */
public record PlannedGroup(RecordGroup group, Way way, List<ItemId> items, long records) {
    public PlannedGroup {
        items = List.copyOf(items);
    }

    /** How records go. */
    public enum Way {
        /** All of each record. */
        @JsonProperty("erase")
        ERASE,
        /** What tells the person; the record stays. */
        @JsonProperty("anonymise")
        ANONYMISE
    }
}
