package si.vpogled.bundle.report;

import java.io.IOException;
import si.vpogled.bundle.json.CollectionReader;

/** Opens the records of a collection as they stand in the bundle: what is left out there is not in it. */
public interface CollectedRecords {
    CollectionReader open(Collected collection) throws IOException;
}
