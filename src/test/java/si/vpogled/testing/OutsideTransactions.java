package si.vpogled.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import si.vpogled.storage.Grant;
import si.vpogled.storage.ObjectStore;

/** A store that may be slow: whoever opens an object of it must not hold a connection to the database meanwhile. */
public record OutsideTransactions(ObjectStore below) implements ObjectStore {
    @Override
    public SeekableByteChannel open(String key) throws IOException {
        assertThat(QuarkusTransaction.isActive())
                .as("a transaction while the store is asked")
                .isFalse();
        return below.open(key);
    }

    @Override
    public Upload create(String key) throws IOException {
        return below.create(key);
    }

    @Override
    public boolean exists(String key) throws IOException {
        return below.exists(key);
    }

    @Override
    public Grant grant(String key, Grant.Terms terms) throws IOException {
        return below.grant(key, terms);
    }

    @Override
    public void check() throws IOException {
        below.check();
    }

    @Override
    public void deleteAll(String prefix) throws IOException {
        below.deleteAll(prefix);
    }
}
