package si.vpogled.connector.files;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.keyboard.UserAuthKeyboardInteractiveFactory;
import org.apache.sshd.client.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.client.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.cipher.BuiltinCiphers;
import org.apache.sshd.common.cipher.Cipher;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.sftp.SftpModuleProperties;
import si.vpogled.connector.ConnectorException;

/** Connects and signs in with what the settings say, and nothing that lies about in a home folder. */
record SftpSession(SftpSettings settings, SshClient ssh) {
    /** What it tells in detail names files, which are the subject's; and to make it up takes most of the time. */
    private static final Logger DISCREET = Logger.getLogger("org.apache.sshd");

    static {
        DISCREET.setLevel(Level.INFO);
    }

    /** Those first that processors help with: several times as fast. */
    private static final List<NamedFactory<Cipher>> CIPHERS = List.of(
            BuiltinCiphers.aes256gcm,
            BuiltinCiphers.aes128gcm,
            BuiltinCiphers.cc20p1305_openssh,
            BuiltinCiphers.aes256ctr,
            BuiltinCiphers.aes192ctr,
            BuiltinCiphers.aes128ctr);

    /** Bytes that the server may send at once: each packet costs a turn of several threads. */
    private static final long PACKET = 128 << 10;

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    static SshClient client(SftpSettings settings) {
        SshClient ssh = SshClient.setUpDefaultClient();
        ssh.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
        ssh.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
        ssh.setServerKeyVerifier(settings.hostKeys());
        ssh.setSignatureFactories(settings.hostKeys().preferred(ssh.getSignatureFactories()));
        ssh.setCipherFactories(CIPHERS);
        ssh.setUserAuthFactories(
                settings.login().keys().isEmpty()
                        ? List.of(UserAuthPasswordFactory.INSTANCE, UserAuthKeyboardInteractiveFactory.INSTANCE)
                        : List.of(UserAuthPublicKeyFactory.INSTANCE));
        CoreModuleProperties.PASSWORD_PROMPTS.set(ssh, 1);
        CoreModuleProperties.NIO_WORKERS.set(ssh, 2);
        // a small request shall not wait until the one before it is acknowledged
        CoreModuleProperties.TCP_NODELAY.set(ssh, true);
        CoreModuleProperties.MAX_PACKET_SIZE.set(ssh, PACKET);
        CoreModuleProperties.NIO2_READ_BUFFER_SIZE.set(ssh, (int) PACKET);
        CoreModuleProperties.HEARTBEAT_INTERVAL.set(ssh, HEARTBEAT);
        // how long an answer is waited for
        CoreModuleProperties.IDLE_TIMEOUT.set(ssh, settings.patience().silence());
        CoreModuleProperties.AUTH_TIMEOUT.set(ssh, settings.patience().connect());
        CoreModuleProperties.CHANNEL_OPEN_TIMEOUT.set(ssh, settings.patience().connect());
        SftpModuleProperties.SFTP_CHANNEL_OPEN_TIMEOUT.set(
                ssh, settings.patience().connect());
        return ssh;
    }

    ClientSession open() throws ConnectorException {
        ClientSession session = connected();
        try {
            settings.login().keys().forEach(session::addPublicKeyIdentity);
            settings.login().password().ifPresent(session::addPasswordIdentity);
            session.auth().verify(settings.patience().connect());
            return session;
        } catch (IOException | RuntimeException e) {
            session.close(true);
            throw SftpFaults.opening(e);
        }
    }

    private ClientSession connected() throws ConnectorException {
        SftpSettings.Address address = settings.address();
        try {
            return ssh.connect(settings.login().user(), address.host(), address.port())
                    .verify(settings.patience().connect())
                    .getSession();
        } catch (IOException | RuntimeException e) {
            throw SftpFaults.opening(e);
        }
    }
}
