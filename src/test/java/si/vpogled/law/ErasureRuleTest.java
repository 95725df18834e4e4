package si.vpogled.law;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import si.vpogled.law.Circumstances.Asker;
import si.vpogled.law.Circumstances.Contract;
import si.vpogled.law.Circumstances.Reach;
import si.vpogled.law.ErasureVerdict.Anonymise;
import si.vpogled.law.ErasureVerdict.Erase;
import si.vpogled.law.ErasureVerdict.Keeping;
import si.vpogled.law.ErasureVerdict.NotifyThirdParty;
import si.vpogled.law.ErasureVerdict.ReferToController;
import si.vpogled.law.ErasureVerdict.Restrict;
import si.vpogled.law.ErasureVerdict.WhileContractRuns;

class ErasureRuleTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final ErasureRule INVOICE = rule(Treatment.KEEP_BY_LAW, RetentionRule.ZDDV_1_86);
    private static final ErasureRule CONTACT = rule(Treatment.WITH_CONTRACT, RetentionRule.CONTRACT);
    private static final ErasureRule ACCESS_LOG = rule(Treatment.ANONYMISE, RetentionRule.LOG);
    private static final ErasureRule FILES =
            new ErasureRule(Treatment.ERASE, RetentionRule.CONTRACT, Optional.empty(), true);

    @Test
    void gdprArt17_1a_whatNoPurposeNeedsIsErased() {
        ErasureVerdict verdict = rule(Treatment.ERASE, RetentionRule.CONTRACT).verdict(customers(), TODAY);

        assertThat(verdict).isEqualTo(new Erase());
        assertThat(verdict.article().en()).isEqualTo("GDPR Art. 17(1)(a)");
    }

    @ParameterizedTest
    @CsvSource({
        // issued, looked at, erased?
        "2024-01-01, 2034-12-31, false",
        "2024-12-31, 2034-12-31, false",
        "2024-01-01, 2035-01-01, true",
        "2024-12-31, 2035-01-01, true",
        "2024-02-29, 2034-12-31, false",
        "2024-02-29, 2035-01-01, true",
        "2015-12-31, 2026-11-23, true",
        "2016-01-01, 2026-11-23, false"
    })
    void zddv1Art86_anInvoiceMayBeErasedFromTheEleventhYearAfterItsOwn(
            LocalDate issued, LocalDate looked, boolean erased) {
        ErasureVerdict verdict = INVOICE.verdict(dated(issued), looked);

        assertThat(verdict instanceof Erase).isEqualTo(erased);
    }

    @Test
    void gdprArt17_3b_whatAStatuteKeepsIsRestrictedToThatUntilItsDay() {
        ErasureVerdict verdict = INVOICE.verdict(dated(LocalDate.of(2024, 5, 5)), TODAY);

        assertThat(verdict)
                .isEqualTo(
                        new Restrict(Keeping.BY_LAW, RetentionRule.ZDDV_1_86, Optional.of(LocalDate.of(2034, 12, 31))));
        assertThat(((Restrict) verdict).erasableFrom()).contains(LocalDate.of(2035, 1, 1));
        assertThat(verdict.article().en()).startsWith("GDPR Art. 17(3)(b); ZDDV-1 Art. 86: ten years");
        assertThat(verdict.text().sl()).endsWith("Hranimo do vključno 31. 12. 2034, nato izbrišemo.");
    }

    @Test
    void gdprArt17_3b_everyYearIsDecidedByItself() {
        assertThat(INVOICE.verdict(dated(LocalDate.of(2015, 6, 1)), TODAY)).isEqualTo(new Erase());
        assertThat(INVOICE.verdict(dated(LocalDate.of(2016, 6, 1)), TODAY)).isInstanceOf(Restrict.class);
    }

    @Test
    void zddv1Art86_aRecordWithoutADateIsKeptAndFlagged() {
        ErasureVerdict verdict = INVOICE.verdict(customers(), TODAY);

        assertThat(verdict).isEqualTo(new Restrict(Keeping.BY_LAW, RetentionRule.ZDDV_1_86, Optional.empty()));
        assertThat(((Restrict) verdict).erasableFrom()).isEmpty();
        assertThat(verdict.text().en()).contains("no date to count from");
    }

    @Test
    void zddv1Art86_aRecordOfTheFutureIsKeptFromItsOwnYear() {
        assertThat(INVOICE.verdict(dated(LocalDate.of(2031, 1, 1)), TODAY))
                .isEqualTo(
                        new Restrict(Keeping.BY_LAW, RetentionRule.ZDDV_1_86, Optional.of(LocalDate.of(2041, 12, 31))));
    }

    @Test
    void zddv1Art86_aClockThatGoesBackOnlyKeepsForLonger() {
        LocalDate issued = LocalDate.of(2015, 6, 1);

        assertThat(INVOICE.verdict(dated(issued), TODAY)).isEqualTo(new Erase());
        assertThat(INVOICE.verdict(dated(issued), TODAY.minusYears(2)))
                .isEqualTo(
                        new Restrict(Keeping.BY_LAW, RetentionRule.ZDDV_1_86, Optional.of(LocalDate.of(2025, 12, 31))));
    }

    @Test
    void gdprArt6_1b_aContractThatRunsKeepsWhatItNeedsAndTellsWhatItsEndWouldChange() {
        ErasureVerdict verdict = CONTACT.verdict(contract(Contract.RUNS, Reach.ERASABLE), TODAY);

        assertThat(verdict).isEqualTo(new WhileContractRuns(new Erase(), false));
        assertThat(verdict.text().en())
                .endsWith("Once the contract has ended: It is erased: no purpose needs it any more.");
        assertThat(CONTACT.verdict(contract(Contract.ENDED, Reach.ERASABLE), TODAY))
                .isEqualTo(new Erase());
    }

    @Test
    void gdprArt6_1b_aContractOfWhichNobodyKnowsIsTakenForRunning() {
        assertThat(CONTACT.verdict(contract(Contract.UNKNOWN, Reach.ERASABLE), TODAY))
                .isEqualTo(new WhileContractRuns(new Erase(), true));
    }

    @Test
    void gdprArt19_whatTheRegistryHoldsIsNeverPromisedToBeErased() {
        assertThat(CONTACT.verdict(contract(Contract.ENDED, Reach.HELD_ELSEWHERE), TODAY))
                .isEqualTo(new NotifyThirdParty());
        assertThat(CONTACT.verdict(contract(Contract.RUNS, Reach.HELD_ELSEWHERE), TODAY))
                .isEqualTo(new WhileContractRuns(new NotifyThirdParty(), false));
    }

    @Test
    void gdprArt28_3e_whoAppearsInACustomersContentIsReferredToTheCustomer() {
        Circumstances somebodyElses =
                new Circumstances(Asker.SOMEBODY_ELSE, Contract.RUNS, Reach.ERASABLE, Optional.empty());

        assertThat(FILES.verdict(somebodyElses, TODAY)).isEqualTo(new ReferToController());
        assertThat(FILES.verdict(customers(), TODAY)).isEqualTo(new Erase());
        assertThat(rule(Treatment.ERASE, RetentionRule.CONTRACT).verdict(somebodyElses, TODAY))
                .isEqualTo(new Erase());
    }

    @Test
    void gdprRecital26_aLogLosesThePersonAndStays() {
        assertThat(ACCESS_LOG.verdict(dated(LocalDate.of(2026, 2, 3)), TODAY)).isEqualTo(new Anonymise());
    }

    @Test
    void zvop2Art22_aLogOfEverybodyIsKeptUntilTheEndOfItsSecondYear() {
        Circumstances everybodys = new Circumstances(
                Asker.CUSTOMER, Contract.ENDED, Reach.INSEPARABLE, Optional.of(LocalDate.of(2026, 2, 3)));

        ErasureVerdict verdict = ACCESS_LOG.verdict(everybodys, TODAY);

        assertThat(verdict)
                .isEqualTo(
                        new Restrict(Keeping.INSEPARABLE, RetentionRule.LOG, Optional.of(LocalDate.of(2028, 12, 31))));
        assertThat(verdict.article().en()).startsWith("ZVOP-2 Art. 22");
    }

    @Test
    void gdprArt5_1e_backupsAreOverwrittenByAStatedDay() {
        ErasureRule backups = new ErasureRule(Treatment.ROTATION, RetentionRule.ROTATION, Optional.of(30), true);

        assertThat(backups.verdict(customers(), TODAY))
                .isEqualTo(new Restrict(
                        Keeping.UNTIL_ROTATION, RetentionRule.ROTATION, Optional.of(LocalDate.of(2026, 12, 23))));
    }

    @ParameterizedTest
    @EnumSource
    void everyVerdictIsToldInBothLanguagesAndInJson(Treatment treatment) throws Exception {
        JsonMapper json = JsonMapper.builder()
                .addModule(new Jdk8Module())
                .addModule(new JavaTimeModule())
                .build();
        for (Reach reach : Reach.values()) {
            for (Asker asker : Asker.values()) {
                Circumstances seen = new Circumstances(asker, Contract.UNKNOWN, reach, Optional.of(TODAY));
                for (RetentionRule retention : RetentionRule.values()) {
                    ErasureVerdict verdict =
                            new ErasureRule(treatment, retention, Optional.of(30), true).verdict(seen, TODAY);

                    assertThat(verdict.article().sl()).isNotBlank();
                    assertThat(verdict.text().en()).isNotBlank();
                    assertThat(json.readValue(json.writeValueAsString(verdict), ErasureVerdict.class))
                            .isEqualTo(verdict);
                }
            }
        }
    }

    private static ErasureRule rule(Treatment treatment, RetentionRule retention) {
        return new ErasureRule(treatment, retention, Optional.empty(), false);
    }

    private static Circumstances customers() {
        return contract(Contract.RUNS, Reach.ERASABLE);
    }

    private static Circumstances contract(Contract contract, Reach reach) {
        return new Circumstances(Asker.CUSTOMER, contract, reach, Optional.empty());
    }

    private static Circumstances dated(LocalDate day) {
        return new Circumstances(Asker.CUSTOMER, Contract.RUNS, Reach.ERASABLE, Optional.of(day));
    }
}
