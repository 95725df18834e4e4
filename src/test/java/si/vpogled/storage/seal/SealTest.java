package si.vpogled.storage.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.OctetKeyPair;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealTest {
    private static final byte[] CONTEXT = "vpogled extract 1 run 1".getBytes(StandardCharsets.UTF_8);
    private final OctetKeyPair pair = Keys.pair();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4023, 4024, 4025, 8104, 300_000})
    void opensToWhatWasSealed(int size) throws IOException {
        byte[] plain = bytes(size);

        assertThat(readAll(open(seal(plain)))).isEqualTo(plain);
    }

    @Property(tries = 200)
    void anyRangeReadsAsItWas(
            @ForAll @IntRange(min = 0, max = 400_000) int size,
            @ForAll @IntRange(min = 0, max = 400_000) int from,
            @ForAll @IntRange(min = 1, max = 200_000) int length)
            throws IOException {
        byte[] plain = bytes(size);
        ByteBuffer range = ByteBuffer.allocate(length);

        try (SeekableByteChannel open = open(seal(plain)).position(from)) {
            while (range.hasRemaining() && open.read(range) >= 0) {}
        }

        int end = Math.min(size, from + length);
        assertThat(Arrays.copyOf(range.array(), range.position()))
                .isEqualTo(from >= size ? new byte[0] : Arrays.copyOfRange(plain, from, end));
    }

    /** Readers of archives take a read of nothing for the end. */
    @Tag("slow")
    @Property(tries = 100)
    void oneReadAfterAJumpGivesSomething(@ForAll @IntRange(min = 0, max = 999_999) int from) throws IOException {
        try (SeekableByteChannel open = open(seal(bytes(1_000_000)))) {
            open.position(999_000).read(ByteBuffer.allocate(10));

            assertThat(open.position(from).read(ByteBuffer.allocate(512))).isPositive();
        }
    }

    @Property(tries = 100)
    void anyAlteredByteIsNoticed(@ForAll @IntRange(min = 0, max = 150_000) int at) throws IOException {
        byte[] sealed = seal(bytes(150_000));
        sealed[at % sealed.length] ^= 1;

        assertThatThrownBy(() -> readAll(open(sealed))).isInstanceOf(SealException.class);
    }

    @Property(tries = 100)
    void whatWasCutShortDoesNotOpen(@ForAll @IntRange(min = 0, max = 200_000) int size, @ForAll Random random)
            throws IOException {
        byte[] sealed = seal(bytes(size));

        assertThatThrownBy(() -> open(Arrays.copyOf(sealed, random.nextInt(sealed.length))))
                .isInstanceOf(IOException.class);
    }

    @Test
    void wholeSegmentsCutOffAreNoticedWhenOpened() throws IOException {
        byte[] sealed = seal(bytes(4 * 65_536));

        assertThatThrownBy(() -> open(Arrays.copyOf(sealed, 90 + 2 * 65_536))).isInstanceOf(SealException.class);
    }

    @Test
    void anotherPurposeDoesNotOpen() throws IOException {
        byte[] sealed = seal(bytes(10));

        assertThatThrownBy(() -> Unseal.open(pair, new byte[] {1}, new SeekableInMemoryByteChannel(sealed)))
                .isInstanceOf(SealException.class);
    }

    @Test
    void anotherKeyDoesNotOpen() throws IOException {
        byte[] sealed = seal(bytes(10));

        assertThatThrownBy(() -> Unseal.open(Keys.pair(), CONTEXT, new SeekableInMemoryByteChannel(sealed)))
                .isInstanceOf(SealException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 16_384, 65_536, 300_000})
    void whatAnEarlierVersionSealedOpensToo(int size) throws IOException {
        byte[] plain = bytes(size);
        byte[] sealed = seal(plain, SealFormat.ONE);

        assertThat(sealed).startsWith("VPOGLED\u0001".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(readAll(open(sealed))).isEqualTo(plain);
    }

    @Test
    void whatIsSealedNowSaysThatItIsOfTheSecondFormat() throws IOException {
        assertThat(seal(bytes(10))).startsWith("VPOGLED\u0002".getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void aFormatThatIsNotKnownIsNamed() throws IOException {
        byte[] sealed = seal(bytes(10));
        sealed[7] = 3;

        assertThatThrownBy(() -> open(sealed))
                .isInstanceOf(SealException.class)
                .hasMessageContaining("format 3")
                .hasMessageContaining("formats 1 to 2");
    }

    @Test
    void plainBytesDoNotShow() throws IOException {
        byte[] plain = "janez.novak@example.test".repeat(100).getBytes(StandardCharsets.UTF_8);

        assertThat(new String(seal(plain), StandardCharsets.ISO_8859_1)).doesNotContain("novak");
    }

    private byte[] seal(byte[] plain) throws IOException {
        return seal(plain, SealFormat.NOW);
    }

    private byte[] seal(byte[] plain, SealFormat format) throws IOException {
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        try (OutputStream out = Seal.to(pair.toPublicJWK(), CONTEXT, sealed, format)) {
            out.write(plain);
        }
        return sealed.toByteArray();
    }

    private SeekableByteChannel open(byte[] sealed) throws IOException {
        return Unseal.open(pair, CONTEXT, new SeekableInMemoryByteChannel(sealed));
    }

    private static byte[] readAll(SeekableByteChannel channel) throws IOException {
        try (channel) {
            return Channels.newInputStream(channel).readAllBytes();
        }
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
