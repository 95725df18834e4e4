package si.vpogled.storage;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lets somebody who has no right to the store write one object, and do nothing else there: one file of JSON, {@code
 * grant.schema.json}. Whoever has it can write, so it is a secret for as long as it is good.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Grant.Parts.class, name = "parts"),
    @JsonSubTypes.Type(value = Grant.InFolder.class, name = "file")
})
public sealed interface Grant {
    int VERSION = 1;

    /** Of this format, 1. */
    int version();

    /**
     * An S3 store: the object is sent in parts, each with a request that is signed already (AWS Signature Version 4 in
     * the query, the body unsigned), and appears with the one that completes it. Whoever granted it ends the upload.
     *
     * <p>Parts are numbered from 1, through all groups. Each but the last is as long as its group says, and there is at
     * least one. A part that is sent again replaces the one before; what is sent should carry its {@code Content-MD5}.
     *
     * @param until when the store will not take any of it any more
     * @param part in whose address <code>{part}</code> stands for a part's number and <code>{signature}</code> for its
     *     signature; the answer's {@code ETag} is what completing asks for
     * @param groups of parts, the first of which come first
     * @param complete with a body of XML as S3 defines it: {@code CompleteMultipartUpload} with number and {@code ETag}
     *     of each part
     * @param authorities certificates in PEM form that alone are trusted; empty for those that are usually
     */
    record Parts(
            int version,
            Instant until,
            Request part,
            List<Group> groups,
            Request complete,
            Optional<String> authorities)
            implements Grant {
        public Parts {
            groups = List.copyOf(groups);
        }

        /** Nothing that lets anybody write. */
        @Override
        public String toString() {
            return "Parts until " + until;
        }
    }

    /**
     * A file of a folder that is the run's own: it is written under another name in that folder, readable to the
     * folder's group, brought to the disk, and then renamed.
     *
     * @param path of the object
     */
    record InFolder(int version, String path) implements Grant {}

    /**
     * @param headers that are signed too, and are to be sent as they stand
     */
    record Request(String method, String url, Map<String, String> headers) {
        public Request {
            headers = Map.copyOf(headers);
        }

        @Override
        public String toString() {
            return method;
        }
    }

    /**
     * @param bytes of each of its parts
     * @param signatures as many as it has parts
     */
    record Group(long bytes, List<String> signatures) {
        public Group {
            signatures = List.copyOf(signatures);
        }

        @Override
        public String toString() {
            return signatures.size() + " of " + bytes;
        }
    }

    /**
     * What is granted.
     *
     * @param bytes that it has room for, where the store needs to know
     * @param time for which it is good
     */
    record Terms(long bytes, Duration time) {}
}
