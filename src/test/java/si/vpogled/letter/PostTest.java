package si.vpogled.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.mailer.Mail;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import si.vpogled.testing.Mails;
import si.vpogled.testing.ServiceWorld;

/** Letters go out at once, however many there are at a time. */
@QuarkusTest
@WithTestResource(ServiceWorld.class)
class PostTest {
    private static final int MAILS = 400;
    private static final String TO = "mnogo.pisem@posta.example";

    @Inject
    Post post;

    @ConfigProperty(name = ServiceWorld.MAILBOX)
    String mailbox;

    @Test
    void no_letter_of_many_at_once_waits_for_a_greeting_that_was_missed() throws Exception {
        List<Future<?>> sending = new ArrayList<>();
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < MAILS; i++) {
                String subject = "Pismo " + i;
                sending.add(senders.submit(() -> post.send(Mail.withText(TO, subject, "Besedilo"))));
            }
        }
        for (Future<?> sent : sending) {
            assertThat(sent.state()).as(sent::toString).isEqualTo(Future.State.SUCCESS);
        }
        await().atMost(Duration.ofSeconds(20))
                .until(() -> new Mails(mailbox).to(TO).size() == MAILS);
    }
}
