package si.vpogled.connector.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.Visitor;

class SettledVisitorTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 4, 27);

    private final List<Object> seen = new ArrayList<>();

    private final Visitor settled = new SettledVisitor(
            new Visitor() {
                @Override
                public void row(Row row) throws ConnectorException {
                    seen.add(row.value("changed"));
                }

                @Override
                public void file(FoundFile file) {
                    seen.add(file);
                }

                @Override
                public void leftAside(LeftAside reason) {
                    seen.add(reason);
                }
            },
            "changed",
            new CoolingOff(TODAY, 30));

    @Test
    void aContactThatHasStoodForLongEnoughOrNeverChangedIsLetThrough() throws Exception {
        settled.row(from -> Optional.of(TODAY.minusDays(30)));
        settled.row(from -> Optional.empty());

        assertThat(seen).containsExactly(Optional.of(TODAY.minusDays(30)), Optional.empty());
    }

    @Test
    void aContactThatChangedLaterIsLeftAsideAndTold() throws Exception {
        settled.row(from -> Optional.of(TODAY.minusDays(29)));
        settled.row(from -> Optional.of("2026-04-26"));

        assertThat(seen).containsExactly(Visitor.LeftAside.UNSETTLED_CONTACT, Visitor.LeftAside.UNSETTLED_CONTACT);
    }
}
