package si.vpogled.connector.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.Order;

class OrderFileTest {
    static final String ORDER = """
            {"version": 1, "run": "6f1c1f0a-2a64-4b5e-9d3c-000000000001", "attempt": 1,
             "request": "6f1c1f0a-2a64-4b5e-9d3c-000000000002", "connector": "shop", "operation": "collect",
             "identifiers": [{"kind": "email", "value": "ana@example.test"}],
             "items": ["domains.legal-framework.name"], "language": "sl",
             "destination": "requests/r/runs/1-1.extract",
             "recipient": {"kty": "OKP", "crv": "X25519", "x": "hSDwCYkwp1R0i33ctD73Wg2_Og0mOBr066SpjqqbTmo"},
             "limits": {"seconds": 60, "records": 1000, "bytes": 1000000}}
            """;

    @TempDir
    Path folder;

    @Test
    void anOrderIsRead() throws Exception {
        Order order = OrderFile.read(write(ORDER));

        assertThat(order.operation()).isEqualTo(Order.Operation.COLLECT);
        assertThat(order.items()).hasSize(1);
        assertThat(order.recipientKey().isPrivate()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"version\" | [\"version\" | not JSON",
                "\"version\": 1, | \"version\": 2, | /version",
                "\"attempt\": 1, | \"attempt\": 1, \"attempt\": 2, | not JSON",
                "\"attempt\": 1, | \"attempt\": 1, \"shell\": \"rm\", | shell",
                "\"attempt\": 1, | \"attempt\": 1e99, | /attempt",
                "\"operation\": \"collect\" | \"operation\": \"erase-all\" | /operation",
                "\"kind\": \"email\" | \"kind\": \"name\" | /identifiers/0/kind",
                "ana@example.test | ana\\u0000@example.test | /identifiers/0/value",
                "ana@example.test | \\u0020 | /identifiers/0/value",
                "domains.legal-framework.name | domains/legal-framework | /items/0",
                "requests/r/runs/1-1.extract | ../../etc/passwd | /destination",
                "requests/r/runs/1-1.extract | requests//x | /destination",
                "\"crv\": \"X25519\" | \"crv\": \"X25519\", \"d\": \"c2VjcmV0\" | /recipient",
                "\"x\": \"hSDw | \"x\": \"h | /recipient/x",
                "\"seconds\": 60 | \"seconds\": -1 | /limits/seconds",
                "}} | }} {} | not JSON",
            })
    void whatIsNotAnOrderIsRefusedWithItsPlaceAndWithoutItsValues(String right, String wrong, String place)
            throws IOException {
        Path file = write(ORDER.replace(right, wrong));

        ConnectorException refusal = catchThrowableOfType(ConnectorException.class, () -> OrderFile.read(file));

        assertThat(refusal.kind()).isEqualTo(FaultKind.MISCONFIGURED);
        assertThat(refusal).hasMessageContaining(place);
        assertThat(refusal.getMessage()).doesNotContain("example.test", "c2VjcmV0");
    }

    @Test
    void anOversizedOrBottomlessOrderIsRefused() throws IOException {
        Path large = write(ORDER.replace("ana@", "a".repeat(5 << 20)));
        Path deep = write("[".repeat(1_000_000));
        Path nothing = folder.resolve("nothing.json");

        for (Path file : new Path[] {large, deep, nothing, folder}) {
            assertThat(catchThrowableOfType(ConnectorException.class, () -> OrderFile.read(file)))
                    .hasMessageStartingWith("The order cannot be followed");
        }
    }

    private Path write(String json) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "order", ".json"), json);
    }
}
