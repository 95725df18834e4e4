package si.vpogled.demo.server;

import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A mail server that takes every message for everybody and keeps it; nothing leaves the machine. Messages are numbered
 * from 1 in the order in which they came and can be read in {@link Mailbox a page}.
 */
public final class MailServer implements AutoCloseable {
    private final GreenMail server;
    private final Mailbox mailbox;
    private final List<ReceivedMail> received = new ArrayList<>();
    private final Set<MimeMessage> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private MailServer(int smtpPort, int pagePort) {
        ServerSetup setup = new ServerSetup(smtpPort, Ports.HOST, ServerSetup.PROTOCOL_SMTP);
        setup.setServerStartupTimeout(20_000);
        server = new GreenMail(setup);
        server.start();
        mailbox = new Mailbox(this, HttpBackend.start(pagePort));
    }

    /** On free ports, which the system gives: one looked up beforehand may be taken by then. */
    public static MailServer start() {
        return new MailServer(0, 0);
    }

    public static MailServer start(int smtpPort, int pagePort) {
        return new MailServer(smtpPort, pagePort);
    }

    public int smtpPort() {
        return server.getSmtp().getPort();
    }

    /** Where the mailbox's page is, without a slash at the end. */
    public String pageUrl() {
        return mailbox.url();
    }

    /** Every message so far, one for each recipient, the oldest first. */
    public synchronized List<ReceivedMail> messages() {
        List<StoredMessage> fresh =
                new ArrayList<>(server.getManagers().getImapHostManager().getAllMessages());
        fresh.removeIf(message -> seen.contains(message.getMimeMessage()));
        fresh.sort(Comparator.comparing(StoredMessage::getReceivedDate));
        for (StoredMessage message : fresh) {
            seen.add(message.getMimeMessage());
            received.add(ReceivedMail.of(
                    received.size() + 1, message.getReceivedDate().toInstant(), message.getMimeMessage()));
        }
        return List.copyOf(received);
    }

    /** The messages to an address, the oldest first. */
    public List<ReceivedMail> messagesTo(String address) {
        return messages().stream().filter(mail -> mail.isTo(address)).toList();
    }

    public Optional<ReceivedMail> message(int number) {
        return messages().stream().filter(mail -> mail.number() == number).findFirst();
    }

    @Override
    public void close() {
        mailbox.close();
        server.stop();
    }
}
