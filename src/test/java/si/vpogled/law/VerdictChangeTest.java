package si.vpogled.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import si.vpogled.law.ErasureVerdict.Anonymise;
import si.vpogled.law.ErasureVerdict.Erase;
import si.vpogled.law.ErasureVerdict.Keeping;
import si.vpogled.law.ErasureVerdict.NotifyThirdParty;
import si.vpogled.law.ErasureVerdict.ReferToController;
import si.vpogled.law.ErasureVerdict.Restrict;
import si.vpogled.law.ErasureVerdict.WhileContractRuns;

class VerdictChangeTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final ErasureVerdict BY_LAW = kept(Keeping.BY_LAW, "2034-12-31");
    private static final ErasureVerdict UNDATED =
            new Restrict(Keeping.BY_LAW, RetentionRule.ZDDV_1_86, Optional.empty());

    @Test
    void gdprArt17_3e_legalClaimsKeepWhatMayBeErasedUntilADayAhead() {
        for (ErasureVerdict ruled : List.of(new Erase(), new Anonymise())) {
            assertThat(refusal(ruled, claims("2027-06-30"))).isEmpty();
            assertThat(refusal(ruled, claims("2026-11-23")))
                    .hasValueSatisfying(why -> assertThat(why).contains("until a day ahead"));
            assertThat(refusal(ruled, new Restrict(Keeping.FOR_CLAIMS, RetentionRule.CONTRACT, Optional.empty())))
                    .isPresent();
        }
    }

    @Test
    void gdprArt17_1_nothingElseKeepsWhatMayBeErased() {
        assertThat(refusal(new Erase(), BY_LAW))
                .hasValueSatisfying(why -> assertThat(why).contains("GDPR Art. 17(3)(e)"));
        assertThat(refusal(new Erase(), new WhileContractRuns(new Erase(), false)))
                .isPresent();
        assertThat(refusal(new Erase(), new NotifyThirdParty())).isPresent();
        assertThat(refusal(new Erase(), new ReferToController())).isPresent();
    }

    @Test
    void gdprRecital26_erasingAndTakingOutThePersonMayStandForEachOther() {
        assertThat(refusal(new Erase(), new Anonymise())).isEmpty();
        assertThat(refusal(new Anonymise(), new Erase())).isEmpty();
    }

    @Test
    void zddv1Art86_nobodyShortensWhatAStatuteKeeps() {
        assertThat(refusal(BY_LAW, new Erase())).isPresent();
        assertThat(refusal(BY_LAW, new Anonymise())).isPresent();
        assertThat(refusal(BY_LAW, kept(Keeping.BY_LAW, "2030-12-31"))).isPresent();
        assertThat(refusal(BY_LAW, claims("2030-12-31"))).isPresent();
        assertThat(refusal(BY_LAW, claims("2036-12-31"))).isEmpty();
    }

    @Test
    void zddv1Art86_whatHasNoDateIsDatedBeforeAnythingElse() {
        assertThat(refusal(UNDATED, new Erase()))
                .hasValueSatisfying(why -> assertThat(why).contains("find out the record's date first"));
        assertThat(refusal(UNDATED, claims("2036-12-31"))).isPresent();
    }

    @Test
    void gdprArt6_1bArt19Art28_whatOthersDecideStaysTheirs() {
        for (ErasureVerdict ruled :
                List.of(new ReferToController(), new NotifyThirdParty(), new WhileContractRuns(new Erase(), true))) {
            assertThat(refusal(ruled, new Erase())).isPresent();
            assertThat(refusal(ruled, claims("2036-12-31"))).isPresent();
        }
    }

    @Test
    void whatStaysAsItIsNeedsNoReason() {
        for (ErasureVerdict ruled : List.of(new Erase(), BY_LAW, UNDATED, new ReferToController())) {
            assertThat(refusal(ruled, ruled)).isEmpty();
        }
    }

    private static Optional<String> refusal(ErasureVerdict ruled, ErasureVerdict wanted) {
        return VerdictChange.refusal(ruled, wanted, TODAY).map(text -> {
            assertThat(text.sl()).isNotBlank();
            return text.en();
        });
    }

    private static ErasureVerdict claims(String until) {
        return kept(Keeping.FOR_CLAIMS, until);
    }

    private static ErasureVerdict kept(Keeping keeping, String until) {
        return new Restrict(keeping, RetentionRule.ZDDV_1_86, Optional.of(LocalDate.parse(until)));
    }
}
