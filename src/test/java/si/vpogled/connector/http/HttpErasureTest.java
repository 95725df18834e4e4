package si.vpogled.connector.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.Eraser;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.Period;
import si.vpogled.connector.SourceContext;

/** What a call to a backend may take with it. */
class HttpErasureTest {
    /** Its first day and its last are those of all times. */
    @Test
    void recordsWithoutADayAreNotErasedByACallForAllOfAYear() throws ConnectorException {
        try (Scene scene = new Scene();
                Eraser eraser = new HttpTransport((_) -> {}, new Random(1))
                        .openEraser(
                                Scene.yaml("base-url: " + scene.backend.url()),
                                new SourceContext(
                                        "billing", _ -> "", () -> Scene.START, Duration.ofMinutes(1), Path.of("no")))) {
            Eraser.Scope scope = new Eraser.Scope(
                    Scene.yaml("{path: /invoices, records: ''}"),
                    scene.bindings(),
                    new Period.Undated(),
                    Optional.of("/day"),
                    3,
                    3);

            assertThatThrownBy(() -> eraser.erase(
                            Scene.yaml("{method: DELETE, path: '/invoices/{customer-number}?from={from}&to={to}'}"),
                            scope,
                            _ -> {}))
                    .isInstanceOfSatisfying(
                            ConnectorException.class,
                            refused -> assertThat(refused.kind()).isEqualTo(FaultKind.MISCONFIGURED))
                    .hasMessageContaining("without a day");
        }
    }

    @Test
    void aDayThatNoCalendarYearHoldsIsNoDay() {
        assertThat(Period.ofDay(Optional.of(LocalDate.of(2016, 2, 29)))).isEqualTo(new Period.Year(2016));
        assertThat(Period.ofDay(Optional.of(LocalDate.of(12024, 1, 1)))).isEqualTo(new Period.Undated());
        assertThat(Period.ofDay(Optional.of(LocalDate.of(0, 1, 1)))).isEqualTo(new Period.Undated());
        assertThat(Period.ofDay(Optional.empty())).isEqualTo(new Period.Undated());
    }
}
