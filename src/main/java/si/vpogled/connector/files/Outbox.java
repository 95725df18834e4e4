package si.vpogled.connector.files;

import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.sshd.client.channel.ClientChannel;
import org.apache.sshd.common.io.IoWriteFuture;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;

/**
 * Requests on their way to the server. Nobody waits until his own is sent: what is asked while others are being sent
 * goes out behind them, all together. Where sending fails, the channel is closed, and with it all that wait for
 * answers are told.
 */
final class Outbox {
    private final ClientChannel channel;
    private final ReentrantLock lock = new ReentrantLock();
    private Buffer waiting = new ByteArrayBuffer();
    private boolean sending;

    Outbox(ClientChannel channel) {
        this.channel = channel;
    }

    void send(Buffer requests) {
        lock.lock();
        try {
            waiting.putBuffer(requests);
            if (sending) {
                return;
            }
            sending = true;
        } finally {
            lock.unlock();
        }
        sendOn();
    }

    private void sendOn() {
        for (Buffer next = next(); next.available() > 0; next = next()) {
            try {
                IoWriteFuture sent = channel.getAsyncIn().writeBuffer(next);
                if (!sent.isDone()) {
                    sent.addListener(this::sent);
                    return;
                }
                refuseUnsent(sent);
            } catch (IOException | RuntimeException e) {
                channel.close(true);
                return;
            }
        }
    }

    private void sent(IoWriteFuture sent) {
        try {
            refuseUnsent(sent);
            sendOn();
        } catch (IOException e) {
            channel.close(true);
        }
    }

    private static void refuseUnsent(IoWriteFuture sent) throws IOException {
        if (!sent.isWritten()) {
            throw new IOException("A request could not be sent", sent.getException());
        }
    }

    private Buffer next() {
        lock.lock();
        try {
            Buffer next = waiting;
            sending = next.available() > 0;
            if (sending) {
                waiting = new ByteArrayBuffer();
            }
            return next;
        } finally {
            lock.unlock();
        }
    }
}
