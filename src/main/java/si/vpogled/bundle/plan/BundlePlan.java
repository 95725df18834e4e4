package si.vpogled.bundle.plan;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import si.vpogled.connector.Fault;
import si.vpogled.connector.extract.Part;
import si.vpogled.inventory.ItemId;
import si.vpogled.text.Language;
import si.vpogled.text.Text;

/**
 * Everything that decides what stands in one bundle. The same plan gives the same bundle, signature time apart.
 *
 * @param request whose answer it is
 * @param reference the request's public reference; names the bundle's folder, so it is a plain file name
 * @param right {@code access}, {@code portability} or {@code erasure}
 * @param language of the subject; comes first in the bundle, the other language is there too
 * @param received when the request came in
 * @param created when the bundle was ordered; every date in the bundle is this one
 * @param domains that the subject named, that staff proved or that were found; those in the extracts come besides
 * @param services in scope; every inventory item of these gets a verdict
 * @param number 1 for the answer, 2 for its first supplement
 * @param attempt of this assembly; part of the stored name, so that an overtaken attempt overwrites nothing
 * @param extracts at most one for each connector
 * @param withholdings items left out for the rights of others
 * @param withheldParts entries, records and fields left out for the rights of others
 * @param gaps connectors whose failed or missing items are told as unreachable
 * @param notNeeded connectors that had no identifier to look anybody up by, after every connector that could have yielded
 *     one had answered: nothing of theirs is held
 * @param partial the decision to answer although there are gaps; without it a gap stops the bundle
 * @param supplementTo the number of the bundle that this one completes; a supplement is a whole answer again
 */
public record BundlePlan(
        UUID request,
        String reference,
        String right,
        Language language,
        String subjectName,
        String subjectEmail,
        Instant received,
        Instant created,
        List<String> domains,
        List<String> services,
        int number,
        int attempt,
        List<Extract> extracts,
        List<Withholding> withholdings,
        List<WithheldPart> withheldParts,
        List<Gap> gaps,
        List<String> notNeeded,
        Optional<Partial> partial,
        Optional<Integer> supplementTo) {
    private static final Set<String> RIGHTS = Set.of("access", "portability", "erasure");

    public BundlePlan {
        if (!reference.matches("[A-Za-z0-9][A-Za-z0-9-]{0,63}")) {
            throw new IllegalArgumentException("A bundle's reference is 1 to 64 letters, digits and hyphens");
        }
        if (!RIGHTS.contains(right)) {
            throw new IllegalArgumentException("A bundle answers access, portability or erasure");
        }
        domains = List.copyOf(domains);
        services = List.copyOf(services);
        extracts = List.copyOf(extracts);
        withholdings = List.copyOf(withholdings);
        withheldParts = List.copyOf(withheldParts);
        gaps = List.copyOf(gaps);
        notNeeded = List.copyOf(notNeeded);
    }

    /** Where the bundle stands in the store. */
    public String key() {
        return key(attempt);
    }

    /** Where earlier attempts at this bundle would stand: none of them is the answer. */
    public List<String> earlierKeys() {
        return IntStream.range(1, attempt).mapToObj(this::key).toList();
    }

    private String key(int attemptOfIt) {
        return "requests/" + request + "/bundles/" + number + "-" + attemptOfIt + ".zip";
    }

    /** What the bundle is sealed with, so that no other object can stand in for it. */
    public String sealContext() {
        return "vpogled bundle 1 " + request + " " + number + " " + attempt;
    }

    /**
     * What a connector brought.
     *
     * @param key where the extract stands in the store
     */
    public record Extract(String connector, UUID run, int attempt, String key) {
        /** What the extract was sealed with by the job that wrote it. */
        public String sealContext() {
            return "vpogled extract 1 " + run + " " + attempt;
        }
    }

    /**
     * An item that is held but left out.
     *
     * @param ground key of a {@link si.vpogled.law.RefusalGround}
     * @param article the provision in words
     * @param reason why, for the subject
     */
    public record Withholding(ItemId item, String ground, Text article, Text reason) {}

    /**
     * A part of an item that is held but left out.
     *
     * @param ground key of a {@link si.vpogled.law.RefusalGround}
     * @param article the provision in words
     * @param reason why, for the subject
     */
    public record WithheldPart(Part part, String ground, Text article, Text reason) {}

    /**
     * A connector that did not answer, or not for all of its items.
     *
     * @param title what people call it
     * @param since when it was first tried
     * @param asked whether it was asked at all; not, where nobody is known there because another is silent
     * @param hides connectors that were not asked about accounts which only this one knows of: what they hold of these
     *     is not known
     */
    public record Gap(String connector, Text title, Fault fault, Instant since, boolean asked, List<String> hides) {
        public Gap {
            hides = List.copyOf(hides);
        }
    }

    /** A clerk's decision to answer in part, and why. */
    public record Partial(Text reason, Instant decided) {}
}
