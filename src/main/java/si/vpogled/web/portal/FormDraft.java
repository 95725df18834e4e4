package si.vpogled.web.portal;

import java.util.EnumSet;
import java.util.Set;

/**
 * The form as it stands between its steps.
 *
 * @param done questions that were answered, and rightly so
 * @param key by which sending twice is noticed
 */
record FormDraft(RequestForm form, Set<Step> done, String key) {
    FormDraft {
        done = Set.copyOf(done);
    }

    /** With other answers to a question; wrong ones are kept as well, for whoever goes back and forth. */
    FormDraft answered(Step step, RequestForm answers, boolean right) {
        Set<Step> now = EnumSet.noneOf(Step.class);
        now.addAll(done);
        if (right) {
            now.add(step);
        } else {
            now.remove(step);
        }
        return new FormDraft(answers, now, key);
    }
}
