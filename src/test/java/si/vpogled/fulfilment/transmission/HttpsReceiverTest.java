package si.vpogled.fulfilment.transmission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import si.vpogled.fulfilment.transmission.DestinationException.Reason;

/** GDPR Art. 20(2) by HTTPS, at a provider whose certificate is for localhost. */
@Tag("slow")
class HttpsReceiverTest {
    private static final byte[] ANSWER = new byte[300_000];

    @TempDir
    static Path folder;

    private static Vertx vertx;
    private TestReceiver theirs;

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
        new Random(7).nextBytes(ANSWER);
    }

    @AfterAll
    static void stop() {
        vertx.close();
    }

    @BeforeEach
    void open() throws Exception {
        theirs = TestReceiver.start(folder);
    }

    @AfterEach
    void close() {
        theirs.close();
    }

    @Test
    void who_knows_the_token_and_nobody_else_has_proved_it() throws Exception {
        receiver("localhost", "/uvoz", TestReceiver.TOKEN).prove();

        assertThat(theirs.asked).containsExactly("HEAD", "HEAD");
        assertThat(theirs.taken())
                .as("nothing of the subject's is sent to prove it")
                .isEmpty();
    }

    @Test
    void a_token_that_they_do_not_know_proves_nothing() throws Exception {
        assertThat(failure(receiver("localhost", "/uvoz", "drug-zeton-1234"))).isEqualTo(Reason.NOT_PROVED);
    }

    @Test
    void who_takes_anything_from_anybody_proves_nothing() throws Exception {
        theirs.openToAll = true;

        assertThat(failure(receiver("localhost", "/uvoz", TestReceiver.TOKEN))).isEqualTo(Reason.OPEN_TO_ALL);
    }

    @Test
    void a_redirect_is_not_followed() throws Exception {
        assertThat(failure(receiver("localhost", "/drugam", TestReceiver.TOKEN)))
                .isEqualTo(Reason.NOT_PROVED);
        assertThat(theirs.asked).isEmpty();
    }

    @Test
    void a_certificate_of_another_name_is_refused() throws Exception {
        assertThat(failure(receiver("ponudnik.example", "/uvoz", TestReceiver.TOKEN)))
                .isEqualTo(Reason.OTHER_HOST);
    }

    @Test
    void the_answer_arrives_whole_and_what_they_say_is_kept_in_a_line() throws Exception {
        assertThat(receiver("localhost", "/uvoz", TestReceiver.TOKEN).send(cargo()))
                .isEqualTo("HTTP 201 Prejeto, hvala");
        assertThat(theirs.taken()).isEqualTo(ANSWER);
    }

    @Test
    void what_broke_off_goes_on_from_what_they_have_and_is_sent_once() throws Exception {
        Receiver receiver = receiver("localhost", "/uvoz", TestReceiver.TOKEN);
        theirs.breakAfter = 100_000;

        assertThat(catchThrowableOfType(DestinationException.class, () -> receiver.send(cargo()))
                        .reason())
                .isEqualTo(Reason.UNREACHABLE);
        receiver.send(cargo());
        receiver.send(cargo());

        assertThat(theirs.taken()).isEqualTo(ANSWER);
        assertThat(theirs.asked).containsExactly("HEAD", "PUT", "HEAD", "PUT bytes 100000-299999/300000", "HEAD");
    }

    @ParameterizedTest
    @CsvSource({"503,UNREACHABLE", "429,UNREACHABLE", "413,REFUSED", "409,REFUSED"})
    void a_refusal_is_told_from_no_time_now(int status, Reason reason) throws Exception {
        theirs.putStatus = status;

        assertThat(catchThrowableOfType(
                                DestinationException.class,
                                () -> receiver("localhost", "/uvoz", TestReceiver.TOKEN)
                                        .send(cargo()))
                        .reason())
                .isEqualTo(reason);
    }

    @Test
    void it_connects_to_the_address_that_was_checked_whatever_the_name_leads_to_by_then() throws Exception {
        Destination elsewhere = Destination.of("https://localhost:" + theirs.port() + "/uvoz", "");
        Receiver receiver =
                new HttpsReceiver(vertx, elsewhere, InetAddress.getByName("127.0.0.2"), TestReceiver.TOKEN, config());

        assertThat(failure(receiver)).isEqualTo(Reason.UNREACHABLE);
        assertThat(theirs.asked).isEmpty();
    }

    private static Reason failure(Receiver receiver) {
        return catchThrowableOfType(DestinationException.class, receiver::prove).reason();
    }

    private Receiver receiver(String name, String path, String token) throws Exception {
        Destination destination = Destination.of("https://" + name + ":" + theirs.port() + path, "");
        return new HttpsReceiver(vertx, destination, InetAddress.getByName("127.0.0.1"), token, config());
    }

    private TransmissionConfig config() {
        return new SetTransmission(Optional.empty(), Optional.of(theirs.authority()));
    }

    private static Receiver.Cargo cargo() {
        return new Receiver.Cargo(
                "t-1", "VP-1.zip", ANSWER.length, "ab".repeat(32), new SeekableInMemoryByteChannel(ANSWER));
    }
}
