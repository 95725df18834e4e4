package si.vpogled.connector.files;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.io.AbstractIoWriteFuture;
import org.apache.sshd.common.io.IoWriteFuture;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.sftp.client.SftpErrorDataHandler;
import org.apache.sshd.sftp.client.SftpMessage;
import org.apache.sshd.sftp.client.SftpVersionSelector;
import org.apache.sshd.sftp.client.impl.DefaultSftpClient;

/**
 * Requests and answers of an SFTP channel, many under way at once. The library's own way wakes all that wait whenever
 * an answer comes, and sends each request for itself; here an answer wakes the thread that it is for, and requests go
 * out together.
 */
abstract class SftpAnswers extends DefaultSftpClient {
    private static final IoWriteFuture SENT = AbstractIoWriteFuture.fulfilled("sent", Boolean.TRUE);

    private final Map<Integer, CompletableFuture<Buffer>> asked = new ConcurrentHashMap<>();
    private final AtomicInteger ids = new AtomicInteger();
    private final Outbox outbox;
    private final Duration patience;

    SftpAnswers(ClientSession session, SftpVersionSelector version) throws IOException {
        super(session, version, SftpErrorDataHandler.EMPTY);
        outbox = new Outbox(getClientChannel());
        patience = CoreModuleProperties.IDLE_TIMEOUT.getRequired(session);
        getClientChannel()
                .addCloseFutureListener(closed -> asked.values()
                        .forEach(answer -> answer.completeExceptionally(new SshException("The channel was closed"))));
    }

    /** Adds a request to those that go out together; its answer is kept until it is received or forgotten. */
    final int add(Buffer requests, int command, Consumer<Buffer> body) {
        int id = ids.incrementAndGet();
        asked.put(id, new CompletableFuture<>());
        int start = requests.wpos();
        requests.putInt(0);
        requests.putByte((byte) command);
        requests.putInt(id);
        body.accept(requests);
        int end = requests.wpos();
        requests.wpos(start);
        requests.putInt(end - start - Integer.BYTES);
        requests.wpos(end);
        return id;
    }

    final void send(Buffer requests) {
        outbox.send(requests);
    }

    /** Of an answer that nobody waits for any more. */
    final void forget(int id) {
        asked.remove(id);
    }

    /** An answer that somebody has to look at, even where he who asked has gone. */
    final void receive(int id, Consumer<Buffer> later) {
        asked.get(id).whenComplete((answer, none) -> {
            forget(id);
            if (answer != null) {
                later.accept(answer);
            }
        });
    }

    /** Leaves the answer where it is if it does not come in time. */
    final Buffer await(int id) throws IOException {
        return awaited(asked.get(id), patience);
    }

    @Override
    public SftpMessage write(int command, Buffer request) {
        Buffer requests = new ByteArrayBuffer();
        int id = add(requests, command, body -> body.putBuffer(request));
        send(requests);
        return new SftpMessage(id, SENT, patience);
    }

    @Override
    public Buffer receive(int id, Duration time) throws IOException {
        try {
            return awaited(asked.get(id), time);
        } finally {
            forget(id);
        }
    }

    @Override
    protected void process(Buffer incoming) throws IOException {
        if (getVersion() == 0) {
            // the server introduces itself; the superclass is still at work
            super.process(incoming);
            return;
        }
        int start = incoming.rpos();
        incoming.rpos(start + Integer.BYTES + 1);
        CompletableFuture<Buffer> answer = asked.get(incoming.getInt());
        incoming.rpos(start);
        if (answer != null) {
            answer.complete(new ByteArrayBuffer(incoming.getCompactData()));
        }
    }

    private Buffer awaited(CompletableFuture<Buffer> answer, Duration time) throws IOException {
        try {
            if (!isOpen() && !answer.isDone()) {
                throw new SshException("The channel is closed");
            }
            return answer.get(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw (IOException) new InterruptedIOException("Interrupted while the server was waited for").initCause(e);
        } catch (TimeoutException e) {
            throw new SshException("The server did not answer in time", e);
        } catch (ExecutionException e) {
            throw new SshException("The channel was closed", e.getCause());
        }
    }
}
