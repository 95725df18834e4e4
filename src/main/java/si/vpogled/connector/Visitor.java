package si.vpogled.connector;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;

/** Takes what a source reads, one after the other. */
public interface Visitor {
    /**
     * @param row valid only during the call
     * @throws ConnectorException when a limit is passed; the source lets it through
     */
    void row(Row row) throws ConnectorException;

    /** A file, in native form. Its content is read within the call. */
    void file(FoundFile file) throws ConnectorException;

    /** Something was left aside, for instance a symbolic link that leaves the account. */
    void leftAside(LeftAside reason);

    /** A file of all subjects was looked through, such as a log, and may hold nothing of this one. */
    default void lookedThrough() {}

    /** One record as the source has it. */
    interface Row {
        /**
         * The value at a place of the record: a column (jdbc), a JSON Pointer (http, rdap), a named group (files).
         *
         * @return null-free: empty where the record has none. Values are String, Long, BigDecimal, Double, Boolean,
         *     LocalDate, Instant, OffsetDateTime or LocalDateTime
         */
        Optional<Object> value(String from) throws ConnectorException;
    }

    /**
     * @param name path within the collection's folder, as the backend has it; the engine makes it safe
     * @param size in bytes where known beforehand
     */
    record FoundFile(String name, String mediaType, Optional<Instant> modified, Optional<Long> size, Content content) {}

    /** Opens a file's content. */
    interface Content {
        InputStream open() throws IOException, ConnectorException;
    }

    enum LeftAside {
        /** A symbolic link: the content is delivered where it stands, or lies outside the account. */
        LINK,
        /** A device, socket or pipe. */
        SPECIAL_FILE,
        /** The file vanished between listing and reading. */
        VANISHED,
        /** The backend's own rights forbid reading it. */
        FORBIDDEN,
        /** A line of a log so long that only its beginning was looked at. */
        LONG_LINE,
        /** A line of a log that names the subject, but is not written as the read's pattern says. */
        UNREADABLE_LINE,
        /** Within a mailbox, something that is no message and none of the mail server's own indexes. */
        NO_MESSAGE,
        /** A record whose contact changed too recently to prove that it is the subject's. */
        UNSETTLED_CONTACT,
        /** A record whose contact may have been somebody else's when it was written. */
        DOUBTFUL_CONTACT,
        /** A line of a log with a login that accounts of several people have. */
        SHARED_LOGIN
    }
}
