package si.vpogled.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefusalTest {
    @Test
    void gdprArt12_5b_aRequestIsRefusedOnlyOnTheseGrounds() {
        assertThat(RefusalGround.of(RefusalGround.Scope.REQUEST))
                .extracting(RefusalGround::key)
                .containsExactly("manifestly-unfounded", "excessive", "already-answered", "identity-not-established");
    }

    @Test
    void gdprArt15_4_anEntryIsWithheldForTheRightsOfOthersOnly() {
        assertThat(RefusalGround.of(RefusalGround.Scope.ENTRY)).containsExactly(RefusalGround.RIGHTS_OF_OTHERS);
        assertThat(RefusalGround.RIGHTS_OF_OTHERS.article().sl()).isEqualTo("15. člen (4) Splošne uredbe");
    }

    @ParameterizedTest
    @EnumSource
    void everyGroundHasItsArticleInBothLanguages(RefusalGround ground) {
        assertThat(ground.article().en()).startsWith("GDPR Art. ");
        assertThat(ground.article().sl()).endsWith("Splošne uredbe");
        assertThat(RefusalGround.of(ground.key())).isEqualTo(ground);
    }

    @Test
    void zvop2Art14_2_theNoticeNamesTheAuthorityTheDaysAndTheCourt() {
        assertThat(Remedies.text().sl()).contains("v 15 dneh", "Informacijskem pooblaščencu", "sodno varstvo");
        assertThat(Remedies.text().en()).contains("within 15 days", "Informacijski pooblaščenec", "court");
    }

    @Test
    void zvop2Art14_2_theComplaintCanBeLodgedOnTheNextWorkingDayWhereTheFifteenthIsNone() {
        WorkingDays days = new WorkingDays(List.of());

        assertThat(Remedies.lastDayToComplain(LocalDate.of(2026, 3, 2), days)).isEqualTo("2026-03-17");
        assertThat(Remedies.lastDayToComplain(LocalDate.of(2026, 4, 16), days)).isEqualTo("2026-05-04");
    }
}
