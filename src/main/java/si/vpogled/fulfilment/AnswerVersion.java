package si.vpogled.fulfilment;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import si.vpogled.collection.Run;
import si.vpogled.collection.WithheldParts;
import si.vpogled.collection.Withholdings;
import si.vpogled.storage.seal.Sha256;

/**
 * What an answer would be made of: what each source brought, and what is left out of it and why. Another version is
 * another answer.
 *
 * @param text a digest, so that it tells nothing of what it stands for
 */
public record AnswerVersion(String text) {
    private static final int LENGTH = 32;

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
        return new AnswerVersion(Sha256.hex(String.join("", words)).substring(0, LENGTH));
    }

    /** Each with its length, so that no two lists read the same. */
    private static void add(List<String> words, Object... some) {
        words.add(some.length + ";");
        for (Object one : some) {
            String word = one.toString();
            words.add(word.length() + ":" + word);
        }
    }
}
