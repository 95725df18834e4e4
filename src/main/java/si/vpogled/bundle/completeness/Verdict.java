package si.vpogled.bundle.completeness;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import si.vpogled.bundle.plan.BundlePlan;
import si.vpogled.inventory.Item;
import si.vpogled.text.Text;

/** What became of one inventory item in one answer. */
public sealed interface Verdict {
    /** In completeness.json and in counts: {@code none-held}. */
    String kind();

    /** Said to the subject, in both languages. */
    Text reason();

    /** The provision that the verdict rests on, where there is one. */
    default Optional<Text> article() {
        return Optional.empty();
    }

    /**
     * The item is in the bundle.
     *
     * @param how a copy, a note that it is held (secrets), or a listing (backups)
     * @param files that carry it, by path under {@code data/}
     * @param folders that carry nothing but it and its like
     * @param records with a value, or files
     * @param keptUntil the last day on which the longest-kept record of it is kept, where a date ends the retention
     * @param withheld what of it is left out for the rights of others: where there is any, it is delivered in part
     * @param silent the system that gave no answer where there may be more, at accounts which only it knows of
     * @param settledFrom from when the contact counts as proof that leads to another account, at which there may be more;
     *     only where there is such an account, which was left out
     */
    record Delivered(
            Item.Access how,
            List<String> files,
            List<Folder> folders,
            long records,
            Optional<LocalDate> keptUntil,
            List<PartLeftOut> withheld,
            Optional<BundlePlan.Gap> silent,
            Optional<LocalDate> settledFrom,
            Text reason)
            implements Verdict {
        public Delivered {
            files = List.copyOf(files);
            folders = List.copyOf(folders);
            withheld = List.copyOf(withheld);
        }

        @Override
        public String kind() {
            return "delivered";
        }
    }

    /**
     * A folder of delivered files.
     *
     * @param path under {@code data/}, ending with a slash
     */
    record Folder(String path, long files, long bytes) {}

    /**
     * Looked for and not held, or there was nothing to look by.
     *
     * @param searched whether anything was read that carries it; not, where no account is known that it is read by
     * @param besideLeftOut whether something was found that may carry it, and left out: so it is only said that there is
     *     nothing else
     */
    record NoneHeld(boolean searched, boolean besideLeftOut, Text reason) implements Verdict {
        @Override
        public String kind() {
            return "none-held";
        }
    }

    /** Left out for a ground of the law: held, or not looked for where the proof of identity is open. */
    record Withheld(String ground, Optional<Text> article, Text reason) implements Verdict {
        @Override
        public String kind() {
            return "withheld";
        }
    }

    /** Not erased yet: statute keeps it. */
    record KeptByLaw(LocalDate until, Optional<Text> article, Text reason) implements Verdict {
        @Override
        public String kind() {
            return "kept-by-law";
        }
    }

    /** What customers store: the customer who stored it is the controller (GDPR Art. 28). */
    record ReferToController(Optional<Text> article, Text reason) implements Verdict {
        @Override
        public String kind() {
            return "refer-to-controller";
        }
    }

    /** Not what Art. 20 covers; an access request brings it. */
    record OutsideRight(Optional<Text> article, Text reason) implements Verdict {
        @Override
        public String kind() {
            return "outside-right";
        }
    }

    /**
     * The system that holds it did not answer, or not to the end, or it is the one that knows of the accounts to look
     * at; a supplement follows.
     *
     * @param silent that system
     * @param files that carry what was read before, by path under {@code data/}
     * @param folders that carry nothing but it and its like
     */
    record Unreachable(BundlePlan.Gap silent, List<String> files, List<Folder> folders, Text reason)
            implements Verdict {
        public Unreachable {
            files = List.copyOf(files);
            folders = List.copyOf(folders);
        }

        @Override
        public String kind() {
            return "unreachable";
        }
    }
}
