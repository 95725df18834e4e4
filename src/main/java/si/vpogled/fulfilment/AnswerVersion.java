package si.vpogled.fulfilment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import si.vpogled.collection.Run;
import si.vpogled.collection.WithheldParts;
import si.vpogled.collection.Withholdings;

/**
 * What an answer would be made of: what each source brought, and what is left out of it and why. Another version is
 * another answer.
 *
 * @param text a digest, so that it tells nothing of what it stands for
 */
public record AnswerVersion(String text) {
    private static final int BYTES = 16;

    static AnswerVersion of(
            UUID request,
            List<Run> runs,
            List<Withholdings.Withholding> withheld,
            List<WithheldParts.WithheldPart> parts) {
        List<String> words = new ArrayList<>();
        add(words, request);
        runs.forEach(run -> add(
                words,
                run.connector(),
                run.state(),
                run.extract().map(Run.Extract::attempt),
                run.extract().map(Run.Extract::key)));
        withheld.forEach(one -> add(words, one.item(), one.ground(), one.reason()));
        parts.forEach(one -> add(
                words,
                one.source(),
                one.part().entry(),
                one.part().record(),
                one.part().field(),
                one.ground(),
                one.reason(),
                one.lost()));
        return new AnswerVersion(digest(words));
    }

    /** Each with its length, so that no two lists read the same. */
    private static void add(List<String> words, Object... some) {
        words.add(some.length + ";");
        for (Object one : some) {
            String word = one.toString();
            words.add(word.length() + ":" + word);
        }
    }

    private static String digest(List<String> words) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("", words).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
