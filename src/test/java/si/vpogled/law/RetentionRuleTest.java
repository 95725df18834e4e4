package si.vpogled.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RetentionRuleTest {
    @Test
    void zddv1Art86_anInvoiceOf2024IsKeptToTheEndOf2034() {
        assertThat(RetentionRule.ZDDV_1_86.lastDay(LocalDate.of(2024, 1, 1))).contains(LocalDate.of(2034, 12, 31));
        assertThat(RetentionRule.ZDDV_1_86.lastDay(LocalDate.of(2024, 12, 31))).contains(LocalDate.of(2034, 12, 31));
        assertThat(RetentionRule.ZDDV_1_86.explanation(LocalDate.of(2024, 5, 5)).sl())
                .isEqualTo("Hranimo do vključno 31. 12. 2034 (86. člen ZDDV-1: 10 let po poteku leta, na katero se"
                        + " račun nanaša).");
    }

    @Test
    void zvop2Art22_aLogIsKeptTwoYearsAfterTheEndOfItsYear() {
        assertThat(RetentionRule.LOG.lastDay(LocalDate.of(2026, 2, 3))).contains(LocalDate.of(2028, 12, 31));
        assertThat(RetentionRule.LOG.explanation(LocalDate.of(2026, 2, 3)).en())
                .startsWith("Kept up to and including 31 December 2028 (ZVOP-2 Art. 22: ");
    }

    @Test
    void contractRotationAndConsentEndByAnEventAndNotByADate() {
        LocalDate day = LocalDate.of(2026, 2, 3);

        assertThat(RetentionRule.CONTRACT.lastDay(day)).isEmpty();
        assertThat(RetentionRule.ROTATION.lastDay(day)).isEmpty();
        assertThat(RetentionRule.CONSENT.lastDay(day)).isEmpty();
        assertThat(RetentionRule.CONTRACT.explanation(day).en()).startsWith("Kept by the rule: GDPR Art. 6(1)(b)");
    }

    @ParameterizedTest
    @EnumSource
    void aRuleIsFoundByItsName(RetentionRule rule) {
        assertThat(RetentionRule.of(rule.key())).isEqualTo(rule);
        assertThat(RetentionRule.find("for-ever")).isEmpty();
        assertThatThrownBy(() -> RetentionRule.of("for-ever")).isInstanceOf(IllegalArgumentException.class);
    }
}
