package si.vpogled.demo.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.sshd.common.channel.Channel;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.channel.ChannelSessionFactory;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.Handle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** An SFTP server that shows each user one folder as the root, with an ECDSA host key of its own. */
public final class SftpServer implements AutoCloseable {
    private final Path root;
    private final KeyPair hostKey;
    private final SshServer server;
    private volatile Opening opening = () -> {};
    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private final Map<String, String> passwords = new ConcurrentHashMap<>();
    private final Set<String> erasers = ConcurrentHashMap.newKeySet();
    private final Map<String, List<PublicKey>> keys = new ConcurrentHashMap<>();

    private SftpServer(Path root) {
        this.root = root;
        this.hostKey = newKey();
        this.server = SshServer.setUpDefaultServer();
        server.setHost(Ports.HOST);
        server.setPort(0);
        server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
        server.setPasswordAuthenticator((user, password, session) -> password.equals(passwords.get(user)));
        server.setPublickeyAuthenticator((user, key, session) ->
                keys.getOrDefault(user, List.of()).stream().anyMatch(known -> KeyUtils.compareKeys(known, key)));
        SftpSubsystemFactory sftp = new SftpSubsystemFactory();
        sftp.addSftpEventListener(new Handles());
        server.setSubsystemFactories(List.of(sftp));
        server.setFileSystemFactory(new VirtualFileSystemFactory(root));
    }

    /** A server of a folder, so far without users. */
    public static SftpServer start(Path root) {
        try {
            Files.createDirectories(root);
            SftpServer started = new SftpServer(root.toRealPath());
            started.server.start();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException("The SFTP server did not start", e);
        }
    }

    public static KeyPair newKey() {
        try {
            return KeyUtils.generateKeyPair("ecdsa-sha2-nistp256", 256);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public SftpServer user(String user, String password) {
        passwords.put(user, password);
        return this;
    }

    /** One who may delete; the others only read. */
    public SftpServer eraser(String user, String password) {
        erasers.add(user);
        return user(user, password);
    }

    /** One who may delete no longer. */
    public void noEraser(String user) {
        erasers.remove(user);
    }

    public SftpServer user(String user, PublicKey key) {
        keys.put(user, List.of(key));
        return this;
    }

    public Path root() {
        return root;
    }

    public String host() {
        return Ports.HOST;
    }

    public int port() {
        return server.getPort();
    }

    /** The host key as it stands in a file of known hosts, without the host: {@code ecdsa-sha2-nistp256 AAAA…}. */
    public String hostKey() {
        return hostKey(hostKey);
    }

    /** The same of another server's key. */
    public static String hostKey(KeyPair key) {
        return PublicKeyEntry.toString(key.getPublic());
    }

    /** {@code SHA256:…}, as ssh-keygen shows it. */
    public String fingerprint() {
        return KeyUtils.getFingerPrint(hostKey.getPublic());
    }

    /** How many files and folders were opened so far. */
    public int opened() {
        return opened.get();
    }

    /** How many files and folders are open just now. */
    public int open() {
        return open.get();
    }

    /** Something that is waited for before a file or folder is opened. */
    public interface Opening {
        void happen() throws InterruptedException;
    }

    public void beforeOpening(Opening happens) {
        opening = happens;
    }

    private final class Handles implements SftpEventListener {
        @Override
        public void opening(ServerSession session, String remote, Handle handle) throws IOException {
            try {
                opening.happen();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
        }

        @Override
        public void removing(ServerSession session, Path path, boolean isDirectory) throws IOException {
            if (!erasers.contains(session.getUsername())) {
                throw new AccessDeniedException(path.toString());
            }
        }

        @Override
        public void open(ServerSession session, String remote, Handle handle) {
            opened.incrementAndGet();
            open.incrementAndGet();
        }

        @Override
        public void closed(ServerSession session, String remote, Handle handle, Throwable thrown) {
            open.decrementAndGet();
        }
    }

    /** Refuses every channel after so many, counted over all connections from now on. */
    public void channelsAtMost(int most) {
        AtomicInteger asked = new AtomicInteger();
        server.setChannelFactories(List.of(new ChannelSessionFactory() {
            @Override
            public Channel createChannel(Session session) throws IOException {
                return asked.incrementAndGet() > most ? null : super.createChannel(session);
            }
        }));
    }

    /** Cuts every connection off, as a restart of the server would. */
    public void dropConnections() {
        server.getActiveSessions().forEach(session -> session.close(true));
    }

    @Override
    public void close() {
        try {
            server.stop(true);
        } catch (IOException e) {
            throw new UncheckedIOException("The SFTP server did not stop", e);
        }
    }
}
