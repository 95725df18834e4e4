package si.vpogled.connector.files;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.channel.exception.SshChannelOpenException;
import org.apache.sshd.sftp.common.SftpException;
import si.vpogled.connector.ConnectorException;

/** A signed-in session with several SFTP channels; made anew where it is lost, so often as the settings allow. */
final class SftpConnection implements AutoCloseable {
    private final SftpSettings settings;
    private final SshClient ssh;
    private final ReentrantLock lock = new ReentrantLock();
    private Optional<SftpLine> line = Optional.empty();
    private int lost;
    private volatile boolean closed;

    private SftpConnection(SftpSettings settings) {
        this.settings = settings;
        this.ssh = SftpSession.client(settings);
    }

    static SftpConnection connect(SftpSettings settings) throws ConnectorException {
        SftpConnection connection = new SftpConnection(settings);
        try {
            connection.ssh.start();
            connection.line();
            return connection;
        } catch (ConnectorException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** Something to be asked of a channel; asked again on a new connection where the old one is lost. */
    interface Call<T> {
        T on(SftpLine line, SftpChannel channel) throws IOException;
    }

    <T> T call(Call<T> call) throws IOException, ConnectorException {
        while (true) {
            SftpLine used = line();
            try {
                return call.on(used, used.channel());
            } catch (SftpException e) {
                throw SftpFaults.answered(e);
            } catch (LeftAsideException e) {
                throw e;
            } catch (IOException | IllegalStateException e) {
                lost(used, e);
            }
        }
    }

    /** Gives a lost connection up, so that the next call makes a new one. */
    void lost(SftpLine used, Exception e) throws ConnectorException {
        if (SftpFaults.interrupted(e)) {
            throw Faults.ended(e);
        }
        if (closed) {
            throw Faults.closed(e);
        }
        lock.lock();
        try {
            if (line.filter(current -> current == used).isPresent()) {
                used.close();
                line = Optional.empty();
                if (++lost > settings.patience().reconnects()) {
                    throw SftpFaults.lost(e);
                }
            } else if (lost > settings.patience().reconnects()) {
                throw SftpFaults.lost(e);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        closed = true;
        // from outside, while another thread may hold the lock and wait for an answer
        ssh.close(true);
        ssh.stop();
    }

    private SftpLine line() throws ConnectorException {
        lock.lock();
        try {
            if (closed) {
                throw Faults.closed(new IOException("closed"));
            }
            // a session that the server ended while nothing was asked of it is no loss
            if (line.isEmpty() || !line.get().isOpen()) {
                line = Optional.of(made());
            }
            return line.get();
        } finally {
            lock.unlock();
        }
    }

    private SftpLine made() throws ConnectorException {
        ClientSession session = new SftpSession(settings, ssh).open();
        try {
            List<SftpChannel> channels = channels(session);
            String folder = channels.getFirst().canonicalPath(RawName.of(settings.folder()));
            return new SftpLine(session, channels, folder);
        } catch (IOException | RuntimeException e) {
            session.close(true);
            throw SftpFaults.opening(e);
        }
    }

    /** A server may allow fewer at once than we would like (OpenSSH's MaxSessions): it goes with one, too. */
    private List<SftpChannel> channels(ClientSession session) throws IOException {
        List<SftpChannel> channels = new ArrayList<>();
        while (channels.size() < settings.patience().channels()) {
            try {
                channels.add(SftpChannel.of(session));
            } catch (SshException e) {
                if (channels.isEmpty() || !(e.getCause() instanceof SshChannelOpenException)) {
                    throw e;
                }
                return channels;
            }
        }
        return channels;
    }
}
