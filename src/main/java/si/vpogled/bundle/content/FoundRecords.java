package si.vpogled.bundle.content;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import si.vpogled.connector.extract.CollectionHead;
import si.vpogled.connector.extract.Part;

/** Some records of a collection, with all that they hold. */
public record FoundRecords(CollectionHead head, List<FoundRecord> records) {
    public FoundRecords {
        records = List.copyOf(records);
    }

    /**
     * @param mark by which it is known again
     * @param values by the names of the fields
     */
    public record FoundRecord(Part.Mark mark, ObjectNode values) {}
}
