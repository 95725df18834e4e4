package si.vpogled.connector.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.FaultKind;

/** What a database leaves to chance, said here for certain. */
class JdbcFaultsTest {
    private final JdbcFaults faults = new JdbcFaults("host/base");

    @Test
    void aUserWhoDoesNotExistIsAMisconfigurationWhateverMySqlAsksThemFor() {
        ConnectorException told =
                faults.of(new SQLException("Client does not support authentication protocol", "08004", 1251));

        assertThat(told.kind()).isEqualTo(FaultKind.MISCONFIGURED);
        assertThat(told).hasMessageContaining("refuses the user or the password");
    }

    @Test
    void aDatabaseThatTakesNoMoreConnectionsIsUnavailableUnderTheSameState() {
        assertThat(faults.of(new SQLException("Too many connections", "08004", 1040))
                        .kind())
                .isEqualTo(FaultKind.UNAVAILABLE);
    }
}
