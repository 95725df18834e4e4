package si.vpogled.request.chain;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One link of a case's chain.
 *
 * @param number within the chain, from 1
 * @param entry the id of the history's entry
 * @param previous the hash of the link before; empty for the first
 * @param content of the entry as it is now; empty where it is gone
 */
record Link(
        UUID request,
        long number,
        long entry,
        Instant linkedAt,
        String previous,
        String hash,
        Optional<Content> content) {
    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    /** What an entry of the history says. */
    record Content(
            UUID request, Instant at, String actorKind, String actor, String action, Map<String, String> detail) {
        Content {
            detail = Map.copyOf(detail);
        }
    }

    boolean holds(Content said) {
        return holds(said, number);
    }

    /** Whether it was made of this content under this number. */
    boolean holds(Content said, long under) {
        Map<String, Object> canonical = new HashMap<>();
        canonical.put("action", said.action());
        canonical.put("actor", said.actor());
        canonical.put("actorKind", said.actorKind());
        canonical.put("at", MICROSECONDS.format(said.at()));
        canonical.put("detail", said.detail());
        canonical.put("entry", entry);
        canonical.put("linkedAt", MICROSECONDS.format(linkedAt));
        canonical.put("number", under);
        canonical.put("previous", previous);
        canonical.put("request", said.request().toString());
        return CanonicalJson.hash(CanonicalJson.write(canonical)).equals(hash);
    }
}
