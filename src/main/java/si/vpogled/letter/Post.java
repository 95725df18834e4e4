package si.vpogled.letter;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Hands a mail to the SMTP server and waits. All mails go over one event loop: where several share the client's pool,
 * a connection may be opened on one of them and read on another, and a greeting that arrives in between is lost.
 */
@ApplicationScoped
public class Post {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final ReactiveMailer mailer;
    private final Context loop;

    Post(ReactiveMailer mailer, Vertx vertx) {
        this.mailer = mailer;
        this.loop = vertx.getOrCreateContext();
    }

    public void send(Mail mail) {
        CompletableFuture<Void> sent = new CompletableFuture<>();
        loop.runOnContext(_ -> {
            try {
                mailer.send(mail).subscribe().with(_ -> sent.complete(null), sent::completeExceptionally);
            } catch (RuntimeException e) {
                // what is wrong with a mail itself is thrown at once
                sent.completeExceptionally(e);
            }
        });
        sent.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }
}
