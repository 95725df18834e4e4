package si.vpogled.bundle.report;

import java.io.IOException;
import java.io.InputStream;

/** Opens the records of a collection as they stand in the bundle: what is left out there is not in it. */
public interface CollectedRecords {
    InputStream open(Collected collection) throws IOException;
}
