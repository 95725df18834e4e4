package si.vpogled.connector.files;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.StreamCorruptedException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.FaultKind;

/** What errors of SSH and SFTP mean to the run. */
final class SftpFaults {
    private SftpFaults() {}

    /** An answer of the server that is an error. */
    static IOException answered(SftpException e) throws ConnectorException {
        return switch (e.getStatus()) {
            case SftpConstants.SSH_FX_NO_SUCH_FILE,
                    SftpConstants.SSH_FX_NO_SUCH_PATH,
                    SftpConstants.SSH_FX_NOT_A_DIRECTORY -> new NoSuchFileException("on the server");
            case SftpConstants.SSH_FX_PERMISSION_DENIED -> new AccessDeniedException("on the server");
            case SftpConstants.SSH_FX_NO_CONNECTION, SftpConstants.SSH_FX_CONNECTION_LOST -> throw lost(e);
            default ->
                throw new ConnectorException(
                        FaultKind.DEFECT,
                        "The SFTP server answered with " + SftpConstants.getStatusName(e.getStatus())
                                + ", which is no answer to reading",
                        e);
        };
    }

    /** Why connecting or signing in failed. */
    static ConnectorException opening(Exception e) {
        if (interrupted(e)) {
            return Faults.ended(e);
        }
        int reason = e instanceof SshException ssh ? ssh.getDisconnectCode() : 0;
        return switch (reason) {
            case SshConstants.SSH2_DISCONNECT_HOST_KEY_NOT_VERIFIABLE ->
                misconfigured(
                        "The SFTP server's host key is not one that host-key names: check the server, then the setting",
                        e);
            case SshConstants.SSH2_DISCONNECT_NO_MORE_AUTH_METHODS_AVAILABLE,
                    SshConstants.SSH2_DISCONNECT_ILLEGAL_USER_NAME ->
                misconfigured("The SFTP server refuses the user or its credentials: check user, key and password", e);
            case SshConstants.SSH2_DISCONNECT_KEY_EXCHANGE_FAILED ->
                misconfigured(
                        "The SFTP server and we have no algorithm in common, or its host key is of another kind", e);
            case SshConstants.SSH2_DISCONNECT_PROTOCOL_ERROR,
                    SshConstants.SSH2_DISCONNECT_PROTOCOL_VERSION_NOT_SUPPORTED -> nonsense(e);
            default -> unreached(e);
        };
    }

    static ConnectorException lost(Exception e) {
        return new ConnectorException(
                FaultKind.UNAVAILABLE, "The connection to the SFTP server was lost again and again", e);
    }

    static boolean interrupted(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof InterruptedException
                    || cause instanceof ClosedByInterruptException
                    || (cause instanceof InterruptedIOException
                            && !(cause instanceof java.net.SocketTimeoutException))) {
                return true;
            }
        }
        return Thread.currentThread().isInterrupted();
    }

    private static ConnectorException unreached(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException || cause instanceof java.net.UnknownHostException) {
                return new ConnectorException(
                        FaultKind.UNAVAILABLE, "The SFTP server's name does not resolve: check host, and DNS", e);
            }
            if (cause instanceof StreamCorruptedException) {
                return nonsense(e);
            }
            if (cause instanceof SftpException) {
                return misconfigured("The SFTP server has no such folder as the setting folder names", e);
            }
        }
        return new ConnectorException(
                FaultKind.UNAVAILABLE,
                "The SFTP server cannot be reached (" + e.getClass().getSimpleName()
                        + "): check host, port and network",
                e);
    }

    private static ConnectorException nonsense(Exception e) {
        return new ConnectorException(
                FaultKind.DEFECT,
                "What answers at the SFTP server's address does not speak SSH: check host and port",
                e);
    }

    private static ConnectorException misconfigured(String message, Exception e) {
        return new ConnectorException(FaultKind.MISCONFIGURED, message, e);
    }
}
