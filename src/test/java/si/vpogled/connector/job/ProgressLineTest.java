package si.vpogled.connector.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import si.vpogled.testing.SettableClock;

class ProgressLineTest {
    @Test
    void theLastLineCountsAndOthersAreLeftAside() {
        assertThat(ProgressLine.last("""
                Starting
                {"progress":{"records":1,"bytes":10}}
                {"progress": {"records": 42, "bytes": 4200}}
                {"items": 3}
                """)).contains(new ProgressLine(42, 4200));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "progress",
                "{\"progress\":42}",
                "{\"progress\":null}",
                "{\"progress\":{\"records\":-1,\"bytes\":1}}",
                "{\"progress\":{\"records\":1,\"bytes\":1,\"name\":\"Ana\"}}",
                "{\"progress\":{\"records\":\"many\",\"bytes\":1}}",
                "{\"progress\":{\"records\":1,\"byt"
            })
    void whatIsNoProgressIsNone(String said) {
        assertThat(ProgressLine.last(said)).isEmpty();
    }

    @Test
    void aJobSaysHowFarItIsWhenThatIsNewsAndNotTooOften() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SettableClock clock = new SettableClock();
        TellProgress tell = new TellProgress(new PrintStream(out, true), clock);

        tell.at(0, 0);
        tell.at(1, 10);
        tell.at(2, 20);
        clock.advance(Duration.ofSeconds(5));
        tell.at(3, 30);
        clock.advance(Duration.ofSeconds(5));
        tell.at(3, 30);

        assertThat(out.toString().lines())
                .containsExactly(
                        "{\"progress\":{\"records\":1,\"bytes\":10}}", "{\"progress\":{\"records\":3,\"bytes\":30}}");
    }
}
