package si.vpogled.collection.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.Order;
import si.vpogled.storage.DirectoryStore;
import si.vpogled.storage.Grant;
import si.vpogled.storage.ObjectStore;
import si.vpogled.storage.seal.Keys;

class GrantExtractTest {
    private static final Duration TIME = Duration.ofHours(1);

    @TempDir
    Path folder;

    private final Order order = Orders.first(Keys.pair());
    private ObjectStore store;

    @BeforeEach
    void a_store() throws IOException {
        store = new DirectoryStore(folder, InstantSource.system());
    }

    @Test
    void what_is_granted_is_the_place_of_this_extract() throws ConnectorException {
        assertThat(new GrantExtract(store, SetCluster.USUAL).of(order, TIME))
                .isEqualTo(new Grant.InFolder(
                        1, folder.resolve(order.destination()).toString()));
    }

    @Test
    void a_folder_that_no_job_can_reach_is_the_operators_to_mend() {
        GrantExtract grants = new GrantExtract(store, new SetCluster(Optional.empty()));

        assertThatThrownBy(() -> grants.of(order, TIME))
                .hasMessageContaining("VPOGLED_KUBERNETES_STORE_CLAIM")
                .isInstanceOfSatisfying(
                        ConnectorException.class,
                        refused -> assertThat(refused.kind()).isEqualTo(FaultKind.MISCONFIGURED));
    }

    @Test
    void there_is_room_for_all_that_the_limits_allow_and_what_is_said_of_it() {
        long bytes = 10_000_000_000L;
        long records = 5_000_000;

        assertThat(GrantExtract.room(new Order.Limits(60, records, bytes)))
                .isGreaterThan(bytes + records * 1000)
                .isLessThan(2 * bytes);
        assertThat(GrantExtract.room(new Order.Limits(60, Long.MAX_VALUE, Long.MAX_VALUE)))
                .isEqualTo(Long.MAX_VALUE);
    }
}
