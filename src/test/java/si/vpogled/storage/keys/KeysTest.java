package si.vpogled.storage.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.subtle.Ed25519Verify;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.Test;
import si.vpogled.storage.seal.Seal;
import si.vpogled.storage.seal.Unseal;
import si.vpogled.testing.ServiceWorld;

@QuarkusTest
@WithTestResource(ServiceWorld.class)
class KeysTest {
    @Inject
    RequestKeys requestKeys;

    @Inject
    SigningKeys signingKeys;

    @Inject
    DataSource database;

    private final UUID request = UUID.randomUUID();

    @Test
    void whatIsSealedToARequestsKeyOpensWithItsPair() throws Exception {
        byte[] context = {1};
        inTransaction(() -> requestKeys.createIfAbsent(request));
        OctetKeyPair publicKey = call(() -> requestKeys.publicKey(request));
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        try (OutputStream out = Seal.to(publicKey, context, sealed)) {
            out.write(7);
        }

        ByteBuffer read = ByteBuffer.allocate(1);
        Unseal.open(
                        call(() -> requestKeys.keyPair(request)),
                        context,
                        new SeekableInMemoryByteChannel(sealed.toByteArray()))
                .read(read);

        assertThat(publicKey.isPrivate()).isFalse();
        assertThat(read.get(0)).isEqualTo((byte) 7);
    }

    @Test
    void aSecondCreationKeepsTheFirstPair() {
        inTransaction(() -> requestKeys.createIfAbsent(request));
        OctetKeyPair first = call(() -> requestKeys.keyPair(request));

        inTransaction(() -> requestKeys.createIfAbsent(request));

        assertThat(call(() -> requestKeys.keyPair(request))).isEqualTo(first);
    }

    @Test
    void aShreddedKeyIsGoneForEverAndItsRowSaysSince() throws Exception {
        inTransaction(() -> requestKeys.createIfAbsent(request));

        inTransaction(() -> requestKeys.shred(request));
        inTransaction(() -> requestKeys.shred(request));
        inTransaction(() -> requestKeys.createIfAbsent(request));

        assertThatThrownBy(() -> call(() -> requestKeys.keyPair(request))).hasMessageContaining("was shredded at");
        assertThatThrownBy(() -> call(() -> requestKeys.publicKey(request))).hasMessageContaining("was shredded at");
        assertThat(count("wrapped_key is null and shredded_at is not null and request_id = '" + request + "'"))
                .isEqualTo(1);
    }

    @Test
    void shreddingWhatNeverWasIsNoError() {
        inTransaction(() -> requestKeys.shred(request));
    }

    @Test
    void aCreationThatIsRolledBackLeavesNoKey() throws Exception {
        assertThatThrownBy(() -> inTransaction(() -> {
                    requestKeys.createIfAbsent(request);
                    throw new IllegalStateException("rolled back");
                }))
                .hasMessage("rolled back");

        assertThat(count("request_id = '" + request + "'")).isZero();
    }

    @Test
    void aKeyWrappedForOneRequestIsNoUseForAnother() throws Exception {
        UUID other = UUID.randomUUID();
        inTransaction(() -> requestKeys.createIfAbsent(request));
        inTransaction(() -> requestKeys.createIfAbsent(other));
        run("update request_key set wrapped_key = (select wrapped_key from request_key where request_id = '" + request
                + "') where request_id = '" + other + "'");

        assertThatThrownBy(() -> call(() -> requestKeys.keyPair(other))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void allInstancesSignWithOneKey() throws Exception {
        run("delete from signing_key");
        Callable<String> asking = () -> signingKeys.current().kid();
        try (ExecutorService instances = Executors.newFixedThreadPool(8)) {
            assertThat(instances.invokeAll(List.of(asking, asking, asking, asking, asking, asking, asking, asking)))
                    .extracting(Future::get)
                    .containsOnly(signingKeys.current().kid());
        }
        assertThat(signingKeys.published())
                .extracting(JWK::getKeyID)
                .containsExactly(signingKeys.current().kid());
    }

    @Test
    void aSignatureIsCheckedWithThePublishedKey() throws Exception {
        byte[] data = "manifest".getBytes(StandardCharsets.UTF_8);
        Signer signer = signingKeys.current();

        byte[] signature = signer.sign(data);

        OctetKeyPair published = signingKeys.published().getFirst();
        new Ed25519Verify(published.getDecodedX()).verify(signature, data);
        assertThat(published).isEqualTo(signer.publicJwk());
        assertThat(published.isPrivate()).isFalse();
        assertThat(published.getKeyID()).isEqualTo(published.computeThumbprint().toString());
    }

    private static void inTransaction(Runnable action) {
        QuarkusTransaction.requiringNew().run(action);
    }

    private static <T> T call(Callable<T> action) {
        return QuarkusTransaction.requiringNew().call(action);
    }

    private long count(String where) throws Exception {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from request_key where " + where)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void run(String sql) throws Exception {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
