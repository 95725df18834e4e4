package si.vpogled.fulfilment.transmission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import si.vpogled.demo.server.SftpServer;
import si.vpogled.fulfilment.transmission.DestinationException.Reason;

/** GDPR Art. 20(2) by SFTP. */
@Tag("slow")
class SftpReceiverTest {
    private static final String PASSWORD = "enkratno-geslo-42";
    private static final byte[] ANSWER = new byte[100_000];

    static {
        new Random(7).nextBytes(ANSWER);
    }

    @TempDir
    Path folder;

    private SftpServer theirs;

    @BeforeEach
    void open() throws Exception {
        theirs = SftpServer.start(folder).user("ana", PASSWORD);
        Files.createDirectories(folder.resolve("uvoz"));
    }

    @AfterEach
    void close() {
        theirs.close();
    }

    @Test
    void who_lets_the_password_write_has_proved_it_and_keeps_nothing() throws Exception {
        theirs.eraser("ana", PASSWORD);
        receiver(fingerprint(), PASSWORD).prove();

        assertThat(folder.resolve("uvoz")).isEmptyDirectory();
    }

    @Test
    void where_nothing_may_be_deleted_an_empty_file_stays() throws Exception {
        receiver(fingerprint(), PASSWORD).prove();

        assertThat(folder.resolve("uvoz"))
                .isDirectoryContaining(left -> left.toFile().length() == 0);
    }

    @Test
    void a_wrong_password_proves_nothing() throws Exception {
        assertThat(failure(receiver(fingerprint(), "drugo-geslo-42"))).isEqualTo(Reason.NOT_PROVED);
    }

    @Test
    void a_host_with_another_key_gets_no_password() throws Exception {
        assertThat(failure(receiver("SHA256:" + "a".repeat(43), PASSWORD))).isEqualTo(Reason.OTHER_HOST);
    }

    @Test
    void the_answer_gets_its_name_when_it_is_whole_and_a_second_time_nothing_is_sent() throws Exception {
        Receiver receiver = receiver(fingerprint(), PASSWORD);

        assertThat(receiver.send(cargo())).isEqualTo("SFTP 100000 B");
        assertThat(receiver.send(cargo())).isEqualTo("SFTP 100000 B");

        assertThat(folder.resolve("uvoz/VP-1.zip")).hasBinaryContent(ANSWER);
        assertThat(folder.resolve("uvoz/VP-1.zip.part")).doesNotExist();
    }

    @Test
    void what_broke_off_goes_on_from_where_it_was() throws Exception {
        Files.write(folder.resolve("uvoz/VP-1.zip.part"), Arrays.copyOf(ANSWER, 40_000));

        receiver(fingerprint(), PASSWORD).send(cargo());

        assertThat(folder.resolve("uvoz/VP-1.zip")).hasBinaryContent(ANSWER);
    }

    private static Reason failure(Receiver receiver) {
        return catchThrowableOfType(DestinationException.class, receiver::prove).reason();
    }

    private String fingerprint() {
        return theirs.fingerprint();
    }

    private Receiver receiver(String fingerprint, String password) throws Exception {
        Destination destination = Destination.of("sftp://ana@localhost:" + theirs.port() + "/uvoz", fingerprint);
        return new SftpReceiver(
                destination,
                InetAddress.getByName("127.0.0.1"),
                password,
                new SetTransmission(Optional.empty(), Optional.empty()));
    }

    private static Receiver.Cargo cargo() {
        return new Receiver.Cargo(
                "t-1", "VP-1.zip", ANSWER.length, "ab".repeat(32), new SeekableInMemoryByteChannel(ANSWER));
    }
}
