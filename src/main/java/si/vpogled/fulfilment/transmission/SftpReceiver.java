package si.vpogled.fulfilment.transmission;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.security.PublicKey;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.keyboard.UserAuthKeyboardInteractiveFactory;
import org.apache.sshd.client.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import si.vpogled.fulfilment.transmission.DestinationException.Reason;

/**
 * By SFTP, with a password, to a host whose key has the fingerprint that was given. The file grows under a name of its
 * own, from where it broke off, and gets its name when it is whole.
 */
final class SftpReceiver implements Receiver {
    private static final int CHUNK = 32 << 10;

    private final Destination destination;
    private final InetAddress address;
    private final String password;
    private final TransmissionConfig config;
    private final AtomicBoolean otherKey = new AtomicBoolean();

    SftpReceiver(Destination destination, InetAddress address, String password, TransmissionConfig config) {
        this.destination = destination;
        this.address = address;
        this.password = password;
        this.config = config;
    }

    private interface Visit<T> {
        T with(SftpClient files) throws IOException;
    }

    /** Leaves an empty file for a moment, or for good where nothing may be deleted: who may sign in may not always write. */
    @Override
    public void prove() throws DestinationException {
        visit(files -> {
            String probe = folder() + ".vpogled-" + UUID.randomUUID() + ".part";
            files.close(files.open(probe, EnumSet.of(OpenMode.Write, OpenMode.Create)));
            remove(files, probe);
            return "";
        });
    }

    private static void remove(SftpClient files, String probe) throws IOException {
        try {
            files.remove(probe);
        } catch (SftpException e) {
            if (e.getStatus() != SftpConstants.SSH_FX_PERMISSION_DENIED) {
                throw e;
            }
        }
    }

    @Override
    public String send(Cargo cargo) throws DestinationException {
        String whole = folder() + cargo.name();
        String part = whole + ".part";
        return visit(files -> {
            if (size(files, whole) != cargo.size()) {
                grow(files, part, cargo);
                files.rename(part, whole, SftpClient.CopyMode.Overwrite);
            }
            return "SFTP " + size(files, whole) + " B";
        });
    }

    private static void grow(SftpClient files, String part, Cargo cargo) throws IOException {
        long there = size(files, part);
        long offset = there > cargo.size() ? 0 : Math.max(0, there);
        Set<OpenMode> modes = offset == 0
                ? EnumSet.of(OpenMode.Write, OpenMode.Create, OpenMode.Truncate)
                : EnumSet.of(OpenMode.Write);
        cargo.content().position(offset);
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
        try (SftpClient.CloseableHandle file = files.open(part, modes)) {
            while (offset < cargo.size()) {
                chunk.clear().limit((int) Math.min(CHUNK, cargo.size() - offset));
                int read = cargo.content().read(chunk);
                if (read < 0) {
                    throw new IOException("The bundle ends " + (cargo.size() - offset) + " bytes too early");
                }
                files.write(file, offset, chunk.array(), 0, read);
                offset += read;
            }
        }
    }

    /** -1 where there is no such file. */
    private static long size(SftpClient files, String path) throws IOException {
        try {
            return files.stat(path).getSize();
        } catch (SftpException e) {
            if (e.getStatus() == SftpConstants.SSH_FX_NO_SUCH_FILE) {
                return -1;
            }
            throw e;
        }
    }

    private String folder() {
        String path = destination.uri().getPath();
        return path.endsWith("/") ? path : path + "/";
    }

    private <T> T visit(Visit<T> visit) throws DestinationException {
        try (SshClient ssh = client()) {
            ssh.start();
            try (ClientSession session = connected(ssh);
                    SftpClient files = SftpClientFactory.instance().createSftpClient(session)) {
                return visit.with(files);
            }
        } catch (SftpException e) {
            throw new DestinationException(Reason.REFUSED, e);
        } catch (IOException | RuntimeException e) {
            throw new DestinationException(otherKey.get() ? Reason.OTHER_HOST : Reason.UNREACHABLE, e);
        }
    }

    private SshClient client() {
        SshClient ssh = SshClient.setUpDefaultClient();
        ssh.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
        ssh.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
        ssh.setServerKeyVerifier(this::isTheirs);
        ssh.setUserAuthFactories(
                List.of(UserAuthPasswordFactory.INSTANCE, UserAuthKeyboardInteractiveFactory.INSTANCE));
        CoreModuleProperties.PASSWORD_PROMPTS.set(ssh, 1);
        CoreModuleProperties.NIO_WORKERS.set(ssh, 2);
        CoreModuleProperties.IDLE_TIMEOUT.set(ssh, config.silence());
        CoreModuleProperties.AUTH_TIMEOUT.set(ssh, config.connect());
        CoreModuleProperties.CHANNEL_OPEN_TIMEOUT.set(ssh, config.connect());
        return ssh;
    }

    private boolean isTheirs(ClientSession session, SocketAddress remote, PublicKey key) {
        boolean theirs = destination.fingerprint().stream()
                .anyMatch(KeyUtils.getFingerPrint(BuiltinDigests.sha256, key)::equals);
        otherKey.set(!theirs);
        return theirs;
    }

    private ClientSession connected(SshClient ssh) throws IOException, DestinationException {
        ClientSession session = ssh.connect(
                        destination.uri().getUserInfo(), new InetSocketAddress(address, destination.port()))
                .verify(config.connect())
                .getSession();
        session.addPasswordIdentity(password);
        try {
            session.auth().verify(config.connect());
            return session;
        } catch (IOException e) {
            session.close(true);
            throw new DestinationException(otherKey.get() ? Reason.OTHER_HOST : Reason.NOT_PROVED, e);
        }
    }
}
