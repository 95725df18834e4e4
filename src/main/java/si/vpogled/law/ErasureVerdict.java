package si.vpogled.law;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import si.vpogled.text.Text;

/** What becomes of one group of records whose erasure is asked for. In JSON its kind stands under {@code verdict}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "verdict")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ErasureVerdict.Erase.class, name = "erase"),
    @JsonSubTypes.Type(value = ErasureVerdict.Anonymise.class, name = "anonymise"),
    @JsonSubTypes.Type(value = ErasureVerdict.Restrict.class, name = "restrict"),
    @JsonSubTypes.Type(value = ErasureVerdict.ReferToController.class, name = "refer-to-controller"),
    @JsonSubTypes.Type(value = ErasureVerdict.NotifyThirdParty.class, name = "notify-third-party"),
    @JsonSubTypes.Type(value = ErasureVerdict.WhileContractRuns.class, name = "while-contract-runs")
})
public sealed interface ErasureVerdict {
    /** The article that it rests on, with the statute where there is one. */
    Text article();

    /** What happens, in a plain sentence or two. */
    Text text();

    /** Erased, all of it. */
    record Erase() implements ErasureVerdict {
        @Override
        public Text article() {
            return VerdictWords.of("erase.article");
        }

        @Override
        public Text text() {
            return VerdictWords.of("erase.text");
        }
    }

    /** The records stay, without what tells the person. */
    record Anonymise() implements ErasureVerdict {
        @Override
        public Text article() {
            return VerdictWords.of("anonymise.article");
        }

        @Override
        public Text text() {
            return VerdictWords.of("anonymise.text");
        }
    }

    /**
     * Kept and used for nothing else, then erased.
     *
     * @param rule by which it is kept
     * @param lastDay on which it is kept; empty where nobody can tell: then it is kept, and somebody must look
     */
    record Restrict(Keeping keeping, RetentionRule rule, Optional<LocalDate> lastDay) implements ErasureVerdict {
        /** The first day on which it may be erased. */
        public Optional<LocalDate> erasableFrom() {
            return lastDay.map(day -> day.plusDays(1));
        }

        @Override
        public Text article() {
            return switch (keeping) {
                case BY_LAW -> Text.joined("; ", List.of(RefusalGround.LEGAL_OBLIGATION.article(), rule.text()));
                case FOR_CLAIMS -> RefusalGround.LEGAL_CLAIMS.article();
                case UNTIL_ROTATION, INSEPARABLE -> rule.text();
            };
        }

        @Override
        public Text text() {
            Text why = VerdictWords.of("restrict." + keeping.key());
            return why.then(lastDay.map(day -> VerdictWords.of("restrict.until", Text.of(day)))
                    .orElseGet(() -> VerdictWords.of("restrict.undated")));
        }
    }

    /** Why something is kept. */
    enum Keeping {
        /** GDPR Art. 17(3)(b). */
        BY_LAW,
        /** GDPR Art. 17(3)(e); only people say so. */
        FOR_CLAIMS,
        /** Backups are overwritten in turn. */
        UNTIL_ROTATION,
        /** It cannot be taken out of what is everybody's. */
        INSEPARABLE;

        String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Somebody else's content: its controller decides (GDPR Art. 28(3)(e)). */
    record ReferToController() implements ErasureVerdict {
        @Override
        public Text article() {
            return VerdictWords.of("refer-to-controller.article");
        }

        @Override
        public Text text() {
            return VerdictWords.of("refer-to-controller.text");
        }
    }

    /** Held by a controller of its own, who is told (GDPR Art. 19), and whose erasure nobody promises. */
    record NotifyThirdParty() implements ErasureVerdict {
        @Override
        public Text article() {
            return VerdictWords.of("notify-third-party.article");
        }

        @Override
        public Text text() {
            return VerdictWords.of("notify-third-party.text");
        }
    }

    /**
     * Not while the contract runs.
     *
     * @param afterwards what ending the contract would change it to
     * @param assumed whether the contract is only taken for running, because nobody could tell
     */
    record WhileContractRuns(ErasureVerdict afterwards, boolean assumed) implements ErasureVerdict {
        @Override
        public Text article() {
            return RefusalGround.CONTRACT_IN_FORCE.article();
        }

        @Override
        public Text text() {
            return VerdictWords.of(assumed ? "while-contract-runs.assumed" : "while-contract-runs.text")
                    .then(VerdictWords.of("while-contract-runs.afterwards", afterwards.text()));
        }
    }
}
