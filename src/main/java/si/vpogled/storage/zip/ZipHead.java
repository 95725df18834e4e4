package si.vpogled.storage.zip;

import java.time.Instant;
import java.util.Objects;

/**
 * What stands before an entry's bytes.
 *
 * @param name with {@code /} between parts; written as UTF-8, at most 65,535 bytes
 * @param method how the bytes are compressed
 * @param modified modification time; written in UTC to two seconds (MS-DOS), and to one second where Unix time allows
 */
public record ZipHead(String name, Method method, Instant modified) {
    public ZipHead {
        Objects.requireNonNull(name);
        Objects.requireNonNull(method);
        Objects.requireNonNull(modified);
    }

    /** APPNOTE 4.4.5; others do not occur. */
    public enum Method {
        STORED(0),
        DEFLATED(8);

        private final int number;

        Method(int number) {
            this.number = number;
        }

        public int number() {
            return number;
        }
    }
}
