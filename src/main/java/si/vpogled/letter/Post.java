package si.vpogled.letter;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Hands a mail to the SMTP server and waits. The sending starts on an event loop: started on any other thread, the
 * client can miss a greeting that arrives before it listens, and then waits for it in vain.
 */
@ApplicationScoped
class Post {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final ReactiveMailer mailer;
    private final Vertx vertx;

    Post(ReactiveMailer mailer, Vertx vertx) {
        this.mailer = mailer;
        this.vertx = vertx;
    }

    void send(Mail mail) {
        CompletableFuture<Void> sent = new CompletableFuture<>();
        vertx.getOrCreateContext()
                .runOnContext(
                        _ -> mailer.send(mail).subscribe().with(_ -> sent.complete(null), sent::completeExceptionally));
        sent.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }
}
