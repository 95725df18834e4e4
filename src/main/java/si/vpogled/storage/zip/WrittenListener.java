package si.vpogled.storage.zip;

import java.io.IOException;

/** Hears of each entry once it stands in the archive. */
@FunctionalInterface
public interface WrittenListener {
    void written(Written entry) throws IOException;
}
